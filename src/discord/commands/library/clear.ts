import { renderClearQuestion } from '../../../render/discord/renderPapers.ts';
import { definePart } from '../../command.ts';
import { admit } from '../../config/admit.ts';
import { answerInteraction } from '../../reply.ts';

export const clear = definePart({
  payload: { name: 'clear', description: 'Erase all papers of this server (admins)' },
  run: async ({ interaction, deps }) => {
    const { guild } = await admit(interaction, deps);
    const count = await deps.papers.count({ kind: 'guild', guildId: guild.id });
    await answerInteraction(interaction, renderClearQuestion(count), { isPrivate: true });
  },
});
