import { capitalise } from '../../core/answer/words.ts';
import type { AnswerFinding, AnswerSection } from '../../core/domain/answer.ts';
import type { Direction } from '../../core/domain/study.ts';
import { CERTAINTY_MARKS, CERTAINTY_WORDS, VERDICT_WORDS } from '../evidenceWords.ts';
import { meterOf, tallyText } from '../meter.ts';
import { basisText, clinicalRating } from './clinicalText.ts';
import { citationLink, citationsText } from './links.ts';
import type { Look } from './look.ts';
import { escapeWithin } from './safeText.ts';

/** Short enough for a phone, long enough for shares of 5%. */
const METER_CELLS = 20;
const SMALL_METER_CELLS = 8;
const LABEL = 120;

type Rated = Pick<AnswerSection, 'verdict' | 'certainty'>;

/** "Very uncertain · ●○○○ very low certainty" */
export const ratingText = ({ verdict, certainty }: Rated): string =>
  certainty === null
    ? VERDICT_WORDS[verdict]
    : `${VERDICT_WORDS[verdict]} · ${CERTAINTY_MARKS[certainty]} ${CERTAINTY_WORDS[certainty]} certainty`;

/** The rating as a server wants it worded. */
export const ratingLine = (section: AnswerSection, { manner }: Look): string =>
  manner.wording === 'clinical' ? clinicalRating(section) : ratingText(section);

/** The meter of one section: a bar, what its cells mean, and how many studies point where. */
export const meterLines = ({ shares, tally }: AnswerSection): string[] => {
  const meter = meterOf(shares, METER_CELLS);
  if (!meter) return [];
  const parts = meter.parts.map(({ cell, word, percent }) => `${cell} ${word} ${percent}%`);
  return [`\`${meter.bar}\``, `-# ${parts.join(' · ')} by weight (studies: ${tallyText(tally)})`];
};

/**
 * The findings to show, in their order: as many as may be, but none of the ways in which studies
 * came out is crowded out by another.
 */
const chooseFindings = (findings: readonly AnswerFinding[], most: number): AnswerFinding[] => {
  const directions = new Set<Direction | null>();
  const isFirst = ({ direction, setAside }: AnswerFinding): boolean => {
    if (direction === null || setAside !== null) return false;
    const isNew = !directions.has(direction);
    directions.add(direction);
    return isNew;
  };
  const firsts = findings.filter(isFirst);
  const rest = findings.filter((finding) => !firsts.includes(finding));
  const chosen = [...firsts, ...rest].slice(0, most);
  return findings.filter((finding) => chosen.includes(finding));
};

const findingLine = (finding: AnswerFinding, look: Look): string => {
  const { citation, text, setAside, kind } = finding;
  const { sources, style, density } = look;
  const animals = kind === 'animals' ? 'Animals. ' : '';
  const silent = setAside === null ? '' : ` *Not counted: ${escapeWithin(setAside, 160)}*`;
  // What was done stands apart from what was found.
  const told = escapeWithin(text, density.findingLength).replace(/^([^:*]{1,200}:)(?= )/, '*$1*');
  return `- ${citationLink(citation, sources, style)} ${animals}${told}${silent}`;
};

/** Whether an answer is to do without its list of findings. */
export const isShort = ({ manner }: Look): boolean => manner.length === 'short';

/** The findings of a section as lines, and how many more there are. */
export const findingLines = (
  section: AnswerSection,
  look: Look,
): { lines: string[]; left: number } => {
  const chosen = chooseFindings(section.findings, look.density.findings);
  return {
    lines: chosen.map((finding) => findingLine(finding, look)),
    left: section.findings.length - chosen.length,
  };
};

export const publishedLines = (section: AnswerSection, look: Look): string[] =>
  look.density.findings === 0
    ? []
    : section.published.map(
        ({ rating, citation }) =>
          `- Published rating: ${escapeWithin(rating, look.density.findingLength)}${citationsText([citation], look.sources, look.style)}`,
      );

/**
 * One of several sections: a small meter, its name, its rating, and where its studies point.
 * @param isBrief without its findings.
 */
export const sectionBlock = (
  section: AnswerSection,
  label: string,
  look: Look,
  isBrief: boolean,
): string => {
  const { shares, tally, certainty, verdict, statement, findings } = section;
  const numbers = citationsText(
    findings.map(({ citation }) => citation),
    look.sources,
    'numbers',
  );
  const name = `**${escapeWithin(label, LABEL)}**`;
  // A guideline's own answer: its ratings are all there is, and there is nothing to measure.
  if (findings.length === 0 && section.published.length > 0)
    return `- ${name}: ${section.published.map(({ rating }) => escapeWithin(rating, look.density.findingLength)).join(' ')}`;
  if (look.style === 'quiet') return `- ${name}: ${ratingLine(section, look)}${numbers}`;
  const bar = meterOf(shares, SMALL_METER_CELLS)?.bar ?? '·'.repeat(SMALL_METER_CELLS);
  const counts = tallyText(tally);
  const rating =
    certainty === null && counts === ''
      ? `${VERDICT_WORDS[verdict]}. ${escapeWithin(statement, 150)}`
      : [ratingLine(section, look), ...(counts === '' ? [] : [counts])].join(' · ');
  const basis = look.manner.wording === 'clinical' ? [`${capitalise(basisText(section))}.`] : [];
  // Findings that are told carry their numbers.
  const { lines } = isBrief || isShort(look) ? { lines: [] } : findingLines(section, look);
  return [
    `\`${bar}\` ${name}`,
    ...basis,
    `${rating}${lines.length > 0 ? '' : numbers}`,
    ...lines,
  ].join('\n');
};
