import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const TIMEOUT_MS = 20_000;

export type Program = {
  process: ChildProcess;
  out: () => string;
  err: () => string;
  /** Resolves with the exit code, or rejects after a long time. */
  exit: Promise<number | null>;
  /** Resolves when these words were printed. @throws Error when it ends or takes too long. */
  printed: (words: string | RegExp) => Promise<void>;
};

/** A folder of its own for what a program keeps. */
export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'caveat-data-'));

/** Runs one of the programs of src/ as a process, with nothing of this shell's own settings. */
export const startProgram = (
  file: string,
  args: string[] = [],
  environment: Record<string, string> = {},
): Program => {
  const child = spawn(process.execPath, [join('src', file), ...args], {
    cwd: PROJECT,
    env: {
      PATH: process.env.PATH,
      // Set, if to nothing: a .env of whoever runs the tests must not count.
      DISCORD_TOKEN: '',
      DISCORD_API: '',
      HEALTH_PORT: '',
      PLAYGROUND_PORT: '0',
      LOG_LEVEL: '',
      MESSAGE_CONTENT: '',
      ANSWER_CHANNELS: '',
      LIBRARY_DIR: 'data',
      DATA_DIR: newDataDir(),
      ...environment,
    },
  });
  let out = '';
  let err = '';
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', (chunk) => {
    out += chunk;
    tell();
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
    tell();
  });
  const exit = new Promise<number | null>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`It did not end.\n${out}\n${err}`));
    }, 3 * TIMEOUT_MS);
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve(code);
      tell();
    });
  });
  exit.catch(() => {});
  return {
    process: child,
    out: () => out,
    err: () => err,
    exit,
    printed: (words) =>
      new Promise((resolve, reject) => {
        const isThere = () =>
          typeof words === 'string' ? `${out}${err}`.includes(words) : words.test(`${out}${err}`);
        const timer = setTimeout(() => end(false), TIMEOUT_MS);
        const end = (isFound: boolean) => {
          clearTimeout(timer);
          listeners.delete(look);
          if (isFound) resolve();
          else reject(new Error(`It did not print ${words}, but:\n${out}\n${err}`));
        };
        const look = () => {
          if (isThere()) end(true);
          else if (child.exitCode !== null) end(false);
        };
        listeners.add(look);
        look();
      }),
  };
};
