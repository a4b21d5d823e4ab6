import type { FormFault } from '../discordError.ts';

/** Discord's documentation says so; its schema would let 6000 through. */
const MAX_TEXT_VALUE = 100;

/** The choices of an option whose values are too long. */
export const findChoiceFaults = (
  choices: readonly { value: string | number }[],
  path: readonly (string | number)[],
): FormFault[] =>
  choices.flatMap(({ value }, index) =>
    typeof value === 'string' && value.length > MAX_TEXT_VALUE
      ? [
          {
            path: [...path, index, 'value'],
            code: 'BASE_TYPE_MAX_LENGTH',
            message: `Must be ${MAX_TEXT_VALUE} or fewer in length.`,
          },
        ]
      : [],
  );
