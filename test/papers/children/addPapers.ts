import { Paper } from '../../../src/core/domain/paper.ts';
import { openPapers } from '../../../src/papers/openPapers.ts';

/** Adds papers to a file, a hundred at a time, until it is killed; says how many are in. */
const [file = '', from = '0', most = '1000000'] = process.argv.slice(2);
const papers = await openPapers({ file });
const PART = 100;
for (let first = Number(from); first < Number(from) + Number(most); first += PART) {
  const part = Array.from({ length: PART }, (_, i) =>
    Paper.parse({
      pmid: String(first + i + 1),
      title: `Trial ${first + i + 1} of drug${first + i + 1}`,
      abstract: 'Patients were randomised. '.repeat(20),
    }),
  );
  await papers.add(part, { kind: 'everyone' });
  process.stdout.write(`${first + PART}\n`);
}
await papers.close();
