import { usesText } from '../../core/question/questionTexts.ts';
import { defineCommand } from '../command.ts';
import { answerQuestion } from './answerQuestion.ts';
import { EVERYWHERE } from './everywhere.ts';
import { nameOption, PRIVATE } from './options.ts';

export const treatment = defineCommand({
  payload: {
    name: 'treatment',
    description: 'What a treatment was studied for, and what was found',
    options: [nameOption('name', 'The treatment, such as gabapentin', true), PRIVATE],
    ...EVERYWHERE,
  },
  run: ({ interaction, args, deps }) =>
    answerQuestion(interaction, usesText([args.name]), { isPrivate: args.private, deps }),
  complete: ({ typed, deps }) => deps.caveat.complete.treatments(typed),
});
