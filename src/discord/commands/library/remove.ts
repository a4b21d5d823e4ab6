import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { completePapers } from '../../../app/papers/completePapers.ts';
import type { PaperScope } from '../../../ports/paperStore.ts';
import { renderRemoved } from '../../../render/discord/renderPapers.ts';
import { definePart } from '../../command.ts';
import { admit } from '../../config/admit.ts';
import { answerInteraction } from '../../reply.ts';
import { UserError } from '../../userError.ts';

export const remove = definePart({
  payload: {
    name: 'remove',
    description: 'Erase one paper of this server, and its reviews (admins)',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'paper',
        description: 'A PMID, PMCID or DOI, or words of its title to choose from',
        max_length: 300,
        required: true,
        autocomplete: true,
      },
    ],
  },
  run: async ({ interaction, args, deps }) => {
    const { guild } = await admit(interaction, deps);
    const scope: PaperScope = { kind: 'guild', guildId: guild.id };
    const done = await deps.importing.run(guild.id, () => deps.papers.remove(args.paper, scope));
    if (done === null) throw new UserError('library-busy');
    if (done.removed === null)
      throw new UserError(done.meant.length > 0 ? 'several-papers' : 'no-own-paper');
    await answerInteraction(interaction, renderRemoved(done.removed), { isPrivate: true });
  },
  complete: async ({ typed, interaction, deps }) => {
    const { guild } = await admit(interaction, deps);
    return completePapers(typed, deps.papers.all([{ kind: 'guild', guildId: guild.id }]));
  },
});
