import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { renderFound } from '../../../render/discord/renderPapers.ts';
import { definePart } from '../../command.ts';
import { scopesSeen } from '../../library/scopes.ts';
import { answerInteraction } from '../../reply.ts';

const MOST_SHOWN = 10;

export const search = definePart({
  payload: {
    name: 'search',
    description: 'Find papers that were brought in, by words',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'words',
        description: 'Such as: gabapentin pain score',
        max_length: 250,
        required: true,
      },
    ],
  },
  run: async ({ interaction, args, deps }) => {
    const guildId = interaction.inCachedGuild() ? interaction.guildId : null;
    const found = await deps.papers.search(args.words, scopesSeen(guildId), MOST_SHOWN);
    await answerInteraction(interaction, renderFound(args.words, found), { isPrivate: true });
  },
});
