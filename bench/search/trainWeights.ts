import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paperIdOf } from '../../src/core/domain/paper.ts';
import { openPapers } from '../../src/papers/openPapers.ts';
import { openSqlitePapers } from '../../src/papers/openSqlitePapers.ts';
import type { Features } from '../../src/papers/ranking/features.ts';
import { openRelatedWords } from '../../src/papers/ranking/relatedWords.ts';
import { createSegmentCache } from '../../src/papers/search/openSegments.ts';
import { searchPapers } from '../../src/papers/search/searchPapers.ts';
import { type Example, fitWeights } from './fitWeights.ts';
import { readKnown } from './known.ts';
import { createRandom } from './manyPapers.ts';
import { rate } from './rate.ts';

/**
 * `node bench/search/trainWeights.ts FOLDER`: learns what the features of a candidate are worth, and
 * writes src/papers/ranking/weights.json. Learns from the questions in FOLDER, those of
 * directions-dev.jsonl, and the same with slips; prints how good the weights are on questions
 * about papers that they were not learned from (five parts), then on all.
 */
const FOLDER = process.argv[2] ?? '';
const RANKING = new URL('../../src/papers/ranking/', import.meta.url);
const PARTS = 5;
const CANDIDATES = 60;

type Asked = { set: string; query: string; relevant: string; weight: number };

const readDirections = (): Asked[] =>
  readFileSync(join(FOLDER, 'directions-dev.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { intervention: string; outcome: string; pmcid: string })
    .map(({ intervention, outcome, pmcid }) => ({
      set: 'directions',
      query: `${intervention} ${outcome}`.toLowerCase(),
      relevant: pmcid,
      weight: 0.6,
    }));

const random = createRandom(5);
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** One letter too few, too many or wrong, or two in the wrong order. */
const slip = (word: string): string => {
  const at = Math.floor(random() * (word.length - 1));
  const letter = LETTERS[Math.floor(random() * LETTERS.length)];
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  const slips = [
    before + after,
    before + letter + word.slice(at),
    before + letter + after,
    before + word[at + 1] + word[at] + word.slice(at + 2),
  ];
  return slips[Math.floor(random() * slips.length)] as string;
};
const withSlips = (asked: Asked): Asked => ({
  ...asked,
  set: `${asked.set}, misspelt`,
  query: asked.query.replace(/[a-z]{5,}/g, (word) => (random() < 0.5 ? slip(word) : word)),
});

const { papers, queries } = readKnown(FOLDER);
const known = new Set((queries['as written'] ?? []).map(({ query }) => query));
const directions = readDirections().filter(({ query }) => !known.has(query));
const asked: Asked[] = [
  ...Object.entries(queries).flatMap(([set, all]) =>
    all.map(({ query, relevant }) => ({ set, query, relevant: relevant[0] ?? '', weight: 1 })),
  ),
  ...directions,
  ...directions.map(withSlips),
];

const folder = mkdtempSync(join(tmpdir(), 'caveat-train-'));
const file = join(folder, 'papers.sqlite');
const store = await openPapers({ file });
await store.add(papers, { kind: 'everyone' });
await store.close();
const database = openSqlitePapers(file);
const deps = {
  cache: createSegmentCache(),
  relatedTo: openRelatedWords(new URL('related.bin', RANKING).pathname),
  expand: () => [],
};
let names: (keyof Features)[] = [];
const examples: (Example & { set: string; part: number })[] = [];
const partOf = new Map(papers.map((paper) => [paperIdOf(paper), Math.floor(random() * PARTS)]));
await database.reading(async (sql) => {
  const rows = await sql.rows('SELECT doc, id FROM paper');
  const ids = new Map(rows.map(({ doc, id }) => [Number(doc), String(id)]));
  for (const { set, query, relevant, weight } of asked) {
    const { ranked } = await searchPapers(
      { sql, ...deps },
      { text: query, scopes: ['*'], most: CANDIDATES },
    );
    names = ranked[0] ? (Object.keys(ranked[0].features) as (keyof Features)[]) : names;
    examples.push({
      set,
      part: partOf.get(relevant) ?? 0,
      weight,
      right: ranked.findIndex(({ doc }) => ids.get(doc) === relevant),
      candidates: ranked.map(({ features }) => Float64Array.from(names, (name) => features[name])),
    });
  }
});
await database.close();
rmSync(folder, { recursive: true });

const rankOf = ({ candidates, right }: Example, weights: readonly number[]): number => {
  if (right === -1) return 0;
  const scores = candidates.map((features) =>
    features.reduce((sum, value, i) => sum + value * (weights[i] as number), 0),
  );
  const rank = 1 + scores.filter((score) => score > (scores[right] as number)).length;
  return rank <= 10 ? rank : 0;
};
const report = (title: string, ranks: ReadonlyMap<Example, number>): void => {
  process.stdout.write(`${title}\n`);
  for (const [set, all] of Map.groupBy(examples, (example) => example.set)) {
    const { mrr, recall } = rate(all.map((example) => ranks.get(example) ?? 0));
    process.stdout.write(`  ${set}: MRR@10 ${mrr.toFixed(4)}, recall@10 ${recall.toFixed(4)}\n`);
  }
};

const unseen = new Map<Example, number>();
for (let part = 0; part < PARTS; part += 1) {
  const weights = fitWeights(examples.filter((example) => example.part !== part));
  for (const example of examples)
    if (example.part === part) unseen.set(example, rankOf(example, weights));
}
report('On questions about papers that were not learned from:', unseen);
const weights = fitWeights(examples);
report('On all:', new Map(examples.map((example) => [example, rankOf(example, weights)])));
writeFileSync(
  new URL('weights.json', RANKING),
  `${JSON.stringify(
    Object.fromEntries(names.map((name, i) => [name, Number((weights[i] as number).toFixed(5))])),
    null,
    2,
  )}\n`,
);
