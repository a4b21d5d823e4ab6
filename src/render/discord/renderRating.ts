import { capitalise } from '../../core/answer/words.ts';
import type { Answer, AnswerFinding, AnswerSection } from '../../core/domain/answer.ts';
import { closingLine, DOMAIN_WORDS, stepsText } from '../evidenceWords.ts';
import { DIRECTION_WORDS } from '../meter.ts';
import { verdictColour } from './colours.ts';
import { sectionMenu } from './components.ts';
import { LIMITS } from './limits.ts';
import { citationLink, type Sources, sourcesByNumber } from './links.ts';
import { askedIn, isReadBack, type MessagePayload, messageOf } from './messagePayload.ts';
import { fieldsOf, packBlocks } from './pack.ts';
import { renderNotice } from './renderNotice.ts';
import { escapeText, escapeWithin } from './safeText.ts';
import { meterLines, ratingText } from './sectionText.ts';
import { shortSource } from './sourceLines.ts';

const GONE = 'This part of the answer is no longer there. Please ask again.';
const WHY_ROOM = 400;
/** With the rest of the page below what a message may hold, whatever the answer holds. */
const STEPS_ROOM = 1800;
const SAY_ROOM = 1500;
const SILENT_ROOM = 1000;

const more = (left: number): string => `-# ${left} more, not shown here.`;

/** "**Risk of bias −1** Without a control group, …" */
const stepLines = ({ reasons }: AnswerSection): string[] =>
  reasons.map(({ domain, steps, why }) => {
    const name = [capitalise(DOMAIN_WORDS[domain]), stepsText(steps)].join(' ').trim();
    return `- **${name}:** ${escapeWithin(why, WHY_ROOM)}`;
  });

const nameOf = ({ citation }: AnswerFinding, sources: Sources): string => {
  const source = sources.get(citation);
  return `${citationLink(citation, sources, 'masked')} ${source ? escapeText(shortSource(source)) : ''}`.trim();
};

const percent = (share: number): string => {
  const rounded = Math.round(100 * share);
  return rounded === 0 && share > 0 ? 'under 1%' : `${rounded}%`;
};

const weightLines = ({ findings }: AnswerSection, sources: Sources): string[] =>
  findings
    .filter(({ setAside, share }) => setAside === null && share > 0)
    .map((finding) => {
      const direction = finding.direction === null ? '' : `: ${DIRECTION_WORDS[finding.direction]}`;
      return `- **${percent(finding.share)}** ${nameOf(finding, sources)}${direction}`;
    });

const silentLines = ({ findings }: AnswerSection, sources: Sources): string[] =>
  findings.flatMap((finding) => {
    const animals = finding.kind === 'animals' ? 'It was made in animals.' : 'It has no weight.';
    return finding.setAside === null && finding.share > 0
      ? []
      : [`- ${nameOf(finding, sources)}: ${escapeWithin(finding.setAside ?? animals, 200)}`];
  });

/** The page behind "Why this rating?": each step of GRADE with its reason, and who has how much say. */
export const renderRating = (answer: Answer, index: number): MessagePayload => {
  const section = answer.sections[index];
  if (!section) return renderNotice(GONE);
  const sources = sourcesByNumber(answer.sources);
  const steps = stepLines(section);
  const head = [
    `**${escapeWithin(section.statement, 400)}**`,
    [ratingText(section), ...meterLines(section)].join('\n'),
    '**The steps (GRADE)**',
  ].join('\n\n');
  const told =
    steps.length > 0
      ? packBlocks(steps, STEPS_ROOM, more)
      : 'There is nothing here that could be rated.';
  return messageOf(
    {
      ...askedIn(answer.question.text),
      title: escapeWithin(`Why this rating: ${section.title}`, LIMITS.title),
      description: `${head}\n${told}`,
      color: verdictColour(section.verdict),
      fields: [
        ...fieldsOf('How much say each study has', weightLines(section, sources), SAY_ROOM, more),
        ...fieldsOf('Listed without a say', silentLines(section, sources), SILENT_ROOM, more),
      ],
      footer: { text: closingLine(answer.library) },
    },
    isReadBack(answer.question.text)
      ? sectionMenu(answer.sections, { do: 'ratingMenu' }, 'See why another is rated so', index)
      : [],
  );
};
