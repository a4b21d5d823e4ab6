import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHANGES } from '../src/core/domain/extraction.ts';
import { rarityOf } from '../src/core/extraction/change/changeModel.ts';
import { extractChange, TELLING_CONFIDENCE } from '../src/core/extraction/extractChange.ts';
import { extractPaper } from '../src/core/extraction/extractPaper.ts';
import { createPaperLinker } from '../src/core/extraction/paper/linkPaper.ts';
import { loadChangeModel } from '../src/library/loadChangeModel.ts';
import { loadLanguage } from '../src/library/loadLanguage.ts';
import { loadLibrary } from '../src/library/loadLibrary.ts';
import { countStems } from '../training/countStems.ts';
import { bestOf, crossValidate, sharpenOutOfFold } from '../training/crossValidate.ts';
import { prepareRow } from '../training/examples.ts';
import { type Measured, measureLabels, type Pairs } from '../training/measure.ts';
import { readBench } from '../training/readBench.ts';
import { readByRulesOnly } from '../training/rulesOnly.ts';
import { checkAbstracts } from './checkAbstracts.ts';
import { describeTimes } from './times.ts';

/**
 * `node bench/extract.ts DIRECTORY`: how well outcomes' changes are read, out of fold, and designs and
 * numbers in abstracts read by hand; how long it takes. Writes its figures into docs/extraction.md.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DATA = join(ROOT, 'data');
const PAGE = join(ROOT, 'docs/extraction.md');
const FOLDS = 10;
const THRESHOLDS = [0, 0.5, TELLING_CONFIDENCE, 0.7, 0.8, 0.9];
const TIMED = 500;

const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const [directory] = process.argv.slice(2);
if (!directory) {
  console.error('Say which directory holds corpus.jsonl and directions-dev.jsonl.');
  process.exit(2);
}

const bench = readBench(directory);
const rarity = rarityOf(bench.articles.size, countStems(bench));
const rows = bench.rows.map((row) => prepareRow(row, bench, rarity));
const results = sharpenOutOfFold(crossValidate(rows, FOLDS));
const pairsOf = (some: typeof results): Pairs =>
  some.map(({ label, chances }) => ({ truth: label, read: bestOf(chances) }));
const most = CHANGES.map((_, i) => results.filter(({ label }) => label === i).length);
const floor = most.indexOf(Math.max(...most));

const wholes: readonly (readonly [string, Measured])[] = [
  [
    'always the commonest label',
    measureLabels(results.map(({ label }) => ({ truth: label, read: floor }))),
  ],
  [
    'rules alone',
    measureLabels(
      results.map(({ label, row }) => ({ truth: label, read: readByRulesOnly(row.readings) })),
    ),
  ],
  ['rules and model', measureLabels(pairsOf(results))],
];
const sure = ({ chances }: (typeof results)[number]): number => Math.max(...chances);
const abstention = THRESHOLDS.map((threshold) => {
  const told = results.filter((one) => sure(one) >= threshold);
  const { accuracy, macroF1 } = measureLabels(pairsOf(told));
  return [
    threshold.toFixed(2),
    percent(told.length / results.length),
    accuracy.toFixed(3),
    macroF1.toFixed(3),
  ];
});
const BINS = [0.33, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.001];
const reliability = BINS.slice(1).flatMap((to, i) => {
  const from = BINS[i] as number;
  const inside = results.filter((one) => sure(one) >= from && sure(one) < to);
  if (inside.length === 0) return [];
  const said = inside.reduce((sum, one) => sum + sure(one), 0) / inside.length;
  return [
    [
      `${from.toFixed(2)} to ${Math.min(1, to).toFixed(2)}`,
      String(inside.length),
      said.toFixed(3),
      measureLabels(pairsOf(inside)).accuracy.toFixed(3),
    ],
  ];
});
const confusion = (wholes.at(-1)?.[1].confusion ?? []).map((counts, i) => [
  CHANGES[i] as string,
  ...counts.map(String),
]);
const marked = results.filter(({ isGroundMarked }) => isGroundMarked).length / results.length;

const library = loadLibrary(DATA);
const model = loadChangeModel(join(ROOT, 'models/change.json'));
const deps = {
  model,
  link: createPaperLinker(library, loadLanguage(DATA)),
  outcomes: library.outcomes,
};
const timesOf = <T>(items: readonly T[], run: (item: T) => unknown): number[] =>
  items.map((item) => {
    const start = performance.now();
    run(item);
    return performance.now() - start;
  });
const papers = [...bench.articles.values()]
  .filter(({ abstract }) => abstract)
  .slice(0, 2 * TIMED)
  .map(({ title, abstract }) => ({ title, abstract, keywords: [], publicationTypes: [] }));
const paperTimes = timesOf(papers, (paper) => extractPaper(paper, deps)).slice(TIMED);
const changeTimes = timesOf(bench.rows.slice(0, 2 * TIMED), (row) => {
  const { title, abstract } = bench.articles.get(row.pmcid) ?? { title: null, abstract: null };
  return extractChange({ title, abstract }, row, deps);
}).slice(TIMED);

const checked = checkAbstracts(bench, join(ROOT, 'bench/data/checkedAbstracts.jsonl'));
const section = `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}; \`node bench/extract.ts DIRECTORY\`.

### How outcomes changed

${results.length} rows of ${new Set(results.map(({ row }) => row.row.pmcid)).size} articles whose label stands in the abstract. Every figure is out of fold: ${FOLDS} folds by article, each read by a model that saw none of its articles.

${table(
  ['', 'accuracy', 'macro-F1'],
  wholes.map(([name, { accuracy, macroF1 }]) => [name, accuracy.toFixed(3), macroF1.toFixed(3)]),
)}

Confusion of rules and model (rows: true; columns: read):

${table(['', ...CHANGES], confusion)}

With abstention below a confidence:

${table(['confidence from', 'answered', 'accuracy', 'macro-F1'], abstention)}

Whether the confidence comes true:

${table(['confidence', 'rows', 'said', 'right'], reliability)}

The sentence cited is one that people had marked for the label in ${percent(marked)} of the rows.

### Design, conduct and numbers, in abstracts read by hand

${table(['', ...checked.columns], checked.rows)}

### Time

- a change: ${describeTimes(changeTimes)}
- all of a paper: ${describeTimes(paperTimes)}
`;
console.log(section);
const page = readFileSync(PAGE, 'utf8');
const [before, rest = ''] = page.split('<!-- figures -->');
const after = rest.split('<!-- /figures -->')[1] ?? '';
writeFileSync(PAGE, `${before}<!-- figures -->\n\n${section}\n<!-- /figures -->${after}`);
