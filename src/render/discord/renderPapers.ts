import { ButtonStyle } from 'discord-api-types/v10';
import { countOf } from '../../core/answer/words.ts';
import type { Paper } from '../../core/domain/paper.ts';
import { PLAIN_COLOUR } from './colours.ts';
import { button, rowOf } from './components.ts';
import { LIMITS } from './limits.ts';
import { link } from './links.ts';
import { type MessagePayload, messageOf } from './messagePayload.ts';
import { packBlocks } from './pack.ts';
import { renderNotice } from './renderNotice.ts';
import { clean, cleanWithin, escapeWithin } from './safeText.ts';

/** What became of papers that were brought in. */
type Report = {
  added: number;
  changed: number;
  unchanged: number;
  skipped: number;
  leftOut: number;
  isStopped: boolean;
};
type Room = { count: number; most: number };

const MOST_AUTHORS = 3;

/** Where a paper can be opened; null where it has no number. */
const urlOf = ({ doi, pmid, pmcid }: Paper): string | null => {
  if (pmid !== null) return `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`;
  if (pmcid !== null) return `https://www.ncbi.nlm.nih.gov/pmc/articles/PMC${pmcid}/`;
  return doi === null ? null : `https://doi.org/${encodeURI(doi)}`;
};

const numbersOf = ({ doi, pmid, pmcid }: Paper): string =>
  [
    ...(pmid === null ? [] : [`PMID ${pmid}`]),
    ...(pmcid === null ? [] : [`PMC${pmcid}`]),
    ...(doi === null || pmid !== null || pmcid !== null ? [] : [`DOI ${doi}`]),
  ].join(', ');

/** "**1.** Title\n-# Bandini F, Mazzella L. Eur Neurol 1999. PMID 1" */
const paperLines = (paper: Paper, n: number): string => {
  const { title, authors, journal, year, retracted } = paper;
  const names = authors.slice(0, MOST_AUTHORS).join(', ');
  const people = authors.length > MOST_AUTHORS ? `${names}, et al` : names;
  const place = [journal, year].filter((part) => part !== null).join(' ');
  const about = [people, place, numbersOf(paper)].filter((part) => part !== '').join('. ');
  const url = urlOf(paper);
  const short = cleanWithin(title, 180);
  const heading = url === null ? escapeWithin(short, 250) : link(short, url);
  return `**${n}.** ${retracted ? '**Retracted.** ' : ''}${heading}\n-# ${escapeWithin(about, 200)}`;
};

type Found = {
  hits: readonly { paper: Paper }[];
  mended: readonly { from: string; to: string }[];
};

/** Papers that were found by words. */
export const renderFound = (words: string, { hits, mended }: Found): MessagePayload => {
  const notes = mended.map(
    ({ from, to }) =>
      `-# Searched for “${escapeWithin(to, 60)}” in place of “${escapeWithin(from, 60)}”.`,
  );
  const lines = hits.map(({ paper }, i) => paperLines(paper, i + 1));
  const blocks = hits.length === 0 ? ['No paper that was brought in has these words.'] : lines;
  return messageOf({
    title: escapeWithin(`Papers on “${clean(words)}”`, LIMITS.title),
    description: packBlocks(
      [...notes, ...blocks],
      LIMITS.description,
      (left) => `-# ${left} more.`,
    ),
    color: PLAIN_COLOUR,
    footer: { text: 'Papers that were brought in; nobody has judged them. Not medical advice.' },
  });
};

const wordReport = ({
  added,
  changed,
  unchanged,
  skipped,
  leftOut,
  isStopped,
}: Report): string[] => {
  const parts = [
    `${countOf(added, 'paper')} added`,
    ...(changed > 0 ? [`${changed} changed`] : []),
    ...(unchanged > 0 ? [`${unchanged} there already`] : []),
    ...(skipped > 0 ? [`${countOf(skipped, 'record')} skipped`] : []),
  ];
  return [
    `${parts.join(', ')}.`,
    ...(leftOut > 0
      ? [
          `${leftOut} left out: there is no room for more. /library remove and /library clear make room.`,
        ]
      : []),
    ...(isStopped
      ? ['I was told to stop before the end. What is there stays; import the file again to go on.']
      : []),
  ];
};

const wordRoom = ({ count, most }: Room): string =>
  `This server has ${count} of ${most} papers. Only this server sees them.`;

type Imported = Room & {
  report: Report;
  faults: readonly { place: string; reason: string }[];
  /** How many faults are not among these. */
  unshown: number;
};

/** What became of a file, and what of it could not be taken. */
export const renderImported = ({ report, faults, unshown, ...room }: Imported): MessagePayload =>
  renderNotice(
    [
      ...wordReport(report),
      wordRoom(room),
      ...faults.map(({ place, reason }) => `- ${place}: ${reason}`),
      ...(unshown > 0 ? [`And ${unshown} more like these.`] : []),
    ].join('\n'),
  );

type Added = Room & {
  report: Report & {
    papers: readonly Paper[];
    missing: readonly string[];
    unread: readonly string[];
  };
};

/** What became of papers that were looked up. */
export const renderAdded = ({ report, ...room }: Added): MessagePayload => {
  const told = [
    ...report.missing.map((id) => `- ${escapeWithin(id, 80)}: no paper is known under it.`),
    ...report.unread.map((text) => `- “${escapeWithin(text, 80)}” is no PMID, PMCID or DOI.`),
  ];
  const blocks = [
    [...wordReport(report), wordRoom(room)].join('\n'),
    ...(told.length === 0 ? [] : [told.slice(0, 20).join('\n')]),
    ...report.papers.map((paper, i) => paperLines(paper, i + 1)),
  ];
  return messageOf({
    title: 'Papers looked up',
    description: packBlocks(blocks, LIMITS.description, (left) => `-# ${left} more.`),
    color: PLAIN_COLOUR,
  });
};

/** A paper that is no more. */
export const renderRemoved = (paper: Paper): MessagePayload => {
  const number = numbersOf(paper);
  return renderNotice(
    `Done. Erased, with its reviews: ${cleanWithin(paper.title, 250)}${number === '' ? '' : ` (${cleanWithin(number, 200)})`}.`,
  );
};

/** Asks once more before the papers of a server are erased. */
export const renderClearQuestion = (count: number): MessagePayload =>
  count === 0
    ? renderNotice('This server has no papers of its own, so there is nothing to erase.')
    : messageOf(
        {
          title: 'Erase the papers of this server?',
          description: `${countOf(count, 'paper')} of this server, and all reviews made here, are erased and cannot be brought back. Papers of whoever runs this bot stay.`,
          color: PLAIN_COLOUR,
        },
        rowOf([button('Erase them', { do: 'clearPapers' }, { style: ButtonStyle.Danger })]),
      );

export const renderCleared = (count: number): MessagePayload =>
  renderNotice(`Done. ${countOf(count, 'paper')} erased.`);
