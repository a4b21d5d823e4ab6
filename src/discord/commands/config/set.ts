import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { definePart } from '../../command.ts';
import { admit } from '../../config/admit.ts';
import { typedValue } from '../../config/chosenValue.ts';
import { knownConditions } from '../../config/panelState.ts';
import { changeByCommand } from './changeByCommand.ts';
import { completeKeys, KEY_LENGTH, keyOf } from './keys.ts';
import { completeValues } from './values.ts';

/** The longest text of any setting, with some room to say that it is too long. */
const VALUE_LENGTH = 2000;

const KEY = {
  type: ApplicationCommandOptionType.String,
  name: 'key',
  description: 'Which setting',
  max_length: KEY_LENGTH,
  required: true,
  autocomplete: true,
} as const;

export const set = definePart({
  payload: {
    name: 'set',
    description: 'Change one setting',
    options: [
      KEY,
      {
        type: ApplicationCommandOptionType.String,
        name: 'value',
        description: 'What it shall be; “default” for what it was before anybody changed it',
        max_length: VALUE_LENGTH,
        required: true,
        autocomplete: true,
      },
    ],
  },
  run: async ({ interaction, args, deps }) => {
    const admitted = await admit(interaction, deps);
    const key = keyOf(args.key);
    const to = typedValue(key, args.value, knownConditions(deps));
    await changeByCommand(interaction, { key, to }, { admitted, deps });
  },
  complete: async ({ option, typed, interaction, deps }) =>
    option === 'key'
      ? completeKeys(typed)
      : completeValues(keyOf(interaction.options.getString('key') ?? ''), typed, {
          admitted: await admit(interaction, deps),
          known: knownConditions(deps),
        }),
});

export const reset = definePart({
  payload: { name: 'reset', description: 'Put one setting back to its default', options: [KEY] },
  run: async ({ interaction, args, deps }) => {
    const admitted = await admit(interaction, deps);
    await changeByCommand(interaction, { key: keyOf(args.key), to: null }, { admitted, deps });
  },
  complete: ({ typed }) => completeKeys(typed),
});
