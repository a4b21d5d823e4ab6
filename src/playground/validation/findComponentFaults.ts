import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import type { FormFault } from '../discordError.ts';
import { type Component, isSelect } from '../messages/toApiComponents.ts';

const MAX_ROWS = 5;
const MAX_COMPONENTS_V2 = 40;

type Path = readonly (string | number)[];
type Placed = { component: Component; path: Path };
type Button = Component & { style?: number; url?: string; label?: string; emoji?: unknown };
type Select = Component & {
  options?: { value: string; default?: boolean }[];
  min_values?: number;
  max_values?: number;
};

/** Every component with the path to it in the body. */
const place = (components: readonly Component[], path: Path): Placed[] =>
  components.flatMap((component, index) => placeOne(component, [...path, index]));

const placeOne = (component: Component, path: Path): Placed[] => [
  { component, path },
  ...place(component.components ?? [], [...path, 'components']),
  ...(component.component ? placeOne(component.component, [...path, 'component']) : []),
  ...(component.accessory ? placeOne(component.accessory, [...path, 'accessory']) : []),
];

const required = (path: Path): FormFault => ({
  path,
  code: 'BASE_TYPE_REQUIRED',
  message: 'This field is required',
});

const buttonFaults = ({ component, path }: Placed): FormFault[] => {
  const { style, url, custom_id, label, emoji } = component as Button;
  if (style === ButtonStyle.Premium) return [];
  const faults: FormFault[] = [];
  if (style === ButtonStyle.Link) {
    if (!url) faults.push(required([...path, 'url']));
    if (custom_id) {
      const message = 'A custom id and url cannot both be specified';
      faults.push({ path, code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE', message });
    }
  } else if (!custom_id) faults.push(required([...path, 'custom_id']));
  if (!label?.trim() && !emoji) faults.push(required([...path, 'label']));
  return faults;
};

const selectFaults = ({ component, path }: Placed): FormFault[] => {
  const { options, min_values = 1, max_values = 1 } = component as Select;
  const faults: FormFault[] = [];
  if (min_values > max_values) {
    const message = 'min_values must not exceed max_values';
    faults.push({
      path: [...path, 'min_values'],
      code: 'SELECT_COMPONENT_VALUES_INVALID',
      message,
    });
  }
  const seen = new Set<string>();
  for (const [index, { value }] of (options ?? []).entries()) {
    if (seen.has(value)) {
      faults.push({
        path: [...path, 'options', index, 'value'],
        code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
        message: 'The specified option value is already used',
      });
    }
    seen.add(value);
  }
  if (options && max_values > options.length) {
    const message = `max_values must not exceed the number of options (${options.length})`;
    faults.push({
      path: [...path, 'max_values'],
      code: 'SELECT_COMPONENT_VALUES_INVALID',
      message,
    });
  }
  return faults;
};

/** A row holds up to five buttons, or one of anything else. */
const rowFaults = ({ component, path }: Placed): FormFault[] => {
  const inRow = component.components ?? [];
  const isTooWide = inRow.length > 1 && inRow.some(({ type }) => type !== ComponentType.Button);
  if (!isTooWide) return [];
  return inRow.slice(1).map((_, index) => ({
    path: [...path, 'components', index + 1],
    code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    message: 'The specified component exceeds the maximum width',
  }));
};

const duplicateFaults = (all: readonly Placed[]): FormFault[] => {
  const seen = new Set<string>();
  return all.flatMap(({ component: { custom_id }, path }) => {
    if (!custom_id) return [];
    if (!seen.has(custom_id)) {
      seen.add(custom_id);
      return [];
    }
    return [
      {
        path: [...path, 'custom_id'],
        code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
        message: 'Component custom id cannot be duplicated',
      },
    ];
  });
};

/** What is wrong with components though their schema holds. */
export const findComponentFaults = (
  components: readonly Component[],
  isV2: boolean,
  prefix: readonly string[],
): FormFault[] => {
  const all = place(components, [...prefix, 'components']);
  const most = isV2 ? MAX_COMPONENTS_V2 : MAX_ROWS;
  const isTooLong = (isV2 ? all.length : components.length) > most;
  return [
    ...(isTooLong
      ? [
          {
            path: [...prefix, 'components'],
            code: 'BASE_TYPE_BAD_LENGTH',
            message: `Must be between 1 and ${most} in length.`,
          },
        ]
      : []),
    ...(isV2
      ? []
      : components.flatMap(({ type }, index) =>
          type === ComponentType.ActionRow || type === ComponentType.Label
            ? []
            : [
                {
                  path: [...prefix, 'components', index, 'type'],
                  code: 'UNION_TYPE_CHOICES',
                  message: 'Value of field "type" must be one of (1,).',
                },
              ],
        )),
    ...all.filter(({ component }) => component.type === ComponentType.ActionRow).flatMap(rowFaults),
    ...all.filter(({ component }) => component.type === ComponentType.Button).flatMap(buttonFaults),
    ...all.filter(({ component }) => isSelect(component)).flatMap(selectFaults),
    ...duplicateFaults(all),
  ];
};
