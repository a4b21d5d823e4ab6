import { treatmentsText } from '../../core/question/questionTexts.ts';
import { defineCommand } from '../command.ts';
import { answerQuestion } from './answerQuestion.ts';
import { EVERYWHERE } from './everywhere.ts';
import { nameOption, PRIVATE } from './options.ts';

export const condition = defineCommand({
  payload: {
    name: 'condition',
    description: 'What studies found of treatments for a condition',
    options: [nameOption('name', 'The condition, such as nocturnal leg cramps', true), PRIVATE],
    ...EVERYWHERE,
  },
  run: ({ interaction, args, deps }) =>
    answerQuestion(interaction, treatmentsText(args.name), {
      isPrivate: args.private,
      deps,
    }),
  complete: ({ typed, deps }) => deps.caveat.complete.conditions(typed),
});
