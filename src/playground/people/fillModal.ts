import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10';
import { type Component, walkComponents } from '../messages/toApiComponents.ts';
import type { Stand } from '../stand.ts';
import type { Channel } from '../world.ts';
import { PersonError } from './personError.ts';
import { isKnownId, OPTION_OF_SELECT, type Resolved, resolveId } from './resolveId.ts';

/** Values by the custom ids of a modal's inputs. */
export type ModalFields = Readonly<Record<string, string | readonly string[]>>;

type Input = Component & {
  required?: boolean;
  value?: string;
  min_length?: number;
  max_length?: number;
  min_values?: number;
  max_values?: number;
  options?: { value: string; default?: boolean }[];
};

const asList = (given: string | readonly string[] | undefined): readonly string[] => {
  if (given === undefined || given === '') return [];
  return typeof given === 'string' ? [given] : given;
};

const checkText = (input: Input, given: string | readonly string[] | undefined): void => {
  const text = String(given ?? input.value ?? '');
  const { min_length = 0, max_length = 4_000, required = true } = input;
  if (text === '' && !required) return;
  if (text.trim() === '') throw new PersonError('This field is required.');
  if (text.length < min_length) throw new PersonError(`Write ${min_length} characters or more.`);
  if (text.length > max_length) throw new PersonError(`Write ${max_length} characters at most.`);
};

const checkChosen = (stand: Stand, input: Input, values: readonly string[]): void => {
  const { required = true, min_values = 1, max_values = 1, options } = input;
  if (values.length === 0 && !required) return;
  if (values.length < Math.max(min_values, required ? 1 : 0) || values.length > max_values) {
    throw new PersonError(`Choose ${min_values} to ${max_values}.`);
  }
  const kind = OPTION_OF_SELECT[input.type];
  const isThere = (value: string): boolean => {
    if (kind !== undefined) return isKnownId(stand.world, kind, value);
    return options === undefined || options.some((option) => option.value === value);
  };
  if (!values.every(isThere)) throw new PersonError('That is not in the menu.');
};

/** An input as the modal's submission carries it. */
const fillInput = (
  input: Input,
  given: string | readonly string[] | undefined,
): Record<string, unknown> => {
  const { type, id = 0, custom_id = '' } = input;
  switch (type) {
    case ComponentType.TextInput:
      return { type, id, custom_id, value: String(given ?? input.value ?? '') };
    case ComponentType.RadioGroup:
      return { type, id, custom_id, value: asList(given)[0] ?? null };
    case ComponentType.Checkbox:
      return { type, id, custom_id, value: given === 'true' };
    default:
      return { type, id, custom_id, values: asList(given) };
  }
};

const isInput = ({ custom_id }: Component): boolean => custom_id !== undefined;

const checkFields = (stand: Stand, inputs: readonly Input[], fields: ModalFields): void => {
  for (const name of Object.keys(fields)) {
    if (!inputs.some(({ custom_id }) => custom_id === name)) {
      throw new PersonError('The form has no such field.');
    }
  }
  for (const input of inputs) {
    const given = fields[input.custom_id ?? ''];
    if (input.type === ComponentType.TextInput) checkText(input, given);
    else if (input.type !== ComponentType.Checkbox) checkChosen(stand, input, asList(given));
  }
};

/** A modal's components as they are sent back: rows with inputs, labels with one each. */
export const fillModal = (
  stand: Stand,
  channel: Channel,
  modal: APIModalInteractionResponseCallbackData | null,
  { fields, forge }: { fields: ModalFields; forge: boolean },
): { components: unknown[]; resolved: Resolved } => {
  const resolved: Resolved = {};
  if (!modal) return { components: forgedRows(fields), resolved };
  const layout = modal.components as readonly Component[];
  const inputs = walkComponents(layout).filter(isInput) as Input[];
  if (!forge) checkFields(stand, inputs, fields);
  for (const input of inputs) {
    const kind = OPTION_OF_SELECT[input.type];
    if (kind === undefined) continue;
    for (const id of asList(fields[input.custom_id ?? ''])) {
      resolveId(stand.world, channel, resolved, kind, id);
    }
  }
  const fill = (input: Component) => fillInput(input as Input, fields[input.custom_id ?? '']);
  const components = layout.map(({ type, id, component, components: row }) => ({
    type,
    id,
    ...(component ? { component: fill(component) } : {}),
    ...(row ? { components: row.map(fill) } : {}),
  }));
  return { components, resolved };
};

/** Without an open modal every field is taken for a line of text. */
const forgedRows = (fields: ModalFields): unknown[] =>
  Object.entries(fields).map(([custom_id, value], index) => ({
    type: ComponentType.ActionRow,
    id: index * 2 + 1,
    components: [
      { type: ComponentType.TextInput, id: index * 2 + 2, custom_id, value: String(value) },
    ],
  }));
