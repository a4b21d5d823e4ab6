import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { button, rowOf } from './components.ts';
import { encodeAction } from './customId.ts';
import type { MessagePayload } from './messagePayload.ts';
import { renderNotice } from './renderNotice.ts';

/** The longest reason that a person may give. */
export const REASON_LENGTH = 300;
/** The form's only field. */
export const REASON_FIELD = 'reason';

export type Opinion = {
  answerId: string;
  isHelpful: boolean;
  /** What was known of it before. */
  before: 'new' | 'same' | 'changed';
};

const wordsOf = ({ isHelpful, before }: Opinion): string => {
  const word = isHelpful ? 'helpful' : 'not helpful';
  if (before === 'same') return `You had called this answer ${word} already. It counts once.`;
  return `Thank you. ${before === 'changed' ? 'Your opinion is now' : 'Noted as'} ${word}.`;
};

/** Thanks for an opinion; who found no help may say why. */
export const renderThanks = (opinion: Opinion): MessagePayload => ({
  ...renderNotice(wordsOf(opinion)),
  components: opinion.isHelpful
    ? []
    : rowOf([button('Say why', { do: 'why', answerId: opinion.answerId })]),
});

/** The form in which a person says why an answer did not help. */
export const renderReasonForm = (answerId: string): APIModalInteractionResponseCallbackData => ({
  custom_id: encodeAction({ do: 'explain', answerId }),
  title: 'What was not helpful?',
  components: [
    {
      type: ComponentType.Label,
      label: 'In your words',
      description: 'Please write nothing personal: no names, and nothing of your own health.',
      component: {
        type: ComponentType.TextInput,
        custom_id: REASON_FIELD,
        style: TextInputStyle.Paragraph,
        max_length: REASON_LENGTH,
        required: true,
        placeholder: 'A study is missing, the answer missed the point, ...',
      },
    },
  ],
});
