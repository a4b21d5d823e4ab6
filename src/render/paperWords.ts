import { listOf } from '../core/answer/words.ts';
import type { ExtractedPaper, PaperFinding, PaperReview } from '../core/domain/extractedPaper.ts';

/** Papers that a program read, in the words in which people are told of them. */

/** Those that somebody brought in, and those found beyond the library. */
export const groupsOf = (
  papers: readonly ExtractedPaper[],
): { broughtIn: ExtractedPaper[]; beyond: ExtractedPaper[] } => ({
  broughtIn: papers.filter(({ origin }) => origin !== 'europe-pmc'),
  beyond: papers.filter(({ origin }) => origin === 'europe-pmc'),
});

const whoBrought = (papers: readonly ExtractedPaper[]): string =>
  listOf([
    ...(papers.some(({ origin }) => origin === 'server') ? ['this server'] : []),
    ...(papers.some(({ origin }) => origin === 'operator') ? ['whoever runs this program'] : []),
  ]);

const whoChecked = (papers: readonly ExtractedPaper[]): string => {
  const unchecked = papers.filter(({ review }) => review === 'unreviewed').length;
  if (unchecked === papers.length) return 'nobody has checked them';
  if (unchecked === 0) return 'admins of this server have checked what was read';
  return 'nobody has checked them, but for those marked as checked';
};

export const BROUGHT_IN_TITLE = 'Not from the library: papers read by a program';
export const BEYOND_TITLE = 'Beyond the library: found at Europe PMC';

/** What has to be known of papers that were brought in before any of them. */
export const broughtInWords = (papers: readonly ExtractedPaper[]): string =>
  `Papers that ${whoBrought(papers)} brought in, read by a program; ${whoChecked(papers)}. They have no say in the answer.`;

export const BEYOND_WORDS =
  'The library has nothing on this. These papers were looked up just now and read by a program; nobody has checked them. They are no answer.';

export const REVIEW_WORDS: Readonly<Record<PaperReview, string>> = {
  unreviewed: 'Read by a program; nobody has checked it.',
  approved: 'Read by a program, and approved by an admin of this server.',
  corrected: 'Read by a program, and corrected by an admin of this server.',
};

/** A mark for what somebody looked at; nothing for the rest. */
export const reviewMark = ({ review }: ExtractedPaper): string =>
  review === 'unreviewed'
    ? ''
    : `checked by an admin${review === 'corrected' ? ', corrected' : ''}`;

const comparisonWords = ({ intervention, comparator }: PaperFinding): string =>
  `${intervention}${comparator === null ? '' : ` against ${comparator}`}`;

/** "pain score, gabapentin against placebo: significantly decreased" */
export const findingWords = (finding: PaperFinding): string =>
  `${finding.outcome}, ${comparisonWords(finding)}: ${finding.change.value}`;

/** The same where its outcome is named already: "significantly decreased, gabapentin against placebo" */
export const changeWords = (finding: PaperFinding): string =>
  `${finding.change.value}, ${comparisonWords(finding)}`;

/** How sure the program is of what it read; who corrected it is. */
export const sureWords = ({ confidence }: { confidence: number | null }): string =>
  confidence === null
    ? 'put right by an admin of this server'
    : `the program is ${Math.round(confidence * 100)} % sure`;
