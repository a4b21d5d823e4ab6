import type { BotDeps } from '../botDeps.ts';
import { defineCommand } from '../command.ts';
import { UserError } from '../userError.ts';
import { answerQuestion } from './answerQuestion.ts';
import { EVERYWHERE } from './everywhere.ts';
import { nameOption, PRIVATE } from './options.ts';

const MOST_SHOWN = 10;

/**
 * What names the study that a person means.
 * @throws UserError where no study fits, or more than one.
 */
const studyMeant = (typed: string, { caveat }: BotDeps): string => {
  if (caveat.ask(typed).question.intent === 'study') return typed;
  // Words that name no study by themselves are looked for as completion does.
  const [first, ...others] = caveat.complete.studies(typed);
  if (!first) throw new UserError('no-such-study');
  if (others.length === 0) return first.value;
  const names = [first, ...others].slice(0, MOST_SHOWN).map(({ name }) => `- ${name}`);
  throw new UserError('several-studies', names);
};

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
  run: async ({ interaction, args, deps }) =>
    answerQuestion(interaction, studyMeant(args.find, deps), {
      isPrivate: args.private,
      deps,
    }),
  complete: ({ typed, deps }) => deps.caveat.complete.studies(typed),
});
