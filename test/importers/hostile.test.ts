import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readPapers } from '../../src/importers/readPapers.ts';
import { gather, inPieces, papersIn } from './papersIn.ts';

const article = (inner: string): string =>
  `<PubmedArticle><MedlineCitation>${inner}</MedlineCitation></PubmedArticle>`;
const good = (pmid: number, title = `Title ${pmid}`): string =>
  article(`<PMID>${pmid}</PMID><Article><ArticleTitle>${title}</ArticleTitle></Article>`);
const set = (...articles: string[]): string =>
  `<?xml version="1.0"?>\n<PubmedArticleSet>\n${articles.join('\n')}\n</PubmedArticleSet>`;

const titles = ({ papers }: { papers: readonly { title: string }[] }) =>
  papers.map(({ title }) => title);

describe('XML that means harm', () => {
  const BOMB = Array.from(
    { length: 9 },
    (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">`,
  ).join('\n');

  it('expands no entities (billion laughs)', async () => {
    const text = `<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY lol0 "lol">${BOMB}]>\n${set(good(1), good(2, '&lol9;'), good(3)).slice(22)}`;
    const read = await papersIn(text);
    expect(titles(read)).toEqual(['Title 1', 'Title 3']);
    expect(read.faults).toEqual([
      {
        place: expect.stringMatching(/^record 2, /),
        reason: expect.stringMatching(/^It is not valid XML: .*entity/),
      },
    ]);
  });

  it('reads no file and no address (XXE)', async () => {
    const text = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y SYSTEM "http://127.0.0.1:1/">]><PubmedArticleSet>${good(1, '&x;')}${good(2, '&y;')}${good(3)}</PubmedArticleSet>`;
    const read = await papersIn(text);
    expect(titles(read)).toEqual(['Title 3']);
    expect(JSON.stringify(read)).not.toContain('root:');
  });

  it('takes no document type inside of a record', async () => {
    const read = await papersIn(
      set(`<PubmedArticle><!DOCTYPE x [<!ENTITY a "b">]></PubmedArticle>`, good(2)),
    );
    expect(titles(read)).toEqual(['Title 2']);
    expect(read.faults).toHaveLength(1);
  });

  it('goes not deeper than papers do', async () => {
    const read = await papersIn(
      set(
        article(`${'<a>'.repeat(100_000)}`),
        article('<a>'.repeat(300) + '</a>'.repeat(300)),
        good(3),
      ),
    );
    expect(titles(read)).toEqual(['Title 3']);
    expect(read.faults[1]?.reason).toMatch(/more than 200 deep/);
  });
});

describe('a file that is damaged', () => {
  it('gives what is around a record that is not closed', async () => {
    const read = await papersIn(
      set(good(1), '<PubmedArticle><MedlineCitation><PMID>2</PMID>', good(3)),
    );
    expect(titles(read)).toEqual(['Title 1', 'Title 3']);
    expect(read.faults).toEqual([
      { place: 'record 2, line 4', reason: 'It has no end: the file is damaged or cut off there.' },
    ]);
  });

  it('gives what is around a record with wrong tags', async () => {
    const read = await papersIn(set(good(1), article('<PMID>2</PMIDX>'), good(3)));
    expect(titles(read)).toEqual(['Title 1', 'Title 3']);
    expect(read.faults[0]?.reason).toMatch(/^It is not valid XML: .*\.$/);
  });

  it('may be cut off anywhere', async () => {
    const whole = set(good(1), good(2));
    for (let end = 60; end < whole.length; end += 7) {
      const { papers, faults } = await papersIn(whole.slice(0, end));
      expect(papers.length).toBeLessThanOrEqual(2);
      expect(papers.length + faults.length).toBeGreaterThan(0);
    }
  });

  it('may hold NUL bytes', async () => {
    expect(titles(await papersIn('{"pmid":"1","title":"A\\u0000B"}\n'))).toEqual(['A B']);
    const read = await papersIn(
      `${'{"pmid":"1","title":"A"}\n'.repeat(9_000)}\0\0\0\n{"pmid":"2","title":"B"}\n`,
    );
    expect(read.papers).toHaveLength(9_001);
    expect(read.faults).toEqual([{ place: 'line 9001', reason: 'It is not valid JSON.' }]);
  });

  it('may have a line of 100 MB, of which nothing is kept in memory', async () => {
    async function* huge(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"pmid":"1","title":"A"}\n{"pmid":"2","title":"');
      const chunk = Buffer.alloc(1024 ** 2, 'x');
      for (let mb = 0; mb < 100; mb += 1) yield chunk;
      yield Buffer.from('"}\n{"pmid":"3","title":"C"}\n');
    }
    const read = await gather(readPapers(huge()));
    expect(titles(read)).toEqual(['A', 'C']);
    expect(read.faults).toEqual([
      { place: 'line 2', reason: expect.stringMatching(/longer than 16 million/) },
    ]);
  });

  it.each([
    ['<PubmedArticleSet><PubmedArticle><a>', '</a></PubmedArticle>', '<PubmedArticleSet>'],
    ['[{"pmid":"1","title":"', '"},', '['],
    ['@article{x, title = {', '}}\n', '@comment{x}\n'],
    ['PMID- 1\nTI  - ', '\n\n', 'PMID- 9\nTI  - first\n\n'],
  ])('may have a record of 40 MB: %s', async (start, end, head) => {
    const isXml = head.startsWith('<');
    const after = isXml
      ? `${good(2, 'after')}`
      : head.startsWith('[')
        ? '{"pmid":"2","title":"after"}]'
        : head.startsWith('@')
          ? '@article{y, title = {after}, pmid = {2}}'
          : 'PMID- 2\nTI  - after\n';
    const body = start.startsWith(head) ? start.slice(head.length) : start;
    async function* huge(): AsyncGenerator<Uint8Array> {
      yield Buffer.from(head + body);
      const chunk = Buffer.alloc(1024 ** 2, 'x');
      for (let mb = 0; mb < 40; mb += 1) yield chunk;
      yield Buffer.from(`${end}\n${after}`);
    }
    const read = await gather(readPapers(huge()));
    expect(titles(read).at(-1)).toBe('after');
    expect(read.faults).toEqual([
      { place: expect.any(String), reason: expect.stringMatching(/longer than/) },
    ]);
  });

  it.each([
    ['tags that never end', '<PubmedArticle '.repeat(300_000)],
    ['braces that never end', `@article{x, title = ${'{'.repeat(400_000)}`],
    ['brackets that never end', '['.repeat(2_000_000)],
    ['quotes that never end', `[{"a":"${'\\"'.repeat(2_000_000)}`],
    ['entries that never end', '@article{a,\n'.repeat(100_000)],
  ])('takes no long time over %s', async (_, text) => {
    const head = text.startsWith('<') ? '<PubmedArticleSet>' : '';
    const { papers, faults } = await papersIn(head + text);
    expect(papers).toEqual([]);
    expect(faults.length).toBeGreaterThan(0);
  });

  const json = (fields: object): string =>
    JSON.stringify({ pmid: '1', title: 'A', pubYear: '2001', ...fields });
  it.each([
    ['blanks in a heading', json({ abstractText: `<h4>${' '.repeat(500_000)}` })],
    ['authors', json({ authorString: `A and B${','.repeat(500_000)}x` })],
    [
      'authors in plain fields',
      JSON.stringify({ pmid: '1', title: 'A', authors: `${', '.repeat(500_000)}x` }),
    ],
    [
      'marks within marks',
      JSON.stringify({
        pmid: '1',
        title: 'A',
        abstract: `${'<'.repeat(40_000)}${'i>'.repeat(40_000)}`,
      }),
    ],
    ['lines that go on', `PMID- 1\nTI  - A\nAD  - b\n${'      a\n'.repeat(500_000)}`],
    [
      'values of one tag',
      `TY  - JOUR\nTI  - A\nDO  - 10.1000/a\n${'KW  - a\n'.repeat(300_000)}ER  - \n`,
    ],
    ['blank lines', `@article{x,\r\n${'\r\n'.repeat(20_000)} title = {A}, doi = {10.1000/a}}`],
    [
      'blanks in a title',
      set(
        article(
          `<PMID>1</PMID><Article><ArticleTitle>A${' '.repeat(500_000)}</ArticleTitle></Article>`,
        ),
      ),
    ],
    [
      'apostrophes',
      `@article{x, title = {A}, doi = {10.1000/a}, abstract = {${"'".repeat(20_000)}}}`,
    ],
  ])('takes no long time over very many %s', async (_, text) => {
    expect(titles(await papersIn(text))).toEqual(['A']);
  });

  it('does not give the parser of TeX more than it can take', async () => {
    const read = await papersIn(
      `@article{x, title = {A}, pmid = {1}, abstract = {$${'a$b'.repeat(40_000)}}}\n@article{y, title = {B}, pmid = {2}, abstract = {${'Plain text. '.repeat(8_000)}}}`,
    );
    expect(titles(read)).toEqual(['B']);
    expect(read.faults[0]?.reason).toMatch(/longer than 64 thousand/);
  });

  it('does not choke on braces within braces', async () => {
    const deep = `@article{x, title = {${'{'.repeat(5_000)}a${'}'.repeat(5_000)}}, pmid = {1}}\n@article{y, title = {B}, pmid = {2}}`;
    const read = await papersIn(deep);
    expect(titles(read)).toEqual(['B']);
    expect(read.faults[0]?.reason).toMatch(/more than 100 deep/);
  });
});

describe('what is no file of references', () => {
  it.each([
    ['nothing', '', /^It is empty/],
    ['blanks', ' \n\t\n', /^It is empty/],
    [
      'a web page',
      '<!doctype html><html><body><article class="x">Please log in</article></body></html>',
      /web page/,
    ],
    ['other XML', '<?xml version="1.0"?><rss/>', /XML of another kind/],
    ['a zip archive', Buffer.from('PK\u0003\u0004rest'), /zip archive: unpack it/],
    ['a PDF', '%PDF-1.7 ...', /PDF/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]), /no text/],
    ['a letter', 'Dear all,\nplease find attached nothing.\n', /no format that is known/],
    ['an empty list', '[]', /no record/],
    ['an empty set', '<PubmedArticleSet></PubmedArticleSet>', /no record/],
  ])('is told of in a sentence: %s', async (_, content, reason) => {
    const { papers, faults } = await papersIn(content);
    expect(papers).toEqual([]);
    expect(faults).toEqual([{ place: 'file', reason: expect.stringMatching(reason) }]);
  });
});

describe('how a file is encoded', () => {
  const line = '{"pmid":"1","title":"Über ß 漢字"}\n';

  it.each([1, 3, 1000])('may be UTF-8 with a mark, torn at %i bytes', async (size) => {
    expect(titles(await papersIn(`\uFEFF${line}`, { size }))).toEqual(['Über ß 漢字']);
  });

  it.each([1, 2, 3, 5, 7])('may have its letters torn far into it, at %i bytes', async (size) => {
    const many = Array.from(
      { length: 200 },
      (_, i) => `{"pmid":"${i + 1}","title":"ß 漢字 😀 ${i}"}\n`,
    );
    const read = await papersIn(many.join(''), { size });
    expect(read.faults).toEqual([]);
    expect(titles(read)).toEqual(many.map((_, i) => `ß 漢字 😀 ${i}`));
  });

  it('may be UTF-16, of either order, with a mark or without', async () => {
    const little = Buffer.from(line, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [
      little,
      big,
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ])
      expect(titles(await papersIn(bytes, { size: 5 }))).toEqual(['Über ß 漢字']);
  });

  it('may be as its XML says', async () => {
    const xml = set(good(1, 'Über')).replace('?>', ' encoding="ISO-8859-1"?>');
    expect(await papersIn(Buffer.from(xml, 'latin1'))).toMatchObject({
      papers: [{ title: 'Über' }],
      faults: [],
    });
  });

  it('may be Latin-1 in a line of UTF-8, which is told of once and costs nothing', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`PMID- 1\nTI  - Größe\nAB  - ${'漢'.repeat(600)}\n\nPMID- 2\n`),
      Buffer.from('TI  - Größe\n\nPMID- 3\nTI  - Schön\n', 'latin1'),
      Buffer.from('\nPMID- 4\nTI  - Größe\n'),
    ]);
    for (const size of [1, 10, 1000]) {
      const read = await papersIn(bytes, { size });
      expect(titles(read)).toEqual(['Größe', 'Größe', 'Schön', 'Größe']);
      expect(read.faults).toEqual([
        { place: 'line 6', reason: expect.stringMatching(/Latin-1/), isNote: true },
      ]);
    }
  });

  it('may have line ends of Windows, or of an old Macintosh', async () => {
    const text =
      'TY  - JOUR\nTI  - A\nDO  - 10.1000/a\nER  - \nTY  - JOUR\nTI  - B\nDO  - 10.1000/b\nER  - \n';
    for (const end of ['\r\n', '\r'])
      expect(titles(await papersIn(text.replaceAll('\n', end), { size: 3 }))).toEqual(['A', 'B']);
  });
});

describe('a file that is packed', () => {
  const lines = Array.from(
    { length: 2_000 },
    (_, i) => `{"pmid":"${i + 1}","title":"Title ${i}"}\n`,
  ).join('');

  it('is unpacked, also where it was packed in parts', async () => {
    const half = lines.indexOf('\n', lines.length / 2) + 1;
    const packed = Buffer.concat([gzipSync(lines.slice(0, half)), gzipSync(lines.slice(half))]);
    expect((await papersIn(packed, { size: 100 })).papers).toHaveLength(2_000);
  });

  it('gives what comes before it is damaged, and says so', async () => {
    const packed = gzipSync(lines);
    const { papers, faults } = await papersIn(packed.subarray(0, packed.length / 2));
    expect(papers.length).toBeGreaterThan(100);
    expect(faults.map(({ reason }) => reason).join()).toMatch(/damaged or cut off/);
  });

  it('leaves out the record in the middle of which it ends', async () => {
    const record = (n: number): string =>
      `TY  - JOUR\nTI  - Title of ${n}\nAB  - ${String(n).repeat(40)} ends here\nER  - \n`;
    const ris = Array.from({ length: 500 }, (_, i) => record(i)).join('');
    const packed = gzipSync(ris);
    for (let end = 1_000; end < packed.length - 20; end += 37) {
      const { papers, faults } = await papersIn(packed.subarray(0, end));
      expect(papers.filter(({ abstract }) => !abstract?.endsWith('ends here'))).toEqual([]);
      expect(faults.map(({ reason }) => reason)).toContain(
        'The file ends in the middle of it, so it was left out.',
      );
    }
    const { papers, faults } = await papersIn(ris, { mostBytes: record(0).length + 20 });
    expect(titles({ papers })).toEqual(['Title of 0']);
    expect(faults).toHaveLength(2);
  });

  it('is read no further than it may be (a bomb)', async () => {
    const packed = gzipSync(Buffer.alloc(50 * 1024 ** 2, `${lines.slice(0, 40)}`));
    expect(packed.length).toBeLessThan(1024 ** 2);
    const { faults } = await papersIn(packed, { mostBytes: 1024 ** 2 });
    expect(faults.at(-1)).toEqual({
      place: 'file',
      reason: 'It is larger than 1 MB; the rest was not read.',
    });
  });

  it('gives an error of reading to whoever reads', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield* inPieces(gzipSync(lines).subarray(0, 2_000), 100);
      throw new Error('the disk is gone');
    }
    await expect(gather(readPapers(failing()))).rejects.toThrow('the disk is gone');
  });
});
