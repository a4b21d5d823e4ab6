import { conditionsOnPage, renderConditions } from '../../render/discord/renderConditions.ts';
import { defineCommand } from '../command.ts';
import { hereOf } from '../here.ts';
import { answerWithPicture } from '../pictures/answerWithPicture.ts';
import { mapOfConditions } from '../pictures/wantedPicture.ts';
import { conditionsOn } from '../topicOff.ts';
import { EVERYWHERE } from './everywhere.ts';

export const conditions = defineCommand({
  payload: {
    name: 'conditions',
    description: 'The conditions that Caveat has studies on',
    ...EVERYWHERE,
  },
  run: async ({ interaction, deps }) => {
    const here = await hereOf(interaction, deps);
    const known = conditionsOn(deps.caveat.conditions, here);
    const wanted = mapOfConditions(conditionsOnPage(known, 0), here, deps);
    const payload = renderConditions(known);
    await answerWithPicture(interaction, payload, { isPrivate: true, wanted }, deps);
  },
});
