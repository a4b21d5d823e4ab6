import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { Reading } from '../../../core/papers/correction.ts';
import { type CorrectionForm, fillForm } from '../../../core/papers/correctionForm.ts';
import { encodeReview } from './reviewId.ts';

/** What a form of Discord holds at most. */
const MOST_TEXT = 4_000;

const INPUTS: readonly {
  id: keyof CorrectionForm;
  label: string;
  description: string;
  isLong: boolean;
  room: number;
}[] = [
  {
    id: 'design',
    label: 'Design',
    description: 'Such as: randomised trial, cohort study, case report. Empty: not stated.',
    isLong: false,
    room: 60,
  },
  {
    id: 'enrolled',
    label: 'People enrolled',
    description: 'A whole number. Empty: not stated.',
    isLong: false,
    room: 20,
  },
  {
    id: 'doses',
    label: 'Dose of each arm',
    description: '300 mg/day, 300 to 900 mg/day, up to 900 mg/day, or not stated. One a line.',
    isLong: true,
    room: MOST_TEXT,
  },
  {
    id: 'findings',
    label: 'What changed',
    description: 'increased, decreased, no difference, or leave out. One a line, by its number.',
    isLong: true,
    room: MOST_TEXT,
  },
];

type Asked = { doc: number; content: string; seen: number; shown: string; reading: Reading };

/** The form in which an admin puts right what was read, filled with what stands. */
export const renderCorrectionForm = ({
  reading,
  ...place
}: Asked): APIModalInteractionResponseCallbackData => {
  const filled = fillForm(reading);
  return {
    custom_id: encodeReview({ do: 'corrected', ...place }),
    title: 'Correct what was read',
    // A list of nothing has no line to write in.
    components: INPUTS.filter(({ id, isLong }) => !isLong || filled[id] !== '').map(
      ({ id, label, description, isLong, room }) => ({
        type: ComponentType.Label,
        label,
        description,
        component: {
          type: ComponentType.TextInput,
          custom_id: id,
          style: isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
          required: false,
          max_length: room,
          ...(filled[id] === '' ? {} : { value: filled[id].slice(0, room) }),
        },
      }),
    ),
  };
};
