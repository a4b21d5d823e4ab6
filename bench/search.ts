import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { whyNoPostgres } from '../test/support/postgres.ts';
import { CONTENDERS, type Contender, FOR_MANY } from './search/contenders.ts';
import { rateCurated } from './search/curated.ts';
import { isKnownData } from './search/known.ts';

/**
 * `npm run bench -- search [--data FOLDER] [--split dev] [--large] [--write]`: how well and how fast
 * papers are found, beside other engines, and studies of the library. FOLDER (else SEARCH_DATA) has
 * corpus.jsonl, queries-SPLIT.jsonl and queries-SPLIT-typo.jsonl. `--write` writes docs/benchmarks.md.
 */
const MANY = 200_000;
const MEASURE = fileURLToPath(new URL('search/measureOne.ts', import.meta.url));
const REPORT = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url));

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    split: { type: 'string', default: 'dev' },
    large: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const folder = values.data ?? process.env.SEARCH_DATA ?? '';

type Figures = {
  asked: number;
  mrr: number;
  recall: number;
  ndcg: number;
  medianMs: number;
  p95Ms: number;
};
type Measured = {
  papers: number;
  perSecond: number;
  openMs: number | null;
  size: number | null;
  memory: number;
  sets: Record<string, Figures>;
};

const lines: string[] = [];
const say = (text: string): void => {
  lines.push(text);
  process.stdout.write(`${text}\n`);
};

const megabytes = (bytes: number | null): string =>
  bytes === null ? '–' : `${Math.round(bytes / 1e6)} MB`;

const measure = ({ name, most }: Contender, papers: number): Measured | null => {
  const limit = Number.isFinite(most) ? most : 1e9;
  const args = [MEASURE, name, folder, values.split, String(papers), String(limit)];
  const { stdout, status } = spawnSync(process.execPath, ['--max-old-space-size=16000', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return status === 0 ? (JSON.parse(stdout) as Measured) : null;
};

const compare = (contenders: readonly Contender[], papers: number): void => {
  say(
    '| engine | questions | MRR@10 | recall@10 | nDCG@10 | median | p95 | built, papers a second | opened | on disk | memory |',
  );
  say('|---|---|---|---|---|---|---|---|---|---|---|');
  for (const contender of contenders) {
    const measured = measure(contender, papers);
    if (measured === null) continue;
    const { perSecond, openMs, size, memory, sets } = measured;
    for (const [set, { asked, mrr, recall, ndcg, medianMs, p95Ms }] of Object.entries(sets))
      say(
        `| ${contender.name} | ${asked} ${set} | ${mrr.toFixed(4)} | ${recall.toFixed(3)} | ${ndcg.toFixed(4)} | ${medianMs.toFixed(1)} ms | ${p95Ms.toFixed(1)} ms | ${Math.round(perSecond)} | ${openMs === null ? '–' : `${Math.round(openMs)} ms`} | ${megabytes(size)} | ${megabytes(memory)} |`,
      );
  }
};

const obstacle = await whyNoPostgres();
const possible = (all: readonly Contender[]) =>
  all.filter(({ name }) => obstacle === null || !name.includes('PostgreSQL'));

say('# Benchmarks of the search');
say('');
say(
  `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, load ${loadavg()[0]?.toFixed(1)} at the start. Written by \`npm run bench -- search --data FOLDER --write${values.large ? ' --large' : ''}\`.`,
);
if (obstacle !== null) say(`\nPostgreSQL was not measured: ${obstacle}.`);

if (isKnownData(folder)) {
  say('\n## Known papers\n');
  say(
    `Evidence Inference (DeYoung et al. 2020): each question has one paper that it was asked of. Split \`${values.split}\`. Each engine runs in a process of its own; memory is the most that it had, with the benchmark's own copy of the papers and their making. Slow engines are asked the first questions only.\n`,
  );
  compare(possible(CONTENDERS), 0);
  if (values.large) {
    say(`\n## The same questions among ${MANY.toLocaleString('en-GB')} papers\n`);
    say(
      'The others are made of their sentences, with other rare words and made-up names in place of rare ones (`bench/search/manyPapers.ts`), so that many answer as well as the known one.\n',
    );
    compare(possible(FOR_MANY), MANY);
  } else say('\n200,000 papers were not measured: add --large.');
} else
  say(
    '\nThe search of papers was not measured: name a folder with corpus.jsonl and questions by --data FOLDER or SEARCH_DATA.',
  );

say('\n## The curated library\n');
for (const line of rateCurated()) say(line);
if (values.write) writeFileSync(REPORT, `${lines.join('\n')}\n`);
