import { compareText } from '../../core/question/questionTexts.ts';
import { defineCommand } from '../command.ts';
import { answerQuestion } from './answerQuestion.ts';
import { EVERYWHERE } from './everywhere.ts';
import { nameOption, PRIVATE } from './options.ts';

export const compare = defineCommand({
  payload: {
    name: 'compare',
    description: 'Two treatments side by side: what studies found of each',
    options: [
      nameOption('a', 'One treatment', true),
      nameOption('b', 'The other treatment', true),
      nameOption('condition', 'For which condition', false),
      PRIVATE,
    ],
    ...EVERYWHERE,
  },
  run: ({ interaction, args, deps }) =>
    answerQuestion(interaction, compareText([args.a, args.b], args.condition), {
      isPrivate: args.private,
      deps,
    }),
  complete: ({ option, typed, deps }) =>
    option === 'condition'
      ? deps.caveat.complete.conditions(typed)
      : deps.caveat.complete.treatments(typed),
});
