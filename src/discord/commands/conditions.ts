import { renderConditions } from '../../render/discord/renderConditions.ts';
import { defineCommand } from '../command.ts';
import { answerInteraction } from '../reply.ts';
import { EVERYWHERE } from './everywhere.ts';

export const conditions = defineCommand({
  payload: {
    name: 'conditions',
    description: 'The conditions that Caveat has studies on',
    ...EVERYWHERE,
  },
  run: ({ interaction, deps }) =>
    answerInteraction(interaction, renderConditions(deps.caveat.conditions), { isPrivate: true }),
});
