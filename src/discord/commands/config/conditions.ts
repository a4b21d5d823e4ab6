import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { foldText } from '../../../core/question/foldText.ts';
import type { NamedCondition } from '../../../core/settings/parseSetting.ts';
import { readSettings } from '../../../core/settings/settings.ts';
import { renderSetting } from '../../../render/discord/config/renderSetting.ts';
import { definePart } from '../../command.ts';
import { admit } from '../../config/admit.ts';
import { checkedValue } from '../../config/chosenValue.ts';
import { knownConditions, panelStateOf } from '../../config/panelState.ts';
import { answerInteraction } from '../../reply.ts';
import { UserError } from '../../userError.ts';
import { NAME_LENGTH } from '../options.ts';
import { changeByCommand } from './changeByCommand.ts';
import { matching } from './keys.ts';

const conditionOf = (typed: string, known: readonly NamedCondition[]): string => {
  const named = foldText(typed);
  const found = known.find(({ id, label }) => id === typed.trim() || foldText(label) === named);
  if (found) return found.id;
  throw new UserError('no-such-condition');
};

export const conditions = definePart({
  payload: {
    name: 'conditions',
    description: 'Switch a condition on or off here; without one you see them all',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'condition',
        description: 'Which condition',
        max_length: NAME_LENGTH,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'on',
        description: 'Whether this server has it',
      },
    ],
  },
  run: async ({ interaction, args, deps }) => {
    const admitted = await admit(interaction, deps);
    if (args.condition === null) {
      const page = renderSetting('conditions', panelStateOf(admitted, deps));
      return answerInteraction(interaction, page, { isPrivate: true });
    }
    const id = conditionOf(args.condition, knownConditions(deps));
    const off = readSettings(admitted.stored).conditions.filter((other) => other !== id);
    const to = checkedValue('conditions', args.on === false ? [...off, id] : off);
    return changeByCommand(interaction, { key: 'conditions', to }, { admitted, deps });
  },
  complete: ({ typed, deps }) =>
    matching(
      knownConditions(deps).map(({ id, label }) => ({ name: label, value: id })),
      typed,
    ),
});
