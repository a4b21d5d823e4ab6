import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

const faultOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error('it was read without a fault');
};

describe('the configuration of an empty environment', () => {
  it('is the library of the project, and the terminal for all else', () => {
    expect(readConfig({})).toEqual({
      libraryDir: join(PROJECT, 'data'),
      dataDir: join(PROJECT, 'var'),
      store: { file: join(PROJECT, 'var', 'caveat.sqlite') },
      papers: { file: join(PROJECT, 'var', 'papers.sqlite') },
      token: null,
      discordApi: null,
      messageContent: true,
      limits: true,
      answerChannels: [],
      operatorContact: null,
      literature: { cacheDir: join(PROJECT, 'var', 'literature'), email: null, apiKey: null },
      serverPapers: 5_000,
      healthPort: null,
      playgroundPort: 3210,
      logLevel: null,
      color: null,
      columns: null,
    });
  });

  it('is not troubled by variables of other programs', () => {
    expect(readConfig({ PATH: '/bin', columns: 'x', TERM: 'dumb' })).toEqual(readConfig({}));
  });

  it('cannot be changed by whoever reads it', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });
});

describe('LIBRARY_DIR', () => {
  it.each([
    { value: '/srv/library', folder: '/srv/library' },
    { value: '/srv/library/', folder: '/srv/library' },
    { value: ' /srv/library ', folder: '/srv/library' },
    { value: 'other', folder: join(PROJECT, 'other') },
    { value: './other/records', folder: join(PROJECT, 'other', 'records') },
    { value: '../beside', folder: join(PROJECT, '..', 'beside') },
  ])('$value is a folder, from the project where it is relative', ({ value, folder }) => {
    const { libraryDir } = readConfig({ LIBRARY_DIR: value });
    expect(libraryDir).toBe(folder);
    expect(isAbsolute(libraryDir)).toBe(true);
  });
});

describe('colour', () => {
  it.each([
    { environment: {}, color: null },
    { environment: { NO_COLOR: '' }, color: null },
    { environment: { NO_COLOR: '1' }, color: false },
    { environment: { NO_COLOR: '0' }, color: false },
    { environment: { NO_COLOR: 'false' }, color: false },
    { environment: { FORCE_COLOR: '1' }, color: true },
    { environment: { FORCE_COLOR: '3' }, color: true },
    { environment: { FORCE_COLOR: 'true' }, color: true },
    { environment: { FORCE_COLOR: '' }, color: null },
    { environment: { FORCE_COLOR: '0' }, color: null },
    { environment: { NO_COLOR: '1', FORCE_COLOR: '1' }, color: false },
    { environment: { NO_COLOR: '', FORCE_COLOR: '1' }, color: true },
  ])('is $color with $environment', ({ environment, color }) => {
    expect(readConfig(environment).color).toBe(color);
  });
});

describe('COLUMNS', () => {
  it.each([
    { value: '40', columns: 40 },
    { value: '100', columns: 100 },
    { value: ' 72 ', columns: 72 },
    { value: '500', columns: 500 },
  ])('may be "$value"', ({ value, columns }) => {
    expect(readConfig({ COLUMNS: value }).columns).toBe(columns);
  });

  it('is left to the terminal where it is empty, as an empty line of .env leaves it', () => {
    expect(readConfig({ COLUMNS: '' }).columns).toBeNull();
  });

  it.each([
    { value: 'wide', says: /COLUMNS must be a number/ },
    { value: '80 columns', says: /COLUMNS must be a number/ },
    { value: 'NaN', says: /COLUMNS must be a number/ },
    { value: 'Infinity', says: /COLUMNS must be a number/ },
    { value: '80.5', says: /COLUMNS must be a whole number/ },
    { value: '-80', says: /COLUMNS must be 1 at least/ },
  ])('may not be "$value"', ({ value, says }) => {
    expect(faultOf({ COLUMNS: value })).toMatch(says);
  });

  it.each([
    { value: '1', columns: 40 },
    { value: '39', columns: 40 },
    { value: '501', columns: 500 },
    { value: '1e9', columns: 500 },
    { value: '0', columns: null },
  ])('are kept between 40 and 500: "$value" is $columns', ({ value, columns }) => {
    expect(readConfig({ COLUMNS: value }).columns).toBe(columns);
  });
});

describe('faults of the environment', () => {
  it('are all told at once, each by the name of its variable, in plain words', () => {
    const fault = faultOf({ COLUMNS: 'wide', LIBRARY_DIR: '  ', NO_COLOR: '1' });
    expect(fault).toBe(
      'LIBRARY_DIR must not be empty. COLUMNS must be a number of columns, such as 100.',
    );
  });

  it.each([{ COLUMNS: 'x' }, { COLUMNS: '-1.5' }, { LIBRARY_DIR: '' }])(
    'are told without the words of a program: %o',
    (environment) => {
      expect(faultOf(environment as Record<string, string>)).not.toMatch(
        /invalid|expected|received|NaN|undefined|too (small|big)|[{}[\]\n]/i,
      );
    },
  );
});

/** Of the shape of a token; of no bot. */
const TOKEN = `${'A1b2'.repeat(6)}.${'Xy-_12'}.${'z9'.repeat(19)}`;

describe('DISCORD_TOKEN', () => {
  it.each([TOKEN, ` ${TOKEN} `, `Bot ${TOKEN}`, `${TOKEN}\n`])(
    'is taken as it is often pasted',
    (pasted) => {
      expect(readConfig({ DISCORD_TOKEN: pasted }).token).toBe(TOKEN);
    },
  );

  it('may be empty', () => {
    expect(readConfig({ DISCORD_TOKEN: '' }).token).toBeNull();
    expect(readConfig({ DISCORD_TOKEN: '  ' }).token).toBeNull();
  });

  it('is refused where it cannot be one, without being shown', () => {
    const fault = faultOf({ DISCORD_TOKEN: 'hunter2 is my secret' });
    expect(fault).toMatch(/^DISCORD_TOKEN is no bot token: .*Reset Token\.$/);
    expect(fault).not.toContain('hunter2');
  });
});

describe('what the bot does', () => {
  it.each([
    { list: '', channels: [] },
    { list: 'all', channels: 'all' },
    { list: '123456789012345678, all', channels: 'all' },
    {
      list: '123456789012345678,223456789012345678  323456789012345678',
      channels: ['123456789012345678', '223456789012345678', '323456789012345678'],
    },
  ])('hears everything in the channels "$list"', ({ list, channels }) => {
    expect(readConfig({ ANSWER_CHANNELS: list }).answerChannels).toEqual(channels);
  });

  it.each([
    { word: 'off', is: false },
    { word: 'OFF ', is: false },
    { word: 'on', is: true },
    { word: '', is: true },
  ])('asks for message content: "$word"', ({ word, is }) => {
    expect(readConfig({ MESSAGE_CONTENT: word }).messageContent).toBe(is);
    expect(readConfig({ LIMITS: word }).limits).toBe(is);
  });

  it.each([
    ['  Ann Lee,\n ann@example.org ', 'Ann Lee, ann@example.org'],
    ['', null],
    [' \n', null],
  ])('names who runs it: %j', (text, contact) => {
    expect(readConfig({ OPERATOR_CONTACT: text }).operatorContact).toBe(contact);
  });

  it('takes no speech for a contact', () => {
    expect(faultOf({ OPERATOR_CONTACT: 'x'.repeat(201) })).toMatch(
      /OPERATOR_CONTACT must be a name and an address of 200 characters at most/,
    );
  });

  it('takes ports, levels and another address of the API', () => {
    expect(
      readConfig({
        HEALTH_PORT: '8080',
        PLAYGROUND_PORT: '0',
        LOG_LEVEL: 'Debug',
        DISCORD_API: 'http://127.0.0.1:9/api',
      }),
    ).toMatchObject({
      healthPort: 8080,
      playgroundPort: 0,
      logLevel: 'debug',
      discordApi: 'http://127.0.0.1:9/api',
    });
  });

  it('tells every fault at once', () => {
    const fault = faultOf({
      ANSWER_CHANNELS: '#general',
      MESSAGE_CONTENT: 'maybe',
      HEALTH_PORT: '99999',
      PLAYGROUND_PORT: 'x',
      LOG_LEVEL: 'loud',
      DISCORD_API: 'discord',
      DISCORD_TOKEN: 'x',
    });
    for (const name of [
      'ANSWER_CHANNELS must be channel ids',
      'MESSAGE_CONTENT must be on or off',
      'HEALTH_PORT must be 0 to 65535',
      'PLAYGROUND_PORT must be a port number',
      'LOG_LEVEL must be one of',
      'DISCORD_API must be an address',
      'DISCORD_TOKEN is no bot token',
    ])
      expect(fault).toContain(name);
  });
});

describe('where the bot keeps what it keeps', () => {
  const url = 'postgres://user:pass%2Fword@db.example.org:5433/caveat';
  const storeOf = (environment: Record<string, string>) => readConfig(environment).store;

  it('is a file in DATA_DIR, or a database', () => {
    expect(storeOf({ DATA_DIR: '/srv/caveat' })).toEqual({ file: '/srv/caveat/caveat.sqlite' });
    expect(storeOf({ DATABASE_URL: '' })).toHaveProperty('file');
    expect(storeOf({ DATABASE_URL: ` ${url} ` })).toEqual({ url, tls: 'verify-full', ca: null });
    expect(storeOf({ DATABASE_URL: 'postgresql://db/x' })).toHaveProperty('tls', 'verify-full');
  });

  it.each([
    'postgres://localhost/x',
    'postgres://u:p@127.0.0.1:5432/x',
    'postgres://[::1]/x',
    'postgres:///x?host=/var/run/postgresql',
    'postgres://u@%2Fvar%2Frun/x',
  ])('needs no TLS on this machine: %s', (address) => {
    expect(storeOf({ DATABASE_URL: address })).toMatchObject({ tls: 'disable' });
  });

  it('takes TLS as told, by variables before the address', () => {
    const told = { DATABASE_TLS: ' Require ', DATABASE_CA: '/etc/ca.pem' };
    const options = '?sslmode=disable&sslrootcert=%2Fetc%2Fother.pem&application_name=bot';
    expect(storeOf({ DATABASE_URL: `${url}${options}` })).toEqual({
      url: `${url}?application_name=bot`,
      tls: 'disable',
      ca: '/etc/other.pem',
    });
    expect(storeOf({ DATABASE_URL: `${url}${options}`, ...told })).toEqual({
      url: `${url}?application_name=bot`,
      tls: 'require',
      ca: '/etc/ca.pem',
    });
    expect(storeOf({ DATABASE_URL: url, DATABASE_TLS: '' })).toHaveProperty('tls', 'verify-full');
  });

  it.each(['mysql://user:hidden@h/x', 'hidden@host', 'postgres://user:hid den@h:port/x'])(
    'is refused where it is no address, without being shown: %s',
    (address) => {
      const fault = faultOf({ DATABASE_URL: address, DATABASE_TLS: 'perhaps' });
      expect(fault).toMatch(/DATABASE_URL must be an address such as postgres:\/\/user:password@/);
      expect(fault).toMatch(/DATABASE_TLS must be one of disable, require, verify-full\./);
      expect(fault).not.toMatch(/hid/);
    },
  );

  it('is refused with options that would be lost', () => {
    expect(faultOf({ DATABASE_URL: `${url}?sslmode=prefer` })).toMatch(
      /^DATABASE_URL has an sslmode that must be one of disable, require, verify-full\.$/,
    );
    expect(faultOf({ DATABASE_URL: `${url}?sslcert=x&sslmode=require` })).toMatch(
      /^DATABASE_URL may not hold sslcert\. /,
    );
  });
});

describe('literature', () => {
  it('is asked with an address and a key, where there are any', () => {
    const { literature, serverPapers } = readConfig({
      LITERATURE_EMAIL: 'ann@example.org',
      NCBI_API_KEY: ' 0123456789abcdef ',
      SERVER_PAPERS: '0',
    });
    expect(literature).toMatchObject({ email: 'ann@example.org', apiKey: '0123456789abcdef' });
    expect(serverPapers).toBe(0);
  });

  it.each([
    [{ LITERATURE_EMAIL: 'ann at home' }, /LITERATURE_EMAIL must be an e-mail address/],
    [{ NCBI_API_KEY: 'my secret key!' }, /NCBI_API_KEY is no API key/],
    [{ SERVER_PAPERS: '-1' }, /SERVER_PAPERS must be 0 at least/],
    [{ SERVER_PAPERS: 'many' }, /SERVER_PAPERS must be a number/],
  ])('is refused in words: %j', (environment, words) => {
    expect(() => readConfig(environment)).toThrow(words);
    expect(() => readConfig(environment)).not.toThrow(/secret/);
  });
});
