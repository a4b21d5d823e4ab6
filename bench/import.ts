import {
  createReadStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { importPapers } from '../src/app/importPapers.ts';
import { bibtexEntry } from '../src/core/citation/bibtexEntry.ts';
import { cslItem } from '../src/core/citation/cslItem.ts';
import { risRecord } from '../src/core/citation/risRecord.ts';
import type { Paper } from '../src/core/domain/paper.ts';
import { readPapers } from '../src/importers/readPapers.ts';
import { openPapers } from '../src/papers/openPapers.ts';
import { isFault } from '../src/ports/paperSource.ts';

/**
 * `node bench/import.ts FILE [TIMES]`: how fast papers are read out of each format, and brought in.
 * FILE is of any format that is known; its papers are repeated so often, each time with other numbers.
 */
const CHUNK_BYTES = 256 * 1024;
/** The parser of BibTeX reads all of TeX: a part of the papers is enough to know its rate. */
const MOST_BIBTEX = 1_000;

const print = (words: string): void => void process.stdout.write(`${words}\n`);

const papersOf = async (file: string): Promise<Paper[]> => {
  const papers: Paper[] = [];
  for await (const item of readPapers(createReadStream(file)))
    if (!isFault(item)) papers.push(item);
  return papers;
};

/** The same papers, so often, each time with numbers of their own. */
function* repeated(papers: readonly Paper[], times: number): Generator<Paper> {
  for (let time = 0; time < times; time += 1)
    for (const [i, paper] of papers.entries()) {
      const number = String(100_000_000 + time * papers.length + i);
      yield time === 0
        ? paper
        : { ...paper, pmcid: number, pmid: number, doi: `10.9999/${number}` };
    }
}

const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const pubmedXml = ({ pmid, pmcid, doi, title, abstract, journal, year }: Paper): string =>
  `<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">${pmid ?? ''}</PMID><Article PubModel="Print"><Journal><JournalIssue CitedMedium="Print"><PubDate><Year>${year ?? ''}</Year></PubDate></JournalIssue><Title>${xmlText(journal ?? '')}</Title></Journal><ArticleTitle>${xmlText(title)}</ArticleTitle><Abstract>${(
    abstract ?? ''
  )
    .split('\n')
    .map((part) => `<AbstractText>${xmlText(part)}</AbstractText>`)
    .join(
      '',
    )}</Abstract></Article></MedlineCitation><PubmedData><ArticleIdList><ArticleId IdType="doi">${xmlText(doi ?? '')}</ArticleId><ArticleId IdType="pmc">PMC${pmcid ?? ''}</ArticleId></ArticleIdList></PubmedData></PubmedArticle>\n`;

const nbib = ({ pmid, pmcid, doi, title, abstract, journal, year }: Paper): string =>
  `PMID- ${pmid ?? ''}\nTI  - ${title}\nAB  - ${(abstract ?? '').replaceAll('\n', ' ')}\nJT  - ${journal ?? ''}\nDP  - ${year ?? ''}\nPMC - PMC${pmcid ?? ''}\nAID - ${doi ?? ''} [doi]\n\n`;

const FORMATS: Readonly<Record<string, (papers: readonly Paper[]) => string>> = {
  'JSON Lines': (papers) => papers.map((paper) => `${JSON.stringify(paper)}\n`).join(''),
  'PubMed XML': (papers) =>
    `<?xml version="1.0"?>\n<PubmedArticleSet>\n${papers.map(pubmedXml).join('')}</PubmedArticleSet>\n`,
  MEDLINE: (papers) => papers.map(nbib).join(''),
  RIS: (papers) => papers.map(risRecord).join(''),
  'CSL-JSON': (papers) => JSON.stringify(papers.map((paper, i) => cslItem(paper, String(i)))),
  BibTeX: (papers) => papers.slice(0, MOST_BIBTEX).map(bibtexEntry).join('\n'),
};

const measureReading = async (name: string, file: string): Promise<void> => {
  const started = performance.now();
  let count = 0;
  for await (const item of readPapers(createReadStream(file, { highWaterMark: CHUNK_BYTES })))
    if (!isFault(item)) count += 1;
  const seconds = (performance.now() - started) / 1000;
  const megabytes = statSync(file).size / 1024 ** 2;
  print(
    `  read ${name.padEnd(12)} ${String(Math.round(count / seconds)).padStart(7)} a second  ${(megabytes / seconds).toFixed(1)} MB a second`,
  );
};

const measureImport = async (folder: string, file: string, label: string): Promise<void> => {
  const papers = await openPapers({ file: join(folder, 'papers.sqlite') });
  const started = performance.now();
  const report = await importPapers(
    readPapers(createReadStream(file, { highWaterMark: CHUNK_BYTES })),
    { papers },
    { scope: { kind: 'everyone' } },
  );
  const seconds = (performance.now() - started) / 1000;
  await papers.close();
  const { added, changed, unchanged } = report;
  print(
    `  ${label.padEnd(17)} ${String(Math.round((added + changed + unchanged) / seconds)).padStart(7)} a second  (${added} added, ${changed} changed, ${unchanged} as they were)`,
  );
};

const [source, times = '1'] = process.argv.slice(2);
if (source === undefined) {
  process.stderr.write('Name a file of papers: node bench/import.ts FILE [TIMES]\n');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'caveat-bench-import-'));
try {
  const papers = await papersOf(source);
  print(
    `${papers.length} papers x ${times}, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`,
  );
  const file = join(folder, 'papers');
  for (const [name, write] of Object.entries(FORMATS)) {
    writeFileSync(file, write(papers));
    await measureReading(name, file);
  }
  writeFileSync(file, '');
  const many = [...repeated(papers, Number(times))];
  for (let at = 0; at < many.length; at += 5_000)
    writeFileSync(file, FORMATS['JSON Lines']?.(many.slice(at, at + 5_000)) ?? '', { flag: 'a' });
  const megabytes = readFileSync(file).length / 1024 ** 2;
  print(`  into the store: ${many.length} papers of JSON Lines, ${megabytes.toFixed(0)} MB`);
  await measureImport(folder, file, 'import');
  await measureImport(folder, file, 'import again');
  print(`  most memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
