import { defineCommand } from '../command.ts';
import { answerQuestion } from './answerQuestion.ts';
import { EVERYWHERE } from './everywhere.ts';
import { PRIVATE, questionOption } from './options.ts';

export const ask = defineCommand({
  payload: {
    name: 'ask',
    description: 'Ask whether a treatment helps a condition, and see what studies found',
    options: [questionOption(true), PRIVATE],
    ...EVERYWHERE,
  },
  run: ({ interaction, args, deps }) =>
    answerQuestion(interaction, args.question, { isPrivate: args.private, deps }),
  complete: ({ typed, deps }) => deps.caveat.complete.questions(typed),
});
