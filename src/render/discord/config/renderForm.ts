import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { type SettingKey, settingOf } from '../../../core/settings/settings.ts';
import { wordValue } from '../../../core/settings/wordValue.ts';
import { cleanWithin } from '../safeText.ts';
import { encodeConfig } from './configId.ts';
import type { PanelState } from './panelParts.ts';

/** The field of the form. */
export const FORM_FIELD = 'value';
/** Discord's limits of forms. */
const TITLE = 45;
const DESCRIPTION = 100;
/** "1 hour 30 minutes" */
const NUMBER_LENGTH = 30;

/** The form for a text or a number, filled with what stands there now. */
export const renderForm = (
  key: SettingKey,
  { settings, seenOf }: PanelState,
): APIModalInteractionResponseCallbackData => {
  const { kind, label, description, bounds, unit } = settingOf(key);
  const value = settings[key];
  const isText = kind === 'text';
  const range = isText
    ? `At most ${bounds?.max} characters. Leave it empty for none.`
    : `${bounds?.min} to ${bounds?.max} ${unit}`;
  const shown = isText ? (value === null ? '' : String(value)) : wordValue(key, value);
  return {
    custom_id: encodeConfig({ do: 'written', key, seen: seenOf(key) }),
    title: cleanWithin(label, TITLE),
    components: [
      {
        type: ComponentType.Label,
        label: cleanWithin(range, TITLE),
        description: cleanWithin(description, DESCRIPTION),
        component: {
          type: ComponentType.TextInput,
          custom_id: FORM_FIELD,
          style: isText ? TextInputStyle.Paragraph : TextInputStyle.Short,
          required: !isText,
          max_length: isText ? (bounds?.max ?? 4000) : NUMBER_LENGTH,
          ...(shown === '' ? {} : { value: shown }),
        },
      },
    ],
  };
};
