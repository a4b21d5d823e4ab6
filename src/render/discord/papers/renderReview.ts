import {
  type APIButtonComponentWithCustomId,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Paper } from '../../../core/domain/paper.ts';
import type { Judgement, Reading } from '../../../core/papers/correction.ts';
import { wordCorrection } from '../../../core/papers/correctionForm.ts';
import { describePaper } from '../../../core/papers/describePaper.ts';
import { PLAIN_COLOUR } from '../colours.ts';
import { rowOf } from '../components.ts';
import { showMaker } from '../config/renderChanges.ts';
import { LIMITS } from '../limits.ts';
import { type MessagePayload, messageOf, sizeOf } from '../messagePayload.ts';
import { packBlocks } from '../pack.ts';
import { escapeWithin } from '../safeText.ts';
import { paperFields } from './paperFields.ts';
import { paperHead } from './renderPaperPage.ts';
import { encodeReview, type ReviewAction } from './reviewId.ts';

/** A change that was made: by whom (null once that person had it erased) and when. */
type Change = { userId: string | null; at: number; judgement: Judgement | null; title: string };

/** A paper under review, and what its reviewer is to be held to having seen. */
export type ReviewState = {
  doc: number;
  content: string;
  seen: number;
  shown: string;
  paper: Paper;
  /** Whether the server brought it in itself. */
  isOwn: boolean;
  reading: Reading;
  latest: Change | null;
  /** What was just done, or why not, in Discord's markup. */
  notice: string | null;
};

const FOOTER = 'Only you see this. Every review is kept in /library history.';
const CORRECTIONS_ROOM = 600;
const LEAST_ABSTRACT = 200;
const MOST_ABSTRACT = 1_500;
const ABSTRACT = '\n\n**Abstract:** ';

const reviewButton = (
  label: string,
  action: ReviewAction,
  style: ButtonStyle = ButtonStyle.Secondary,
): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: style as APIButtonComponentWithCustomId['style'],
  label,
  custom_id: encodeReview(action),
});

const VERDICTS: Readonly<Record<Judgement['verdict'], string>> = {
  approved: 'Approved',
  corrected: 'Corrected',
  rejected: 'Rejected: it is not shown here',
};

const correctionLines = ({ corrections, extraction }: Reading): string[] =>
  corrections.map((correction) => `- ${escapeWithin(wordCorrection(correction, extraction), 200)}`);

const more = (left: number): string => `-# ${left} more.`;

const standingLines = ({ latest, isOwn, reading }: ReviewState): string[] => [
  latest?.judgement
    ? `**${VERDICTS[latest.judgement.verdict]}** by ${showMaker(latest)}`
    : latest
      ? `Taken back by ${showMaker(latest)}; it counts as unreviewed.`
      : 'Nobody here has reviewed it.',
  ...(reading.corrections.length === 0
    ? []
    : [packBlocks(correctionLines(reading), CORRECTIONS_ROOM, more)]),
  isOwn
    ? '-# Brought in by this server.'
    : '-# Brought in by whoever runs this bot. Your review holds in this server alone.',
];

const rowsOf = ({ doc, content, seen, shown, latest }: ReviewState) => {
  const place = { doc, content };
  const judged = { ...place, seen, shown };
  const isJudged = (latest?.judgement ?? null) !== null;
  return [
    ...rowOf([
      ...(isJudged
        ? []
        : [reviewButton('Approve', { do: 'approve', ...judged }, ButtonStyle.Success)]),
      reviewButton('Correct', { do: 'correct', ...place }, ButtonStyle.Primary),
      ...(isJudged
        ? []
        : [reviewButton('Reject', { do: 'reject', ...judged }, ButtonStyle.Danger)]),
      ...(latest === null ? [] : [reviewButton('Undo', { do: 'undo', ...judged })]),
    ]),
    ...rowOf([
      reviewButton('Next', { do: 'next', before: doc }),
      reviewButton('History', { do: 'history' }),
    ]),
  ];
};

/** The page of one paper under review: all that was read in it, with its sentences and abstract. */
export const renderReview = (state: ReviewState): MessagePayload => {
  const { paper, reading, notice, isOwn, latest } = state;
  const verdict = latest?.judgement?.verdict;
  const told = describePaper(paper, reading, {
    origin: isOwn ? 'server' : 'operator',
    review: verdict === 'approved' || verdict === 'corrected' ? verdict : 'unreviewed',
  });
  const { lines, ...head } = paperHead(told);
  const description = [
    ...(notice === null ? [] : [notice, '']),
    ...lines.filter((line) => !line.startsWith('**Read by')),
    '',
    ...standingLines(state),
  ].join('\n');
  const embed: APIEmbed = {
    ...head,
    description,
    fields: paperFields(told),
    footer: { text: FOOTER },
  };
  while (sizeOf(embed) > LIMITS.embeds) embed.fields?.pop();
  const room = Math.min(LIMITS.embeds - sizeOf(embed), MOST_ABSTRACT) - ABSTRACT.length;
  if (paper.abstract !== null && room > LEAST_ABSTRACT)
    embed.description = `${description}${ABSTRACT}${escapeWithin(paper.abstract, room)}`;
  return messageOf(embed, rowsOf(state));
};

/** What stands in the place of a paper: there is none, or none left. */
export const renderNoReview = (
  text: string,
  { canRestart }: { canRestart: boolean },
): MessagePayload =>
  messageOf(
    { title: 'Review', description: text, color: PLAIN_COLOUR, footer: { text: FOOTER } },
    rowOf([
      ...(canRestart ? [reviewButton('From the newest', { do: 'next', before: 0 })] : []),
      reviewButton('History', { do: 'history' }),
    ]),
  );

const HISTORY_ROOM = 3_600;
const TITLE = 120;

const changeBlock = ({ title, judgement, ...made }: Change): string =>
  [
    `**${escapeWithin(title, TITLE)}**`,
    judgement === null ? 'Taken back' : VERDICTS[judgement.verdict],
    ...(judgement === null ? [] : correctionLines(judgement).slice(0, 6)),
    `-# ${showMaker(made)}`,
  ].join('\n');

/** The latest reviews, newest first: which paper, what was made of it, who, when. */
export const renderReviewHistory = (changes: readonly Change[]): MessagePayload =>
  messageOf(
    {
      title: 'Latest reviews',
      description:
        changes.length === 0
          ? 'No paper was reviewed here yet.'
          : packBlocks(changes.map(changeBlock), HISTORY_ROOM, (left) => `-# ${left} older ones.`),
      color: PLAIN_COLOUR,
      footer: { text: FOOTER },
    },
    rowOf([reviewButton('Review', { do: 'next', before: 0 })]),
  );
