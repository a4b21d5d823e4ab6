import { renderHelp } from '../../render/discord/renderHelp.ts';
import { defineCommand } from '../command.ts';
import { answerInteraction } from '../reply.ts';
import { EVERYWHERE } from './everywhere.ts';

export const help = defineCommand({
  payload: { name: 'help', description: 'How to ask, and every command', ...EVERYWHERE },
  run: ({ interaction, deps }) =>
    answerInteraction(
      interaction,
      renderHelp(
        deps.commands.map(({ kind, payload }) => ({
          name: payload.name,
          description: kind === 'chat' ? payload.description : 'On a message: Apps',
        })),
      ),
      { isPrivate: true },
    ),
});
