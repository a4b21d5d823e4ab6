import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import Fuse from 'fuse.js';
import { createAsk } from '../src/app/createAsk.ts';
import { createStudyIndex } from '../src/library/createStudyIndex.ts';
import { loadLanguage } from '../src/library/loadLanguage.ts';
import { loadLibrary } from '../src/library/loadLibrary.ts';
import { madeSlow } from '../test/core/question/madeSlow.ts';
import { quantile } from './times.ts';

/**
 * `npm run bench`: from the start of the process to the first answer, questions answered a second,
 * and hits on the golden questions, against plain Fuse.js over the same records in the same run.
 */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DATA = `${ROOT}data`;
const STARTS = 15;
const ROUNDS = 30;
/** Studies that a person would look at. */
const LOOKED_AT = 10;

type Golden = { question: string; studies?: string[] };

const row = (name: string, times: number[]): string => {
  const sorted = times.toSorted((a, b) => a - b);
  const sum = sorted.reduce((total, time) => total + time, 0);
  const perSecond = Math.round((1000 * sorted.length) / sum);
  return `${name.padEnd(34)} median ${quantile(sorted, 0.5).toFixed(3)} ms   p95 ${quantile(sorted, 0.95).toFixed(3)} ms   max ${(sorted.at(-1) as number).toFixed(1)} ms   ${perSecond} a second`;
};

const timed = (run: () => unknown): number => {
  const start = performance.now();
  run();
  return performance.now() - start;
};

const golden = readFileSync(`${ROOT}test/golden/questions.jsonl`, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line) as Golden);

const library = loadLibrary(DATA);
const index = createStudyIndex(library.studies);
const ask = createAsk({ library, index, language: loadLanguage(DATA) });
const usable = library.studies.filter(({ status }) => status !== 'draft');
const keys = [
  'title',
  'authors',
  'year',
  'journal',
  'interventions.id',
  'population.condition',
  'population.description',
  'findings.summary',
];
const plain = new Fuse(usable, { keys });
const tuned = new Fuse(usable, { keys, ignoreLocation: true, ignoreFieldNorm: true });

const contenders: { name: string; find: (question: string) => string[] }[] = [
  { name: 'Caveat', find: (question) => ask(question).sources.map(({ studyId }) => studyId) },
  {
    name: 'Fuse, as it comes',
    find: (question) => plain.search(question).map(({ item }) => item.id),
  },
  {
    name: 'Fuse, anywhere in the text',
    find: (question) => tuned.search(question).map(({ item }) => item.id),
  },
];

console.log(
  `${usable.length} records, ${golden.length} golden questions, Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown processor'}\n`,
);

console.log(`From the start of the process to the end of the first answer (${STARTS} starts):`);
const first = () =>
  spawnSync(process.execPath, [`${ROOT}src/cli.ts`, 'gabapentin hemifacial spasm'], {
    stdio: 'ignore',
  });
first();
console.log(
  `${row(
    'Caveat',
    Array.from({ length: STARTS }, () => timed(first)),
  )}\n`,
);

console.log(`Golden questions, ${ROUNDS} rounds each after 3 to warm up:`);
for (const { name, find } of contenders) {
  // Plain Fuse takes long enough for fewer rounds to tell.
  const rounds = name === 'Caveat' ? ROUNDS : 3;
  for (let round = 0; round < (name === 'Caveat' ? 3 : 1); round += 1)
    for (const { question } of golden) find(question);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const { question } of golden) times.push(timed(() => find(question)));
  console.log(row(name, times));
}

console.log(`\nTexts made to be slow (${ROUNDS} rounds each after one to warm up):`);
const drugs = library.interventions.map(({ label }) => label);
const slow = Object.values(madeSlow(drugs));
for (const text of slow) ask(text);
console.log(
  row(
    'Caveat',
    Array.from({ length: ROUNDS }, () => slow.map((text) => timed(() => ask(text)))).flat(),
  ),
);

const asked = golden.filter(({ studies }) => (studies?.length ?? 0) > 0);
console.log(
  `\nExpected studies among the first ${LOOKED_AT} found (${asked.length} questions that expect some):`,
);
for (const { name, find } of contenders) {
  const recalls = asked.map(({ question, studies = [] }) => {
    const found = find(question).slice(0, LOOKED_AT);
    return studies.filter((id) => found.includes(id)).length / Math.min(studies.length, LOOKED_AT);
  });
  const hits = recalls.filter((recall) => recall > 0).length;
  const mean = recalls.reduce((total, recall) => total + recall, 0) / recalls.length;
  console.log(
    `${name.padEnd(34)} recall ${mean.toFixed(3)}   questions with at least one ${hits} of ${asked.length}`,
  );
}
index.close();
