import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PaperId } from '../../src/core/domain/paperId.ts';
import { readPapers } from '../../src/importers/readPapers.ts';
import { createLiterature, type LiteratureDeps } from '../../src/literature/createLiterature.ts';
import { LiteratureError } from '../../src/ports/literature.ts';
import { efetchAnswer, epmcAnswer, epmcResult, type Handler, serve } from './serve.ts';

const NOWHERE = 'http://127.0.0.1:1/';
const pmid = (value: number): PaperId => ({ kind: 'pmid', value: String(value) });
const doi = (value: string): PaperId => ({ kind: 'doi', value });

const start = async (
  europePmc: Handler | null,
  eutils: Handler | null = null,
  more: Partial<LiteratureDeps> = {},
) => {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-literature-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [one, two] = [
    europePmc === null ? null : await serve(europePmc),
    eutils === null ? null : await serve(eutils),
  ];
  const deps: LiteratureDeps = {
    readPapers,
    cacheDir: join(folder, 'literature'),
    email: eutils === null ? null : 'ann@example.org',
    apiKey: null,
    version: '1.2.3',
    services: { europePmc: one?.base ?? NOWHERE, eutils: two?.base ?? NOWHERE },
    manners: { backOffMs: 1, perSecond: 100 },
    ...more,
  };
  return { literature: createLiterature(deps), deps, europePmc: one, eutils: two };
};

/** Answers in turn with these, then with the last one. */
const inTurn = (...answers: Handler[]): Handler => {
  let turn = 0;
  return (...call) => answers[Math.min(turn++, answers.length - 1)]?.(...call);
};
const answer =
  (body: string | Buffer, status = 200, headers: Record<string, string> = {}): Handler =>
  (_, __, response) =>
    void response.writeHead(status, headers).end(body);
const GOOD = answer(epmcAnswer(epmcResult({ id: '1', pmid: '1', title: 'Found <i>it</i>.' })));
const NONE = answer(epmcAnswer());

describe('papers that are looked up', () => {
  it('are asked for by all kinds of ids at once, and sorted out', async () => {
    const { literature, europePmc } = await start(
      answer(
        epmcAnswer(
          epmcResult({ id: 'PPR1', source: 'PPR', doi: '10.1000/other', title: 'Not asked for' }),
          epmcResult({ id: '2', pmid: '2', doi: '10.1000/B', title: 'Second' }),
          epmcResult({ id: '1', pmid: '1', pmcid: 'PMC7', title: 'First' }),
        ),
      ),
    );
    const ids: PaperId[] = [pmid(1), doi('10.1000/b'), { kind: 'pmcid', value: '8' }];
    const { papers, missing } = await literature.lookUp(ids);
    expect(papers.map(({ title }) => title)).toEqual(['First', 'Second']);
    expect(missing).toEqual([{ kind: 'pmcid', value: '8' }]);
    const [url] = europePmc?.asked ?? [];
    expect(url?.pathname).toBe('/search');
    expect(Object.fromEntries(url?.searchParams ?? [])).toMatchObject({
      query: '(EXT_ID:1 AND SRC:MED) OR DOI:"10.1000/b" OR PMCID:PMC8',
      format: 'json',
      resultType: 'core',
    });
    expect(europePmc?.agents).toEqual(['Caveat/1.2.3']);
  });

  it('are asked of PubMed where Europe PMC has none, with who asks', async () => {
    const { literature, eutils, europePmc } = await start(
      NONE,
      (url, _, response) => {
        if (url.pathname === '/esearch.fcgi')
          response.end(
            JSON.stringify({
              header: { type: 'esearch' },
              esearchresult: { count: '1', idlist: ['6'] },
            }),
          );
        else response.end(efetchAnswer({ pmid: 5 }, { pmid: 6, doi: '10.1000/six' }));
      },
      { apiKey: 'abcdefghij' },
    );
    const { papers, missing } = await literature.lookUp([pmid(5), doi('10.1000/six'), pmid(9)]);
    expect(papers.map((paper) => paper.title)).toEqual(['From PubMed 5', 'From PubMed 6']);
    expect(missing).toEqual([pmid(9)]);
    for (const { searchParams } of eutils?.asked ?? [])
      expect(Object.fromEntries(searchParams)).toMatchObject({
        db: 'pubmed',
        tool: 'caveat',
        email: 'ann@example.org',
        api_key: 'abcdefghij',
      });
    expect(eutils?.asked.at(-1)?.searchParams.get('id')).toBe('5,6,9');
    expect(europePmc?.asked[0]?.searchParams.get('email')).toBe('ann@example.org');
  });

  it('are not asked of PubMed without an address', async () => {
    const { literature, eutils } = await start(NONE, GOOD, { email: null });
    expect(await literature.lookUp([pmid(1)])).toEqual({ papers: [], missing: [pmid(1)] });
    expect(eutils?.asked).toEqual([]);
  });

  it('are asked for once in a week', async () => {
    let at = Date.now();
    const { literature, deps, europePmc } = await start(GOOD, null, { now: () => at });
    await literature.lookUp([pmid(1)]);
    expect((await literature.lookUp([pmid(1)])).papers).toHaveLength(1);
    expect(europePmc?.asked).toHaveLength(1);
    at += 8 * 24 * 60 * 60 * 1000;
    await literature.lookUp([pmid(1)]);
    expect(europePmc?.asked).toHaveLength(2);
    // A file that was damaged is no file.
    for (const name of readdirSync(deps.cacheDir)) writeFileSync(join(deps.cacheDir, name), '{');
    expect((await literature.lookUp([pmid(1)])).papers).toHaveLength(1);
    expect(europePmc?.asked).toHaveLength(3);
  });

  it('are asked for in parts, where there are many', async () => {
    const { literature, europePmc } = await start(NONE);
    await literature.lookUp(Array.from({ length: 90 }, (_, i) => pmid(i + 1)));
    expect(europePmc?.asked).toHaveLength(3);
    for (const { href } of europePmc?.asked ?? []) expect(href.length).toBeLessThan(4_000);
  });
});

describe('a service that is unwell', () => {
  it.each([
    ['is asked too much', answer('{"error":"API rate limit exceeded","count":"11"}', 429)],
    ['has a fault', answer('<html>Internal Server Error</html>', 500)],
    ['is being mended', answer('', 503, { 'retry-after': '0' })],
    ['hangs up', (_url, _request, response) => void response.destroy()],
  ] as [string, Handler][])('is asked again: one that %s', async (_, bad) => {
    const { literature, europePmc } = await start(inTurn(bad, bad, GOOD));
    expect((await literature.lookUp([pmid(1)])).papers).toHaveLength(1);
    expect(europePmc?.asked).toHaveLength(3);
  });

  it('is not asked for ever', async () => {
    const { literature, europePmc } = await start(answer('', 500));
    await expect(literature.lookUp([pmid(1)])).rejects.toThrow(
      /^Europe PMC has a fault just now\. Please try again/,
    );
    expect(europePmc?.asked).toHaveLength(4);
  });

  it('is not waited for longer than people wait', async () => {
    const { literature, europePmc } = await start(answer('', 429, { 'retry-after': '3600' }));
    await expect(literature.lookUp([pmid(1)])).rejects.toThrow(/asked too much/);
    expect(europePmc?.asked).toHaveLength(1);
  });

  it('may hang, before or within its answer', async () => {
    for (const hang of [
      () => {},
      (_url, _request, response) => void response.writeHead(200).write('{"resultList":'),
    ] as Handler[]) {
      const { literature } = await start(hang, null, { manners: { backOffMs: 1, timeoutMs: 50 } });
      await expect(literature.lookUp([pmid(1)])).rejects.toThrow(/did not answer in time/);
    }
  });

  it('may not be there', async () => {
    const { literature } = await start(null);
    await expect(literature.lookUp([pmid(1)])).rejects.toThrow(LiteratureError);
    await expect(literature.search('cramps', 5)).rejects.toThrow(/cannot be reached/);
  });

  it.each([
    ['a page', '<html><body>Maintenance</body></html>'],
    ['half of an answer', '{"resultList":{"result":[{"id":"1",'],
    ['a fault', '{"errCode":404,"errMsg":"Malformed request"}'],
    ['something else', '{"resultList":{"result":{"id":"1"}}}'],
    ['nothing', ''],
  ])('is told of where it answers with %s', async (_, body) => {
    const { literature, europePmc } = await start(answer(body));
    await expect(literature.lookUp([pmid(1)])).rejects.toThrow(/could not be read/);
    expect(europePmc?.asked).toHaveLength(1);
  });

  it('is not followed elsewhere', async () => {
    const elsewhere = await serve(GOOD);
    const { literature } = await start(answer('', 302, { location: `${elsewhere.base}search` }));
    await expect(literature.lookUp([pmid(1)])).rejects.toThrow(/has moved/);
    expect(elsewhere.asked).toEqual([]);
  });

  it('cannot fill the memory', async () => {
    let sent = 0;
    const endless: Handler = (_, __, response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(64 * 1024, 'x');
      const more = (): void => {
        while (!response.destroyed) {
          sent += chunk.length;
          if (!response.write(chunk)) {
            response.once('drain', more);
            return;
          }
        }
      };
      more();
    };
    const { literature, europePmc } = await start(endless, null, {
      manners: { backOffMs: 1, mostBytes: 1024 ** 2 },
    });
    await expect(literature.lookUp([pmid(1)])).rejects.toThrow(/sent more than it should/);
    expect(europePmc?.asked).toHaveLength(1);
    expect(sent).toBeLessThan(64 * 1024 ** 2);
  });

  it('is made up for by the other', async () => {
    const { literature } = await start(answer('', 500), answer(efetchAnswer({ pmid: 1 })));
    expect((await literature.lookUp([pmid(1)])).papers[0]?.title).toBe('From PubMed 1');
    // Where the other has none, nobody knows.
    const { literature: second } = await start(answer('', 500), answer(efetchAnswer()));
    await expect(second.lookUp([pmid(2)])).rejects.toThrow(/Europe PMC has a fault/);
  });

  it('that refuses a number has no paper of it', async () => {
    const { literature } = await start(
      NONE,
      answer('<eFetchResult><ERROR>ID list is empty</ERROR></eFetchResult>', 400),
    );
    expect(await literature.lookUp([pmid(1)])).toEqual({ papers: [], missing: [pmid(1)] });
  });
});

describe('a search beyond the library', () => {
  it('gives papers in the order of the service', async () => {
    const { literature, europePmc } = await start(
      answer(
        epmcAnswer(
          epmcResult({
            id: '1',
            pmid: '1',
            title: 'A',
            abstractText: '<h4>Results</h4>It helped.',
          }),
          epmcResult({ id: '2', pmid: '2', title: 'B' }),
          epmcResult({ id: '3', pmid: '3', title: 'C' }),
        ),
      ),
    );
    const papers = await literature.search('does "quinine" help (cramps) AND more: SRC:MED?', 2);
    expect(papers.map(({ title }) => title)).toEqual(['A', 'B']);
    expect(papers[0]?.abstract).toBe('RESULTS: It helped.');
    expect(europePmc?.asked[0]?.searchParams.get('query')).toBe(
      'does quinine help cramps and more SRC MED',
    );
    expect(europePmc?.asked[0]?.searchParams.get('pageSize')).toBe('2');
  });

  it('asks nobody without words', async () => {
    const { literature, europePmc } = await start(GOOD);
    expect(await literature.search(' ()"* ', 5)).toEqual([]);
    expect(europePmc?.asked).toEqual([]);
  });

  it('asks no faster than it may', async () => {
    const { literature, europePmc } = await start(NONE, null, {
      manners: { backOffMs: 1, perSecond: 2 },
    });
    const third = [1, 2, 3].map((n) => literature.search(`word ${n}`, 1));
    await Promise.all(third.slice(0, 2));
    expect(europePmc?.asked).toHaveLength(2);
    await third[2];
    expect(europePmc?.asked).toHaveLength(3);
  });
});
