import {
  InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema,
  InteractionApplicationCommandAutocompleteCallbackNumberDataSchema,
  InteractionApplicationCommandAutocompleteCallbackStringDataSchema,
} from 'discord-api-spec/zod';
import {
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import { object, unknown, type ZodMiniType } from 'zod/mini';
import { invalidForm } from '../discordError.ts';
import { checkBody } from '../validation/checkBody.ts';
import { findChoiceFaults } from '../validation/findChoiceFaults.ts';

const callbackWith = (data: ZodMiniType): ZodMiniType => object({ type: unknown(), data });

const TEXT = callbackWith(InteractionApplicationCommandAutocompleteCallbackStringDataSchema);
const BY_TYPE: Readonly<Partial<Record<ApplicationCommandOptionType, ZodMiniType>>> = {
  [ApplicationCommandOptionType.Integer]: callbackWith(
    InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema,
  ),
  [ApplicationCommandOptionType.Number]: callbackWith(
    InteractionApplicationCommandAutocompleteCallbackNumberDataSchema,
  ),
};

/** The choices of an autocomplete callback, checked for the type of the option being typed. */
export const checkChoices = (
  focusedType: ApplicationCommandOptionType | null,
  body: unknown,
): APIApplicationCommandOptionChoice[] => {
  checkBody((focusedType !== null && BY_TYPE[focusedType]) || TEXT, body);
  const { data } = body as { data: { choices?: APIApplicationCommandOptionChoice[] | null } };
  // The schema lets an empty place stand; Discord leaves it out.
  const choices = (data.choices ?? []).filter((choice) => choice !== null);
  const faults = findChoiceFaults(choices, ['data', 'choices']);
  if (faults.length > 0) throw invalidForm(faults);
  return choices;
};
