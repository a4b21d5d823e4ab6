import { describe, expect, it } from 'vitest';
import type { PlotData } from '../../src/core/plot/plotData.ts';
import { drawSvg } from '../../src/plot/drawSvg.ts';
import { svgToPng } from '../../src/plot/svgToPng.ts';
import { everyKind, evidenceOf } from '../support/plots.ts';

/** Width and height as a PNG states them, once it has proved to be one. */
const sizeOfPng = (body: Uint8Array): { width: number; height: number } => {
  const bytes = Buffer.from(body);
  expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect(bytes.subarray(-8, -4).toString('latin1')).toBe('IEND');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
};

const sizeOfSvg = (svg: string): { width: number; height: number } => {
  const [, width, height] = /^<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  return { width: Number(width), height: Number(height) };
};

/** The texts of an SVG as people read them. */
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].map(([, text = '']) =>
    text
      .replace(/<\/?tspan[^>]*>/g, ' ')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
      .trim(),
  );

/** Where marks and texts are put: none may be nowhere. */
const expectWell = (svg: string): void => {
  expect(svg).not.toMatch(/NaN|undefined|Infinity|<script/);
  const { width, height } = sizeOfSvg(svg);
  for (const [, x, y] of svg.matchAll(/<text[^>]*transform="translate\(([-\d.]+),([-\d.]+)\)/g)) {
    expect(Number(x)).toBeGreaterThanOrEqual(0);
    expect(Number(x)).toBeLessThanOrEqual(width);
    expect(Number(y)).toBeGreaterThanOrEqual(0);
    expect(Number(y)).toBeLessThanOrEqual(height);
  }
};

const HOSTILE = [
  '</text></svg><script>alert(1)</script><svg><text>',
  '&amp; & &lt; &#0; ]]> <!-- --> <?xml?> "\'',
  'τίτλος заголовок 題名 עברית العربية \u{1F48A}\u{1F9E0}',
  'x'.repeat(5000),
  'many words '.repeat(450),
  ' ',
  '\u0000\u0007\u202e\ud83d',
];

describe('a picture', () => {
  it.each(everyKind({ studies: 12 }).map((data) => ({ data, kind: data.kind })))(
    'of the kind $kind is a PNG twice as fine as its SVG, on both backgrounds',
    async ({ data }) => {
      for (const background of ['light', 'dark'] as const) {
        const svg = await drawSvg(data, background);
        expectWell(svg);
        const { width, height } = sizeOfSvg(svg);
        expect(width).toBe(550);
        const png = svgToPng(svg);
        expect(sizeOfPng(png.body)).toEqual({ width: 2 * width, height: 2 * height });
        expect([png.width, png.height]).toEqual([2 * width, 2 * height]);
      }
    },
  );

  it.each(HOSTILE)('is not broken by a name: %#', async (text) => {
    for (const data of everyKind({ studies: 6, text })) {
      const svg = await drawSvg(data, 'light');
      expectWell(svg);
      expect(svg.length).toBeLessThan(200_000);
      sizeOfPng(svgToPng(svg).body);
    }
  });

  it.each([1, 5, 26, 27, 60, 300])('of %d studies is drawn, each as a mark', async (studies) => {
    const data = evidenceOf({ studies, groups: Math.min(3, studies) });
    const svg = await drawSvg(data, 'dark');
    expectWell(svg);
    const rows = data.groups.flatMap(({ people, animals }) => [...people, ...animals]);
    // What says nothing of benefit has words in the place of a mark.
    const marked = rows.filter(({ direction }) => direction !== null).length;
    const marks = [
      ...svg.matchAll(/aria-roledescription="symbol mark container"[^>]*>(.*?)<\/g>/gs),
    ]
      .slice(0, rows.some(({ direction }) => direction === 'mixed') ? 2 : 1)
      .flatMap(([, group = '']) => group.match(/<path /g) ?? []);
    expect(marks).toHaveLength(marked);
  });

  it.each(everyKind({ studies: 0 }).map((data) => ({ data, kind: data.kind })))(
    'of nothing is no fault: $kind',
    async ({ data }) => {
      expectWell(await drawSvg(data, 'light'));
    },
  );

  it('says in words which way is better, what shapes mean, and that animals are no proof', async () => {
    const texts = textsOf(await drawSvg(evidenceOf({ studies: 20 }), 'light')).join('\n');
    for (const word of ['Worse', 'Better', 'Mixed', 'randomised trial', 'no comparison group'])
      expect(texts).toContain(word);
    expect(texts).toMatch(/No\s+difference/);
    expect(texts).toMatch(/In animals: not proof for people/);
    expect(texts).toMatch(/hollow: not counted in the rating/);
    expect(texts).toMatch(/not medical advice/);
  });

  it('has no panel of shares and no legend of intervals where no study has one', async () => {
    const bare = textsOf(await drawSvg(evidenceOf({ studies: 20, bare: true }), 'light')).join(
      '\n',
    );
    expect(bare).not.toMatch(/Share|interval|%/);
  });

  it('has the same bytes for the same data', async () => {
    const draw = async (data: PlotData) => svgToPng(await drawSvg(data, 'dark')).body;
    const [first, second] = [
      await draw(evidenceOf({ studies: 5 })),
      await draw(evidenceOf({ studies: 5 })),
    ];
    expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
  });
});
