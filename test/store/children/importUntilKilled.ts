import { writeSync } from 'node:fs';
import { openPapers, type PapersPlace } from '../../../src/papers/openPapers.ts';
import { paper } from '../../support/paper.ts';

/** Imports five papers at a time, and says each lot as soon as it was acknowledged. */
const papers = await openPapers(JSON.parse(process.argv[2] as string) as PapersPlace);
for (let first = 1; ; first += 5) {
  const lot = [0, 1, 2, 3, 4].map((i) => paper({ pmid: String(first + i) }));
  await papers.add(lot, { kind: 'everyone' });
  writeSync(1, `added ${first}\n`);
}
