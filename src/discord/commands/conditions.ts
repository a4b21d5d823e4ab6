import { renderConditions } from '../../render/discord/renderConditions.ts';
import { defineCommand } from '../command.ts';
import { hereOf } from '../here.ts';
import { answerInteraction } from '../reply.ts';
import { conditionsOn } from '../topicOff.ts';
import { EVERYWHERE } from './everywhere.ts';

export const conditions = defineCommand({
  payload: {
    name: 'conditions',
    description: 'The conditions that Caveat has studies on',
    ...EVERYWHERE,
  },
  run: async ({ interaction, deps }) => {
    const known = conditionsOn(deps.caveat.conditions, await hereOf(interaction, deps));
    await answerInteraction(interaction, renderConditions(known), { isPrivate: true });
  },
});
