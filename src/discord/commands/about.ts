import { renderAbout } from '../../render/discord/renderAbout.ts';
import { defineCommand } from '../command.ts';
import { answerInteraction } from '../reply.ts';
import { EVERYWHERE } from './everywhere.ts';

export const about = defineCommand({
  payload: { name: 'about', description: 'What Caveat is, and how it judges', ...EVERYWHERE },
  run: ({ interaction, deps }) =>
    answerInteraction(
      interaction,
      renderAbout({
        ...deps.caveat.stats,
        version: deps.version,
        contact: deps.operatorContact,
      }),
      { isPrivate: true },
    ),
});
