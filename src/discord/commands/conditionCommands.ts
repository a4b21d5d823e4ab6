import type { Caveat } from '../../app/createCaveat.ts';
import { efficacyText, treatmentsText } from '../../core/question/questionTexts.ts';
import { type ChatCommand, defineCommand } from '../command.ts';
import { answerQuestion } from './answerQuestion.ts';
import { EVERYWHERE } from './everywhere.ts';
import { nameOption, PRIVATE, questionOption } from './options.ts';

export type CommandCondition = { id: string; label: string; command: string };

const questionText = (
  label: string,
  { treatment, question }: { treatment: string | null; question: string | null },
  { within }: Caveat,
): string => {
  if (question === null)
    return treatment === null ? treatmentsText(label) : efficacyText(treatment, label);
  return within(treatment === null ? question : `${question} ${treatment}`, label);
};

/** The command of one condition: `/hemifacial-spasm treatment: question:`. */
export const conditionCommand = ({ id, label, command }: CommandCondition): ChatCommand =>
  defineCommand({
    condition: id,
    payload: {
      name: command,
      description: `What studies found of treatments for ${label}`.slice(0, 100),
      options: [
        nameOption('treatment', 'A treatment; without one you see them all', false),
        questionOption(false),
        PRIVATE,
      ],
      ...EVERYWHERE,
    },
    run: ({ interaction, args, deps }) =>
      answerQuestion(interaction, questionText(label, args, deps.caveat), {
        isPrivate: args.private,
        deps,
      }),
    complete: ({ option, typed, deps }) =>
      option === 'treatment'
        ? deps.caveat.complete.treatments(typed, { condition: id })
        : deps.caveat.complete.questions(typed),
  });
