import { renderHelp } from '../../render/discord/renderHelp.ts';
import { type Command, defineCommand } from '../command.ts';
import { hereOf } from '../here.ts';
import { answerInteraction } from '../reply.ts';
import { EVERYWHERE } from './everywhere.ts';

export const help = defineCommand({
  payload: { name: 'help', description: 'How to ask, and every command', ...EVERYWHERE },
  run: async ({ interaction, deps }) => {
    const { settings } = await hereOf(interaction, deps);
    const isHere = (command: Command): boolean =>
      command.kind === 'message' ||
      command.condition === null ||
      !settings.conditions.includes(command.condition);
    const lines = deps.commands.filter(isHere).map(({ kind, payload }) => ({
      name: payload.name,
      description: kind === 'chat' ? payload.description : 'On a message: Apps',
    }));
    await answerInteraction(interaction, renderHelp(lines), { isPrivate: true });
  },
});
