import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** Who may import whom (docs/design.md). A room may always import itself. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  core: [],
  ports: ['core'],
  app: ['core', 'ports'],
  render: ['core'],
  library: ['core', 'ports'],
  store: ['core', 'ports'],
  // Pictures of evidence: data to Vega to SVG to PNG, in a worker.
  plot: ['core', 'ports'],
  importers: ['core', 'ports'],
  // Papers beyond the library: Europe PMC and PubMed. What they answer is read by what it is given.
  literature: ['core', 'ports'],
  // Papers brought in: their index and its search, by the store's way to a database.
  papers: ['store', 'core', 'ports'],
  discord: ['app', 'render', 'core', 'ports'],
  playground: [],
  // The parts of the command line: like a root, but imported by one.
  cli: ['app', 'core', 'render', 'ports'],
  // What every long-running program has: a log, a health page, an orderly end.
  process: ['ports'],
};
/** Composition roots and their configuration: nobody but a root imports them. */
const ROOTS = [
  'cli.ts',
  'openShelf.ts',
  'libraryCli.ts',
  'main.ts',
  'deploy.ts',
  'backup.ts',
  'invite.ts',
  'checkData.ts',
  'stats.ts',
  'newStudy.ts',
  'writeSchemas.ts',
  'writeSettings.ts',
  'config.ts',
];

/** Packages that belong to one room alone. */
const PACKAGE_ROOMS: Readonly<Record<string, string>> = {
  'fuse.js': 'core/question',
  'discord.js': 'discord',
  'rate-limiter-flexible': 'discord/limits',
  saxes: 'importers/xml',
  '@retorquere/bibtex-parser': 'importers/formats',
  'p-retry': 'literature',
  'p-throttle': 'literature',
  vega: 'plot',
  '@resvg/resvg-js': 'plot',
  kysely: 'store',
  pg: 'store',
  pino: 'process',
  hono: 'playground',
  ws: 'playground',
  rolldown: 'playground',
};
/** All that the pure core may take from outside. */
const CORE_PACKAGES = ['zod', 'fuse.js'];

type Arrow = { file: string; target: string };

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

const importsOf = (text: string): string[] =>
  [
    ...text.matchAll(
      /^(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
    ),
  ].map(([, stated, dynamic]) => (stated ?? dynamic) as string);

const arrows: Arrow[] = files.flatMap((file) =>
  importsOf(readFileSync(join(SRC, file), 'utf8')).map((target) => ({
    file,
    target: target.startsWith('.') ? relative(SRC, resolve(SRC, dirname(file), target)) : target,
  })),
);

const isOurs = (target: string): boolean => files.includes(target);
const roomOf = (file: string): string =>
  file.includes('/') ? (file.split('/')[0] as string) : file;

const isWrong = ({ file, target }: Arrow): boolean => {
  const from = roomOf(file);
  if (isOurs(target)) {
    if (ROOTS.includes(target)) return !ROOTS.includes(from);
    return (
      !ROOTS.includes(from) && roomOf(target) !== from && !ARROWS[from]?.includes(roomOf(target))
    );
  }
  const home = PACKAGE_ROOMS[target];
  if (home !== undefined && !file.startsWith(`${home}/`)) return true;
  return from === 'core' && !CORE_PACKAGES.includes(target);
};

describe('who may import whom', () => {
  it('reads every form of import', () => {
    expect(
      importsOf(
        "import a from './a.ts';\nimport {\n b,\n} from './b.ts';\nexport * from './c.ts';\nimport './d.ts';\nconst e = await import('./e.ts');\n// import x from y",
      ),
    ).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts']);
  });

  it('finds files and arrows at all, and knows a wrong arrow', () => {
    expect(arrows.length).toBeGreaterThan(100);
    expect(isWrong({ file: 'core/answer/headline.ts', target: 'library/loadLibrary.ts' })).toBe(
      true,
    );
    expect(isWrong({ file: 'app/createAsk.ts', target: 'config.ts' })).toBe(true);
    expect(isWrong({ file: 'render/terminal/renderText.ts', target: 'fuse.js' })).toBe(true);
    expect(isWrong({ file: 'core/domain/study.ts', target: 'node:fs' })).toBe(true);
    expect(isWrong({ file: 'cli.ts', target: 'library/loadLibrary.ts' })).toBe(false);
  });

  it('has no wrong arrow, and no import of a file that is not there', () => {
    expect(arrows.filter(isWrong)).toEqual([]);
    expect(arrows.filter(({ target }) => target.endsWith('.ts') && !isOurs(target))).toEqual([]);
  });

  it('has no room that the map does not know', () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => !(room in ARROWS) && !ROOTS.includes(room))).toEqual([]);
  });
});
