import type {
  APIModalInteractionResponseCallbackData,
  APISelectMenuComponent,
  APITextInputComponent,
} from 'discord-api-types/v10';

/** A part of a modal as the page draws it. */
export type ModalPart =
  | { kind: 'words'; text: string }
  | { kind: 'text'; label: string; description: string; input: APITextInputComponent }
  | { kind: 'select'; label: string; description: string; menu: APISelectMenuComponent };

/** Types of components, as Discord numbers them. */
const ROW = 1;
const TEXT_INPUT = 4;
const WORDS = 10;
const LABEL = 18;
const SELECTS = [3, 5, 6, 7, 8];

type Loose = {
  type: number;
  label?: string;
  description?: string;
  content?: string;
  component?: Loose;
  components?: Loose[];
};

const partOf = (component: Loose, label: string, description: string): ModalPart[] => {
  if (component.type === TEXT_INPUT) {
    const input = component as unknown as APITextInputComponent;
    return [
      { kind: 'text', label: label === '' ? (input.label ?? '') : label, description, input },
    ];
  }
  if (SELECTS.includes(component.type)) {
    const menu = component as unknown as APISelectMenuComponent;
    return [{ kind: 'select', label, description, menu }];
  }
  return [];
};

/** The parts of a modal, whether they stand in labels or, as once was the way, in rows. */
export const modalParts = (
  components: APIModalInteractionResponseCallbackData['components'],
): readonly ModalPart[] =>
  (components as unknown as readonly Loose[]).flatMap((component) => {
    if (component.type === WORDS) return [{ kind: 'words', text: component.content ?? '' }];
    if (component.type === LABEL && component.component !== undefined)
      return partOf(component.component, component.label ?? '', component.description ?? '');
    if (component.type === ROW)
      return (component.components ?? []).flatMap((inner) => partOf(inner, '', ''));
    return [];
  });

/** Whether a part has to be filled in; Discord takes that for granted where nothing is said. */
export const isRequired = (part: ModalPart): boolean => {
  if (part.kind === 'words') return false;
  const control = part.kind === 'text' ? part.input : part.menu;
  return (control as { required?: boolean }).required ?? true;
};

const textFault = (part: Extract<ModalPart, { kind: 'text' }>, value: string): string | null => {
  const { min_length: min, max_length: max } = part.input;
  if (value.trim() === '') return isRequired(part) ? 'This field is required.' : null;
  if (min !== undefined && value.length < min) return `At least ${min} characters.`;
  if (max !== undefined && value.length > max) return `At most ${max} characters.`;
  return null;
};

const selectFault = (
  part: Extract<ModalPart, { kind: 'select' }>,
  values: readonly string[],
): string | null => {
  const min = part.menu.min_values ?? 1;
  if (values.length === 0) return isRequired(part) ? 'Make a choice.' : null;
  return values.length < min ? `Choose at least ${min}.` : null;
};

/** What is wrong with the filled-in modal, by custom id; nothing where it may be sent. */
export const modalFaults = (
  parts: readonly ModalPart[],
  fields: Readonly<Record<string, string | readonly string[]>>,
): Record<string, string> => {
  const faults: Record<string, string> = {};
  for (const part of parts) {
    if (part.kind === 'words') continue;
    const id = part.kind === 'text' ? part.input.custom_id : part.menu.custom_id;
    const value = fields[id] ?? '';
    const fault =
      part.kind === 'text'
        ? textFault(part, String(value))
        : selectFault(part, Array.isArray(value) ? value : []);
    if (fault !== null) faults[id] = fault;
  }
  return faults;
};
