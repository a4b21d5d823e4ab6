import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPaperReader, type ReadPaper } from '../../src/app/papers/createPaperReader.ts';
import {
  type AnswerPlace,
  createReadings,
  type ReadingDeps,
} from '../../src/app/papers/createReadings.ts';
import { WHOLE_VIEW } from '../../src/core/answer/view.ts';
import { Answer } from '../../src/core/domain/answer.ts';
import type { Paper } from '../../src/core/domain/paper.ts';
import { createPaperLinker } from '../../src/core/extraction/paper/linkPaper.ts';
import { createOtherNames } from '../../src/core/papers/otherNames.ts';
import { createStudyIndex } from '../../src/library/createStudyIndex.ts';
import { CHANGE_MODEL, loadChangeModel } from '../../src/library/loadChangeModel.ts';
import { loadLanguage } from '../../src/library/loadLanguage.ts';
import { openPapers, type Papers } from '../../src/papers/openPapers.ts';
import { contentKey } from '../../src/ports/contentKey.ts';
import type { PaperScope } from '../../src/ports/paperStore.ts';
import { createWhole, DATA } from '../support/caveat.ts';
import { paper } from '../support/paper.ts';

const G: PaperScope = { kind: 'guild', guildId: 'g' };
const OTHER: PaperScope = { kind: 'guild', guildId: 'other' };
const EVERYONE: PaperScope = { kind: 'everyone' };
const ASKED = 'does gabapentin help hemifacial spasm';

const { caveat, library } = createWhole();
const index = createStudyIndex(library.studies);
let deps: Parameters<typeof createPaperReader>[0];
let read: ReadPaper;
beforeAll(() => {
  deps = {
    model: loadChangeModel(CHANGE_MODEL),
    link: createPaperLinker(library, loadLanguage(DATA)),
    outcomes: library.outcomes,
  };
  read = createPaperReader(deps);
});

let folder: string;
let papers: Papers;
let warned: string[];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'caveat-papers-'));
  const place = { file: join(folder, 'papers.sqlite') };
  papers = await openPapers(place, { expand: createOtherNames(library, loadLanguage(DATA)) });
  warned = [];
});
afterEach(async () => {
  await papers.close();
  rmSync(folder, { recursive: true, force: true });
});

const readingsOf = (parts: Partial<ReadingDeps> = {}) =>
  createReadings({
    library,
    index,
    subjectOf: caveat.subjectOf,
    papers,
    read,
    search: null,
    logger: { warn: (_, message) => void warned.push(message) },
    ...parts,
  });
const at = (guildId: string | null = 'g', view = WHOLE_VIEW): AnswerPlace => ({ guildId, view });
const extractedOf = async (text = ASKED, place = at()) =>
  (await readingsOf().addPapers(caveat.ask(text, place.view), place)).extracted;
const titles = async (text?: string, place?: AnswerPlace) =>
  (await extractedOf(text, place)).map(({ title }) => title);

describe('papers beside an answer', () => {
  it('change nothing else of it, and keep the contract', async () => {
    await papers.add([paper({ pmid: '90000001' })], G);
    const bare = caveat.ask(ASKED);
    const full = await readingsOf().addPapers(bare, at());
    expect(full.extracted).toHaveLength(1);
    expect({ ...full, extracted: [] }).toEqual(bare);
    expect(Answer.parse(full)).toEqual(full);
    expect(JSON.parse(JSON.stringify(full))).toEqual(full);
  });

  it('are those of the server, first, and of everyone, each once', async () => {
    await papers.add(
      [paper({ pmid: '1', title: 'Everyone’s gabapentin in hemifacial spasm' })],
      EVERYONE,
    );
    await papers.add(
      [paper({ pmid: '1', doi: '10.1000/x', title: 'Our copy: gabapentin in hemifacial spasm' })],
      G,
    );
    await papers.add(
      [paper({ pmid: '2', title: 'Theirs: gabapentin in hemifacial spasm' })],
      OTHER,
    );
    await papers.add(
      [paper({ pmid: '3', title: 'More of everyone: gabapentin in hemifacial spasm' })],
      EVERYONE,
    );
    expect((await extractedOf()).map(({ origin, pmid }) => [origin, pmid])).toEqual([
      ['server', '1'],
      ['operator', '3'],
    ]);
    expect(await titles(ASKED, at(null))).toHaveLength(2);
    expect(await titles(ASKED, at('nobody'))).toEqual(await titles(ASKED, at(null)));
  });

  it('are found by other names, kinds and members of what is asked about', async () => {
    await papers.add([paper({ pmid: '1' })], G);
    for (const text of [
      'neurontin for HFS',
      'gabapentinoids for hemifacial spasm',
      'what helps hemifacial spasm',
      'what is gabapentin studied for',
    ])
      expect(await titles(text), text).toHaveLength(1);
    for (const text of [
      'baclofen for hemifacial spasm',
      'gabapentin for sciatica',
      'side effects of gabapentin',
      'help',
    ])
      expect(await titles(text), text).toEqual([]);
  });

  it('are found where they use another name than the vocabulary does', async () => {
    const others = Array.from({ length: 40 }, (_, i) =>
      paper({
        pmid: String(100 + i),
        title: `Hemifacial spasm, a note ${i}`,
        abstract: 'A note on hemifacial spasm.',
      }),
    );
    const botox = paper({
      pmid: '1',
      title: 'Botox in HFS',
      abstract: 'We gave Botox to 20 patients with hemifacial spasm (HFS).',
    });
    await papers.add([...others, botox], G);
    expect(await titles('botulinum toxin type A for hemifacial spasm')).toEqual(['Botox in HFS']);
  });

  it('on a treatment that no concept has must name it', async () => {
    await papers.add([paper({ pmid: '1' })], G);
    expect(await titles('does metformin help hemifacial spasm')).toEqual([]);
    await papers.add(
      [
        paper({
          pmid: '2',
          title: 'Metformin in hemifacial spasm',
          abstract: 'Metformin was given to 20 patients with hemifacial spasm.',
        }),
      ],
      G,
    );
    expect(await titles('does metformin help hemifacial spasm')).toEqual([
      'Metformin in hemifacial spasm',
    ]);
  });

  it('leave out what is on record, by PMID and by DOI in any case', async () => {
    const studied = library.studies.filter(({ status }) => status !== 'draft');
    const pmid = studied.find(({ ids }) => ids.pmid !== null)?.ids.pmid ?? '';
    const doi = studied.find(({ ids }) => ids.doi !== null && ids.pmid === null)?.ids.doi ?? '';
    await papers.add([paper({ pmid }), paper({ doi: doi.toLowerCase() })], G);
    expect(await titles()).toEqual([]);
  });

  it('follow what the server’s admins made of them', async () => {
    const own = paper({ pmid: '1' });
    await papers.add([own], G);
    const judge = (verdict: 'approved' | 'corrected' | 'rejected', seen: number) =>
      papers.reviews.change('g', 'u', {
        content: contentKey(own),
        title: own.title,
        seen,
        to: {
          verdict,
          extraction: read(own),
          corrections: verdict === 'corrected' ? [{ what: 'enrolled', to: 5 }] : [],
        },
      });
    await judge('approved', 0);
    expect((await extractedOf())[0]?.review).toBe('approved');
    await judge('corrected', 1);
    expect((await extractedOf())[0]).toMatchObject({ review: 'corrected', enrolled: { value: 5 } });
    await judge('rejected', 2);
    expect(await extractedOf()).toEqual([]);
    await papers.add([own], EVERYONE);
    expect(await extractedOf()).toEqual([]);
    expect(await extractedOf(ASKED, at('other'))).toHaveLength(1);
  });

  it('are not shown where a server wants certainty, nor those in animals where it wants none', async () => {
    await papers.add(
      [
        paper({
          pmid: '1',
          title: 'Gabapentin in a rat model of hemifacial spasm',
          abstract: 'Forty Wistar rats with hemifacial spasm received gabapentin or saline.',
        }),
      ],
      G,
    );
    expect(await titles()).toHaveLength(1);
    expect(await titles(ASKED, at('g', { ...WHOLE_VIEW, animals: false }))).toEqual([]);
    expect(await titles(ASKED, at('g', { ...WHOLE_VIEW, leastCertainty: 'low' }))).toEqual([]);
  });

  it('cost no answer where the store fails or hangs', async () => {
    const bare = caveat.ask(ASKED);
    for (const search of [
      () => Promise.reject(new Error('gone')),
      () => new Promise<never>(() => {}),
    ])
      expect(await readingsOf({ papers: { ...papers, search } }).addPapers(bare, at())).toBe(bare);
    expect(warned).toHaveLength(2);
  });
});

describe('what is beyond the library', () => {
  const UNANSWERED = 'does botox help stiff person syndrome';
  const found = paper({
    pmid: '90000009',
    title: 'Botulinum toxin in stiff person syndrome',
    abstract: 'We gave botulinum toxin to 20 patients with stiff person syndrome.',
  });
  const askedFor: string[] = [];
  const beyondOf = (
    search: (words: string) => Promise<Paper[]>,
    parts: Partial<ReadingDeps> = {},
  ) => readingsOf({ search, ...parts });

  it('is asked for once in a while, whoever asks, and a failure for a shorter one', async () => {
    let now = 0;
    let isDown = true;
    const readings = beyondOf(
      async (words) => {
        askedFor.push(words);
        if (isDown) throw new Error('down');
        return [found];
      },
      { now: () => now },
    );
    const bare = caveat.ask(UNANSWERED);
    const ask = () => readings.addBeyond(bare, at());
    expect(await ask()).toBeNull();
    expect(await ask()).toBeNull();
    expect(askedFor).toHaveLength(1);
    isDown = false;
    now = 61_000;
    expect((await ask())?.extracted).toHaveLength(1);
    now = 300_000;
    expect((await ask())?.extracted).toHaveLength(1);
    expect(askedFor).toHaveLength(2);
    now = 700_000;
    await ask();
    expect(askedFor).toHaveLength(3);
    expect(warned.length).toBe(2);
  });

  it('is not waited for longer than its limit, nor asked for by many at once', async () => {
    let running = 0;
    const readings = beyondOf(
      () => {
        running += 1;
        return new Promise(() => {});
      },
      { beyondLimitMs: 50 },
    );
    const questions = [
      'botox',
      'quinine',
      'carbamazepine',
      'riluzole',
      'magnesium',
      'levodopa',
    ].map((treatment) => caveat.ask(`does ${treatment} help stiff person syndrome`));
    expect(questions.every(({ kind }) => kind === 'no-evidence')).toBe(true);
    const outcomes = await Promise.all(questions.map((answer) => readings.addBeyond(answer, at())));
    expect(outcomes.every((outcome) => outcome === null)).toBe(true);
    expect(running).toBe(4);
  });

  it('is not asked for where a server hides what the library has', async () => {
    const readings = beyondOf(async () => [found]);
    const view = { ...WHOLE_VIEW, leastCertainty: 'high' as const };
    expect(await readings.addBeyond(caveat.ask(ASKED, view), at('g', view))).toBeNull();
    expect(await readings.addBeyond(caveat.ask(ASKED), at())).toBeNull();
    expect(await readingsOf().addBeyond(caveat.ask(UNANSWERED), at())).toBeNull();
  });
});

describe('reading papers', () => {
  it('reads the same every time, and keeps no more than it may', () => {
    const small = createPaperReader(deps, 2);
    const [a, b, c] = ['1', '2', '3'].map((pmid) => paper({ pmid, title: `Title ${pmid}` })) as [
      Paper,
      Paper,
      Paper,
    ];
    const first = small(a);
    expect(small(a)).toBe(first);
    small(b);
    expect(small(a)).toBe(first);
    small(c);
    small(b);
    expect(small(a)).not.toBe(first);
    expect(small(a)).toEqual(first);
  });

  it('reads huge and hostile papers before anybody tires of it', () => {
    for (const abstract of [
      'x'.repeat(100_000),
      'gabapentin or placebo. '.repeat(4_500),
      '('.repeat(100_000),
      '1 '.repeat(50_000),
      '\ud800'.repeat(10),
    ])
      expect(
        read(paper({ abstract, keywords: Array.from({ length: 5_000 }, () => 'gabapentin') }))
          .design,
      ).toBeDefined();
  });
});
