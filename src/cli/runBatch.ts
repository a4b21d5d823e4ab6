import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { UsageError } from './parseArguments.ts';

/** What a line is known by. A number beyond 2^53 would come back as another one. */
export const BatchId = z.union([
  z.string(),
  z.number().refine((id) => Number.isSafeInteger(id) || id % 1 !== 0),
]);

type BatchDeps<Line extends { id: string | number }> = {
  /** What a line has to be, and the same in words. */
  line: z.ZodType<Line>;
  wanted: string;
  /** What is printed for a line, beside its id. */
  answer: (line: Line) => object | Promise<object>;
  stdin: NodeJS.ReadableStream;
  /** Resolves when the text is taken, so that a slow reader slows us. */
  print: (text: string) => Promise<void>;
  complain: (text: string) => void;
};

const FAULTS: Readonly<Record<string, string>> = {
  EIO: 'reading it failed',
  ENAMETOOLONG: 'its name is too long',
  ENOTDIR: 'a part of its path is no folder',
  ENOENT: 'there is no such file',
  EACCES: 'it may not be read',
  EISDIR: 'it is a folder',
};

const parseLine = <Line>(schema: z.ZodType<Line>, line: string): Line | null => {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    return null;
  }
};

/**
 * The lines of a stream, ended by \n or \r\n alone: JSON may hold the other line ends of Unicode.
 * @throws the stream's error.
 */
async function* linesOf(input: AsyncIterable<string | Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/**
 * Answers a file of JSON Lines, one answer a line in the order of the questions. A broken line is
 * complained of and skipped; the others are answered.
 * @returns the number of broken lines.
 * @throws UsageError when the file cannot be read.
 */
export const runBatch = async <Line extends { id: string | number }>(
  file: string,
  deps: BatchDeps<Line>,
): Promise<number> => {
  const { line: schema, wanted, answer, stdin, print, complain } = deps;
  const input = file === '-' ? stdin : createReadStream(file, 'utf8');
  let number = 0;
  let broken = 0;
  try {
    for await (const line of linesOf(input)) {
      number += 1;
      // Windows may put a mark before UTF-8.
      const text = (number === 1 ? line.replace(/^\uFEFF/, '') : line).trim();
      if (text === '') continue;
      const parsed = parseLine(schema, text);
      if (parsed) await print(`${JSON.stringify({ id: parsed.id, ...(await answer(parsed)) })}\n`);
      else {
        broken += 1;
        complain(`Line ${number} of ${file} is skipped: it is no JSON object with ${wanted}.\n`);
      }
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!(error instanceof Error && 'syscall' in error) || code === 'EPIPE') throw error;
    throw new UsageError(
      `Cannot read "${file}": ${FAULTS[code] ?? 'it is no readable file'}. Name a readable file of JSON Lines.`,
    );
  }
  return broken;
};
