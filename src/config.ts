import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { OperatorError } from './ports/operatorError.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** Terminals tell any width; ours stays within these. */
const NARROWEST = 40;
const WIDEST = 500;

const MOST_CONTACT = 200;

const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Three parts of base64url: the bot's id, a time and a signature. */
const TOKEN = /^[\w-]{18,}\.[\w-]{4,}\.[\w-]{20,}$/;

/** An empty line of .env sets nothing. */
const blankIsUnset = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const port = z.coerce
  .number('must be a port number')
  .int('must be a whole number')
  .min(0, 'must be 0 to 65535')
  .max(65_535, 'must be 0 to 65535');

const TLS = ['disable', 'require', 'verify-full'] as const;

const Tls = z
  .string()
  .transform((word) => word.trim().toLowerCase())
  .pipe(z.enum(TLS, `must be one of ${TLS.join(', ')}`));

const isDatabaseUrl = (text: string): boolean =>
  /^postgres(ql)?:\/\//.test(text) && URL.canParse(text);

/** What programs of PostgreSQL take in an address, and we take elsewhere. */
const TLS_OPTIONS = ['sslmode', 'sslrootcert'];

/** Whether the database is on this machine, and nobody can listen in on the way. */
const isLocal = ({ hostname, searchParams }: URL): boolean =>
  searchParams.get('host')?.startsWith('/') ||
  /^(|localhost|127(\.\d+){3}|\[::1\]|%2f.*)$/i.test(hostname);

const onUnlessOff = z
  .string()
  .transform((word) => word.trim().toLowerCase() || 'on')
  .pipe(z.enum(['on', 'off'], 'must be on or off'))
  .transform((word) => word === 'on')
  .default(true);

const Environment = z.object({
  LIBRARY_DIR: z.string().trim().min(1, 'must not be empty').default('data'),
  DATA_DIR: z.string().trim().min(1, 'must not be empty').default('var'),
  PAPERS_FILE: blankIsUnset(z.string().trim()),
  // The value holds a password, so no message repeats it.
  DATABASE_URL: blankIsUnset(
    z.string().trim().refine(isDatabaseUrl, {
      message: 'must be an address such as postgres://user:password@host:5432/database',
    }),
  ),
  DATABASE_TLS: blankIsUnset(Tls),
  DATABASE_CA: blankIsUnset(z.string().trim()),
  // A token pasted with its prefix, in quotes or with a line end is still that token.
  DISCORD_TOKEN: z
    .string()
    .transform((token) => token.trim().replace(/^Bot\s+/i, ''))
    .refine((token) => token === '' || TOKEN.test(token), {
      message: 'is no bot token: copy it from the Developer Portal, page Bot, button Reset Token',
    })
    .default(''),
  DISCORD_API: blankIsUnset(
    z.url({ protocol: /^https?$/, message: 'must be an address such as https://discord.com/api' }),
  ),
  MESSAGE_CONTENT: onUnlessOff,
  LIMITS: onUnlessOff,
  ANSWER_CHANNELS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((id) => id !== ''))
    .refine((ids) => ids.every((id) => id === 'all' || /^\d{17,20}$/.test(id)), {
      message: 'must be channel ids separated by commas, or all',
    })
    .default([]),
  OPERATOR_CONTACT: z
    .string()
    .transform((text) => text.replace(/\s+/g, ' ').trim())
    .refine((text) => text.length <= MOST_CONTACT, {
      message: `must be a name and an address of ${MOST_CONTACT} characters at most`,
    })
    .default(''),
  LITERATURE_EMAIL: blankIsUnset(z.email('must be an e-mail address, such as ann@example.org')),
  NCBI_API_KEY: blankIsUnset(
    // The value is a secret, so no message repeats it.
    z
      .string()
      .trim()
      .regex(/^[\w-]{10,100}$/, 'is no API key: copy it from the settings of your NCBI account'),
  ),
  SERVER_PAPERS: blankIsUnset(
    z.coerce
      .number('must be a number of papers, such as 5000')
      .int('must be a whole number')
      .min(0, 'must be 0 at least')
      .max(1_000_000, 'must be 1000000 at most'),
  ).default(5_000),
  HEALTH_PORT: blankIsUnset(port),
  PLAYGROUND_PORT: blankIsUnset(port).default(3210),
  LOG_LEVEL: z
    .string()
    .transform((word) => word.trim().toLowerCase() || null)
    .pipe(z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).nullable())
    .default(null),
  NO_COLOR: z.string().default(''),
  FORCE_COLOR: z.string().default(''),
  // An empty line of .env is no number, and sets nothing; shells export 0 where they know no width.
  COLUMNS: z.preprocess(
    (value) => (value === '' || value === '0' ? undefined : value),
    z.coerce
      .number('must be a number of columns, such as 100')
      .int('must be a whole number')
      .min(1, 'must be 1 at least')
      .transform((columns) => Math.min(Math.max(columns, NARROWEST), WIDEST))
      .optional(),
  ),
});

export type LogLevel = (typeof LOG_LEVELS)[number];

/** A PostgreSQL database: its address without TLS options, and those. */
export type DatabaseConfig = { url: string; tls: (typeof TLS)[number]; ca: string | null };

export type Config = Readonly<{
  /** Folder of the records, absolute. */
  libraryDir: string;
  /** Folder of what the program keeps, absolute. */
  dataDir: string;
  /** Where the bot keeps what it keeps: a file of SQLite in `dataDir`, or PostgreSQL. */
  store: { file: string } | DatabaseConfig;
  /** Where papers that were brought in are kept: a file of SQLite of their own, or the same PostgreSQL. */
  papers: { file: string } | DatabaseConfig;
  /** The bot's token; null starts the playground. */
  token: string | null;
  /** Address of Discord's API, where it is not Discord's own: a proxy. */
  discordApi: string | null;
  /** Whether the bot asks for the Message Content intent. */
  messageContent: boolean;
  /** Whether anybody is held back who asks more than people do by hand. */
  limits: boolean;
  /** Channels in which every message is heard; `all` is every channel. */
  answerChannels: 'all' | readonly string[];
  /** How literature is asked for: a contact address and a key of NCBI's, where there are any. */
  literature: Readonly<{ cacheDir: string; email: string | null; apiKey: string | null }>;
  /** The most papers that one server may bring in. */
  serverPapers: number;
  /** Port of the health page; null for none. */
  healthPort: number | null;
  /** Who runs the bot and how to reach them, as people are told; null for nothing. */
  operatorContact: string | null;
  playgroundPort: number;
  /** Null leaves it to the program: info for the bot, warn for the playground. */
  logLevel: LogLevel | null;
  /** Colour in the terminal: as told, or null to look at the terminal. */
  color: boolean | null;
  /** Columns to wrap at, or null to look at the terminal. */
  columns: number | null;
}>;

/** Faults of the environment, all of them, each with its remedy. */
export class ConfigError extends OperatorError {
  override name = 'ConfigError';
}

/** Where nothing is said, a database elsewhere has to prove who it is. */
const readDatabase = ({
  DATABASE_URL,
  DATABASE_TLS,
  DATABASE_CA,
}: z.infer<typeof Environment>): DatabaseConfig | null => {
  if (DATABASE_URL === undefined) return null;
  const url = new URL(DATABASE_URL);
  const mode = Tls.optional().safeParse(url.searchParams.get('sslmode') ?? undefined);
  if (!mode.success)
    throw new ConfigError(`DATABASE_URL has an sslmode that must be one of ${TLS.join(', ')}.`);
  const ca = DATABASE_CA ?? url.searchParams.get('sslrootcert');
  const tls = DATABASE_TLS ?? mode.data ?? (isLocal(url) ? 'disable' : 'verify-full');
  for (const option of TLS_OPTIONS) url.searchParams.delete(option);
  const lost = [...url.searchParams.keys()].find((option) => option.startsWith('ssl'));
  if (lost !== undefined)
    throw new ConfigError(
      `DATABASE_URL may not hold ${lost}. Set DATABASE_TLS and DATABASE_CA instead.`,
    );
  return { url: url.href, tls, ca: ca === null ? null : resolve(PROJECT, ca) };
};

/**
 * Reads the configuration from environment variables.
 * @throws ConfigError that names every variable at fault and what it must be.
 */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}.`).join(' '),
    );
  const { LIBRARY_DIR, NO_COLOR, FORCE_COLOR, COLUMNS, ANSWER_CHANNELS } = parsed.data;
  const dataDir = resolve(PROJECT, parsed.data.DATA_DIR);
  const database = readDatabase(parsed.data);
  const papersFile = parsed.data.PAPERS_FILE ?? join(dataDir, 'papers.sqlite');
  return Object.freeze({
    libraryDir: resolve(PROJECT, LIBRARY_DIR),
    dataDir,
    papers: database ?? { file: resolve(PROJECT, papersFile) },
    store: database ?? { file: join(dataDir, 'caveat.sqlite') },
    token: parsed.data.DISCORD_TOKEN || null,
    discordApi: parsed.data.DISCORD_API ?? null,
    messageContent: parsed.data.MESSAGE_CONTENT,
    limits: parsed.data.LIMITS,
    answerChannels: ANSWER_CHANNELS.includes('all') ? 'all' : ANSWER_CHANNELS,
    operatorContact: parsed.data.OPERATOR_CONTACT || null,
    literature: {
      cacheDir: join(dataDir, 'literature'),
      email: parsed.data.LITERATURE_EMAIL ?? null,
      apiKey: parsed.data.NCBI_API_KEY ?? null,
    },
    serverPapers: parsed.data.SERVER_PAPERS,
    healthPort: parsed.data.HEALTH_PORT ?? null,
    playgroundPort: parsed.data.PLAYGROUND_PORT,
    logLevel: parsed.data.LOG_LEVEL,
    color: NO_COLOR !== '' ? false : FORCE_COLOR !== '' && FORCE_COLOR !== '0' ? true : null,
    columns: COLUMNS ?? null,
  });
};
