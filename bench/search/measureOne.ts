import { quantile } from '../times.ts';
import { CONTENDERS } from './contenders.ts';
import { readKnown } from './known.ts';
import { makeMany } from './manyPapers.ts';
import { rate } from './rate.ts';

/**
 * Measures one engine in a process of its own, so that its memory is its own:
 * `node measureOne.ts NAME FOLDER SPLIT PAPERS MOST`, one line of JSON.
 */
const [name, folder = '', split, papersWanted, most] = process.argv.slice(2);
const contender = CONTENDERS.find((each) => each.name === name);
if (!contender) throw new Error(`There is no engine ${name}.`);
const { papers, queries } = readKnown(folder, split);
const count = Math.max(Number(papersWanted), papers.length);

let builtMs = 0;
const timed = <T>(work: () => T): T => {
  const start = performance.now();
  const result = work();
  const note = () => {
    builtMs += performance.now() - start;
  };
  if (result instanceof Promise) return result.finally(note) as T;
  note();
  return result;
};
const source = count > papers.length ? makeMany(papers, count) : papers;
const engine = await contender.build(source, timed);
const openMs = engine.reopen === null ? null : await engine.reopen();

const sets: Record<string, object> = {};
for (const [set, all] of Object.entries(queries)) {
  const some = all.slice(0, Number(most));
  const times: number[] = [];
  const ranks: number[] = [];
  for (const { query, relevant } of some.slice(0, some.length / 20))
    await engine.search(`${query} ${relevant}`);
  for (const { query, relevant } of some) {
    const start = performance.now();
    const found = await engine.search(query);
    times.push(performance.now() - start);
    ranks.push(found.findIndex((id) => relevant.includes(id)) + 1);
  }
  times.sort((a, b) => a - b);
  sets[set] = {
    asked: some.length,
    ...rate(ranks),
    medianMs: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
  };
}
const size = engine.size();
await engine.close();
process.stdout.write(
  `${JSON.stringify({
    papers: count,
    perSecond: (1_000 * count) / builtMs,
    openMs,
    size,
    memory: process.resourceUsage().maxRSS * 1024,
    sets,
  })}\n`,
);
process.exit(0);
