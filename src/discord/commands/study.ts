import { defineCommand } from '../command.ts';
import { answerQuestion } from './answerQuestion.ts';
import { EVERYWHERE } from './everywhere.ts';
import { nameOption, PRIVATE } from './options.ts';

export const study = defineCommand({
  payload: {
    name: 'study',
    description: 'One study: what it did, what it found, and its limits',
    options: [
      nameOption('find', 'Author and year, words of the title, a PMID or a DOI', true),
      PRIVATE,
    ],
    ...EVERYWHERE,
  },
  run: ({ interaction, args, deps }) =>
    answerQuestion(interaction, args.find, { isPrivate: args.private ?? false, deps }),
  complete: ({ typed, deps }) => deps.caveat.complete.studies(typed),
});
