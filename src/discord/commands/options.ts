import { ApplicationCommandOptionType } from 'discord-api-types/v10';

/** The longest question; what Discord shows above an embed holds it whole. */
export const QUESTION_LENGTH = 250;
/** The longest name that a person may type for a treatment, condition or study. */
export const NAME_LENGTH = 100;

/** Options that several commands take. */
export const PRIVATE = {
  type: ApplicationCommandOptionType.Boolean,
  name: 'private',
  description: 'Show the answer to me alone',
} as const;

export const questionOption = <const R extends boolean>(required: R) =>
  ({
    type: ApplicationCommandOptionType.String,
    name: 'question',
    description: 'What you want to know, in your own words',
    max_length: QUESTION_LENGTH,
    required,
    autocomplete: true,
  }) as const;

export const nameOption = <const N extends string, const R extends boolean>(
  name: N,
  description: string,
  required: R,
) =>
  ({
    type: ApplicationCommandOptionType.String,
    name,
    description,
    max_length: NAME_LENGTH,
    required,
    autocomplete: true,
  }) as const;
