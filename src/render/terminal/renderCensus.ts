import { styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';
import type { Share } from '../../core/census/fields.ts';
import type { Census, ConditionCount } from '../../core/census/takeCensus.ts';

type Options = { color: boolean };
type Style = Parameters<typeof styleText>[0];

const WIDTH = 80;
const BAR = 16;
/** The column of names. */
const NAMES = 48;
/** A condition with fewer records than this is thin, and marked. */
const FEWEST_RECORDS = 5;

const DESIGN_WORDS: Readonly<Record<Census['designs'][number]['name'], string>> = {
  'meta-analysis': 'meta-analyses',
  'systematic-review': 'systematic reviews',
  'rct-parallel': 'randomised trials',
  'rct-crossover': 'randomised crossover trials',
  'nonrandomised-trial': 'non-randomised trials',
  cohort: 'cohorts',
  'case-control': 'case-control studies',
  'open-label-trial': 'open-label trials',
  'case-series': 'case series',
  'case-report': 'case reports',
  animal: 'animal studies',
  'in-vitro': 'in vitro',
};

const STATUS_WORDS: Readonly<Record<Census['statuses'][number]['name'], string>> = {
  verified: 'read in a page that reports the study',
  secondary: 'known from somebody’s summary',
  draft: 'drafts, used in no answer',
};

const painter =
  (color: boolean) =>
  (style: Style, text: string): string =>
    color ? styleText(style, text, { validateStream: false }) : text;

const thousands = (n: number): string => n.toLocaleString('en-GB');
/** A name in a column; nothing in a record may move a cursor or colour a terminal. */
const cut = (name: string, width: number): string => {
  const text = name.replace(/[\p{Cc}\p{Cf}\p{Co}]/gu, '');
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
};
const bar = (n: number, most: number): string =>
  n === 0 ? '' : '█'.repeat(Math.max(1, Math.round((BAR * n) / most)));
const percent = ({ n, of }: Share): string => (of === 0 ? '-' : `${Math.floor((100 * n) / of)}`);

/** Lines of a name, a number and a bar. */
const barLines = (
  rows: readonly { name: string; count: number }[],
  nameWidth: number,
): string[] => {
  const most = Math.max(1, ...rows.map(({ count }) => count));
  return rows.map(({ name, count }) =>
    `  ${cut(name, nameWidth)} ${String(count).padStart(5)}  ${bar(count, most)}`.trimEnd(),
  );
};

/** Words that run over several lines, indented. */
const wrapped = (items: readonly string[]): string[] => {
  const text = items.map((item) => item.replaceAll(' ', '\u00a0')).join(', ');
  return wrapAnsi(text, WIDTH - 2)
    .split('\n')
    .map((line) => `  ${line.replaceAll('\u00a0', ' ')}`);
};

const isThin = ({ withKinds }: ConditionCount): boolean => withKinds < FEWEST_RECORDS;

const conditionName = ({ depth, label }: ConditionCount, width: number): string =>
  cut(`${'  '.repeat(depth)}${label}`, width);

/** The library at a glance, at most 80 columns wide. */
export const renderCensus = (census: Census, { color }: Options): string => {
  const paint = painter(color);
  const heading = (text: string): string => paint('bold', text);
  const { interventions, safety, people, read } = census;
  const used = census.studies - (census.statuses.find(({ name }) => name === 'draft')?.count ?? 0);
  const most = Math.max(1, ...census.conditions.map(({ withKinds }) => withKinds));
  return [
    `${heading('Caveat’s library')}: ${thousands(census.studies)} studies and ${census.guidelines} guidelines,`,
    `${census.conditions.length} conditions, ${interventions.all} interventions, ${census.outcomes} outcomes`,
    `Sources read from ${read.first} to ${read.last}`,
    '',
    heading('Records'),
    ...barLines(
      census.statuses.map(({ name, count }) => ({ name: STATUS_WORDS[name], count })),
      NAMES,
    ),
    `  ${thousands(people.count)} people in ${thousands(people.studies)} studies (reviews left out; who was in two counts twice)`,
    '',
    heading('Designs'),
    ...barLines(
      census.designs.map(({ name, count }) => ({ name: DESIGN_WORDS[name], count })),
      NAMES,
    ),
    '',
    heading('Years'),
    ...barLines(
      census.decades.map(({ from, count }) => ({
        name: from === null ? 'not stated' : `${from} to ${from + 9}`,
        count,
      })),
      NAMES,
    ),
    '',
    `${heading('Conditions'.padEnd(NAMES + 2))}   own   all, with their kinds`,
    ...census.conditions.map((condition) => {
      const { own, withKinds } = condition;
      const line = `  ${conditionName(condition, NAMES)} ${String(own).padStart(5)} ${String(withKinds).padStart(5)}  `;
      return isThin(condition)
        ? `${line}${paint('yellow', `fewer than ${FEWEST_RECORDS}`)}`
        : `${line}${bar(withKinds, most)}`.trimEnd();
    }),
    '',
    `${heading('Interventions')}: ${interventions.studied} of ${interventions.all} have a record; most often`,
    ...barLines(interventions.most, NAMES),
    '  of all:',
    ...wrapped(interventions.kinds.map(({ name, count }) => `${count} ${name}`)),
    '',
    heading(`What the ${thousands(used)} records used in answers tell, in %`),
    ...census.fields.map(({ field, share }) =>
      `  ${cut(field.name, NAMES)} ${percent(share).padStart(5)}  ${bar(share.n, share.of || 1)}`.trimEnd(),
    ),
    '',
    `${heading('Safety')}: ${safety.facts} facts on ${safety.interventions} interventions`,
    ...wrapped(safety.topics.map(({ name, count }) => `${count} ${name.replaceAll('-', ' ')}`)),
    `${heading('Ratings by others')} (${census.guidelines} guidelines, and reviews): ${census.ratings.map(({ name, count }) => `${count} ${name}`).join(', ') || 'none'}`,
    '',
  ].join('\n');
};

const NAME_WIDTH = 28;

/** What the records of each condition tell: a line each, a column for each field. */
export const renderCoverage = ({ conditions, fields }: Census, { color }: Options): string => {
  const paint = painter(color);
  const columns = fields.flatMap(({ field, share }, i) =>
    field.short === null ? [] : [{ name: field.name, short: field.short, share, i }],
  );
  const row = (name: string, count: string, cells: readonly string[]): string =>
    `${cut(name, NAME_WIDTH)}${count.padStart(4)}${cells.map((cell) => cell.padStart(4)).join('')}`;
  return [
    'What the records of each condition and its kinds tell, in %; - where none is asked it.',
    ...wrapped(columns.map(({ short, name }) => `${short} ${name}`)),
    '',
    paint(
      'bold',
      row(
        'condition',
        '#',
        columns.map(({ short }) => short),
      ),
    ),
    ...conditions.map((condition) =>
      row(
        conditionName(condition, NAME_WIDTH),
        String(condition.withKinds),
        columns.map(({ i }) => percent(condition.fields[i] ?? { n: 0, of: 0 })),
      ),
    ),
    row(
      'all',
      '',
      columns.map(({ share }) => percent(share)),
    ),
    '',
  ].join('\n');
};
