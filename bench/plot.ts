import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { createCaveat } from '../src/app/createCaveat.ts';
import type { Plot } from '../src/core/plot/plotData.ts';
import { createStudyIndex } from '../src/library/createStudyIndex.ts';
import { loadLanguage } from '../src/library/loadLanguage.ts';
import { loadLibrary } from '../src/library/loadLibrary.ts';
import { createPlotter } from '../src/plot/createPlotter.ts';
import { describeTimes } from './times.ts';

/**
 * `npm run bench`, last part: pictures, from the wish for one to its PNG. Nothing is kept, so each
 * is drawn; the worker is warm but for the first.
 */
const DATA = fileURLToPath(new URL('../data', import.meta.url));
const STARTS = 10;
const WARM_UP = 20;
const ROUNDS = 100;

const library = loadLibrary(DATA);
const index = createStudyIndex(library.studies);
const caveat = createCaveat({ library, index, language: loadLanguage(DATA) });

const questions: Record<string, string> = {
  'evidence, 4 studies': 'gabapentin hemifacial spasm',
  'evidence, 18 studies': 'botulinum toxin spasticity after stroke',
  'overview, 12 rows': 'what helps spasticity',
  doses: 'what dose of gabapentin was studied',
};
const page = caveat.conditions.slice(0, 15).map(({ id }) => id);

const plotOf = (what: string, make: () => Plot | null): { what: string; make: () => Plot } => ({
  what,
  make: () => {
    const plot = make();
    if (!plot) throw new Error(`there is nothing to draw for ${what}`);
    return plot;
  },
});
const contenders = [
  ...Object.entries(questions).map(([what, question]) => {
    const answer = caveat.ask(question);
    return plotOf(what, () => caveat.plotOf(answer));
  }),
  plotOf('map, 15 conditions', () => caveat.mapOf(page)),
];

const timed = async (run: () => unknown): Promise<number> => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

console.log(`Pictures, Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? ''}`);

const first = contenders[0]?.make() as Plot;
const starts: number[] = [];
for (let i = 0; i < STARTS; i += 1) {
  const plotter = createPlotter();
  starts.push(await timed(() => plotter.draw(first.data, 'dark')));
  await plotter.stop();
}
console.log(`\n${'the first of a worker'.padEnd(24)} ${describeTimes(starts)}`);

const plotter = createPlotter({ mostKept: 0, limitMs: 60_000 });
for (const { make } of contenders)
  for (let i = 0; i < WARM_UP; i += 1) await plotter.draw(make().data, 'dark');

console.log(`\nDrawn by a warm worker, ${ROUNDS} times each:`);
const all: number[] = [];
for (const { what, make } of contenders) {
  const times: number[] = [];
  const { data } = make();
  for (let i = 0; i < ROUNDS; i += 1)
    times.push(await timed(() => plotter.draw(data, i % 2 === 0 ? 'dark' : 'light')));
  all.push(...times);
  console.log(`${what.padEnd(24)} ${describeTimes(times)}`);
}
console.log(`${'all'.padEnd(24)} ${describeTimes(all)}`);

console.log('\nWhat is drawn, made of the answer on the event loop:');
for (const { what, make } of contenders) {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) times.push(await timed(make));
  console.log(`${what.padEnd(24)} ${describeTimes(times)}`);
}

const keeping = createPlotter();
await keeping.draw(first.data, 'dark');
const kept: number[] = [];
for (let i = 0; i < ROUNDS; i += 1) kept.push(await timed(() => keeping.ready(first.data, 'dark')));
console.log(`\n${'drawn before'.padEnd(24)} ${describeTimes(kept)}`);

await plotter.stop();
await keeping.stop();
index.close();
