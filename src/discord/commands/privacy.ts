import {
  renderEraseQuestion,
  renderPolicy,
  renderStored,
  storedJson,
} from '../../render/discord/renderPrivacy.ts';
import { defineCommandOfParts, definePart } from '../command.ts';
import { admitAct } from '../limits/admit.ts';
import { answerInteraction } from '../reply.ts';
import { EVERYWHERE } from './everywhere.ts';

const PRIVATELY = { isPrivate: true };

const show = definePart({
  payload: { name: 'show', description: 'All that is stored about you, as a file' },
  run: async ({ interaction, deps }) => {
    const { id } = interaction.user;
    const stored = await deps.privacy.export(id);
    const isAny = Object.values(stored).some((rows) => rows.length > 0);
    await answerInteraction(interaction, renderStored(stored), {
      ...PRIVATELY,
      files: isAny ? [{ name: 'caveat-about-you.json', text: storedJson(id, stored) }] : [],
    });
  },
});

const erase = definePart({
  payload: { name: 'delete', description: 'Erase all that is stored about you' },
  run: ({ interaction }) =>
    answerInteraction(interaction, renderEraseQuestion(interaction.user.id), PRIVATELY),
});

const policy = definePart({
  payload: { name: 'policy', description: 'What is stored, why, and for how long' },
  run: ({ interaction, deps }) =>
    answerInteraction(interaction, renderPolicy(deps.operatorContact), {
      ...PRIVATELY,
      files: deps.documents,
    }),
});

export const privacy = defineCommandOfParts({
  payload: {
    name: 'privacy',
    description: 'What is stored about you: see it, erase it, read the policy',
    ...EVERYWHERE,
  },
  parts: [show, erase, policy],
  gate: admitAct,
});
