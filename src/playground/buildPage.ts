import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

export type PageAssets = ReadonlyMap<string, { type: string; body: Uint8Array }>;

const PAGE = new URL('./page/', import.meta.url);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const bundleScript = async (): Promise<string> => {
  const bundle = await rolldown({
    input: fileURLToPath(new URL('main.ts', PAGE)),
    platform: 'browser',
    logLevel: 'warn',
    // What is missing would break the page in the browser, where nobody looks.
    onLog: (_level, { message }) => {
      throw new Error(message);
    },
  });
  try {
    const { output } = await bundle.generate({ format: 'esm', minify: true });
    return output[0].code;
  } finally {
    await bundle.close();
  }
};

/** The style sheets one after the other, by the names of their files. */
const joinStyles = async (): Promise<string> => {
  const folder = new URL('style/', PAGE);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.css')).sort();
  const sheets = await Promise.all(names.map((name) => readFile(new URL(name, folder), 'utf8')));
  return sheets.join('\n');
};

/**
 * The page of the playground, made ready to be served: bundled in memory from its sources at each
 * start, offline. Nothing is written.
 */
export const buildPage = async (): Promise<PageAssets> => {
  const [html, script, style] = await Promise.all([
    readFile(new URL('index.html', PAGE), 'utf8'),
    bundleScript(),
    joinStyles(),
  ]);
  return new Map([
    ['index.html', { type: 'text/html; charset=utf-8', body: encode(html) }],
    ['page.js', { type: 'text/javascript; charset=utf-8', body: encode(script) }],
    ['page.css', { type: 'text/css; charset=utf-8', body: encode(style) }],
  ]);
};
