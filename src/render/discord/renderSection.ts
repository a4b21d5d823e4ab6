import { ButtonStyle } from 'discord-api-types/v10';
import type { Answer } from '../../core/domain/answer.ts';
import { button, rowOf, sectionMenu } from './components.ts';
import { type Manner, USUAL_MANNER } from './manner.ts';
import { isReadBack, type MessagePayload, messageOf } from './messagePayload.ts';
import { embedOf } from './renderAnswer.ts';
import { renderNotice } from './renderNotice.ts';
import { sectionAnswer } from './sectionAnswer.ts';
import { studiesOf } from './sourceLines.ts';

/** A section that an answer no longer has: the records changed, or the id was made up. */
const GONE = 'This part of the answer is no longer there. Please ask again.';

/** One section of an answer in full, with its own caveats and sources, and the way to the others. */
export const renderSection = (
  answer: Answer,
  index: number,
  { wording = 'plain' }: Pick<Partial<Manner>, 'wording'> = {},
): MessagePayload => {
  const part = sectionAnswer(answer, index);
  const [section] = part?.sections ?? [];
  if (!part || !section) return renderNotice(GONE);
  const first = section.findings[0];
  const page = studiesOf(answer).findIndex(({ n }) => n === first?.citation);
  const rows = isReadBack(answer.question.text)
    ? [
        ...rowOf([
          ...(page >= 0
            ? [button('Studies', { do: 'studies', page }, { style: ButtonStyle.Primary })]
            : []),
          ...(section.reasons.length > 0
            ? [button('Why this rating?', { do: 'rating', section: index })]
            : []),
        ]),
        ...sectionMenu(answer.sections, { do: 'section' }, 'See another in full', index),
      ]
    : [];
  return messageOf(embedOf(part, rows.length > 0, { ...USUAL_MANNER, wording }), rows);
};
