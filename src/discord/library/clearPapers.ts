import { renderCleared } from '../../render/discord/renderPapers.ts';
import type { BotDeps } from '../botDeps.ts';
import type { Pressed } from '../components/pressed.ts';
import { admit } from '../config/admit.ts';
import { toOptions } from '../reply.ts';
import { UserError } from '../userError.ts';

/** Erases the papers of a server. @throws UserError for those who may not. */
export const clearPapers = async (interaction: Pressed, deps: BotDeps): Promise<void> => {
  const { guild } = await admit(interaction, deps);
  const count = await deps.importing.run(guild.id, () =>
    deps.papers.forget({ kind: 'guild', guildId: guild.id }),
  );
  if (count === null) throw new UserError('library-busy');
  const { flags, ...options } = toOptions(renderCleared(count));
  await interaction.update(options as Parameters<Pressed['update']>[0]);
};
