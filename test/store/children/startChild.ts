import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export type Child = {
  process: ChildProcessWithoutNullStreams;
  /** What it said on stdout so far, line by line. */
  lines: string[];
  /** The next line of stdout that was not waited for yet. */
  next: () => Promise<string>;
  say: (line: string) => void;
  /** All it said on stderr, once it ended. */
  ended: Promise<{ code: number | null; stderr: string }>;
};

/** A program of this folder as a process of its own, with a line of JSON as its argument. */
export const startChild = (
  file: string,
  argument: unknown,
  environment: Readonly<Record<string, string>> = {},
): Child => {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [path, JSON.stringify(argument)], {
    env: { ...process.env, ...environment },
  });
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  const unread = reader[Symbol.asyncIterator]();
  reader.on('line', (line) => lines.push(line));
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  return {
    process: child,
    lines,
    next: async () => {
      const { value, done } = await unread.next();
      if (done) throw new Error(`${file} ended: ${stderr}`);
      return value;
    },
    say: (line) => child.stdin.write(`${line}\n`),
    ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, stderr }))),
  };
};
