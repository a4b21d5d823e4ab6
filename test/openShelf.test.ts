import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig } from '../src/config.ts';
import { createStudyIndex } from '../src/library/createStudyIndex.ts';
import { loadLanguage } from '../src/library/loadLanguage.ts';
import { openShelf } from '../src/openShelf.ts';
import { openPapers } from '../src/papers/openPapers.ts';
import { emptyFolder } from './e2e/runCli.ts';
import { createWhole, DATA } from './support/caveat.ts';
import { paper } from './support/paper.ts';

it('waits for the papers on a machine that is busy', async () => {
  const config = readConfig({ PAPERS_FILE: join(emptyFolder(), 'papers.sqlite') });
  const papers = await openPapers(config.papers);
  const pmids = ['90000001', '90000002', '90000003'];
  await papers.add(
    pmids.map((pmid) => paper({ pmid, title: `Gabapentin for hemifacial spasm, ${pmid}` })),
    { kind: 'everyone' },
  );
  await papers.close();
  const { caveat, library } = createWhole();
  const index = createStudyIndex(library.studies);
  const shelf = await openShelf({ config, library, index, language: loadLanguage(DATA) });
  const answer = shelf.addPapers(caveat.ask('does gabapentin help hemifacial spasm'));
  const end = performance.now() + 1_000;
  while (performance.now() < end);
  expect((await answer).extracted.map(({ pmid }) => pmid).sort()).toEqual(pmids);
  await shelf.close();
});
