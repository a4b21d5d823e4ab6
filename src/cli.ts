import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import dotenv from 'dotenv';
import { z } from 'zod';
import { createAsk } from './app/createAsk.ts';
import { createCaveat } from './app/createCaveat.ts';
import { type Format, type PlotFile, parseArguments, USAGE } from './cli/parseArguments.ts';
import { BatchId, runBatch } from './cli/runBatch.ts';
import { writePlot } from './cli/writePlot.ts';
import { readConfig } from './config.ts';
import type { PlotData } from './core/plot/plotData.ts';
import { createStudyIndex } from './library/createStudyIndex.ts';
import { loadLanguage } from './library/loadLanguage.ts';
import { loadLibrary } from './library/loadLibrary.ts';
import { openShelf } from './openShelf.ts';
import { OperatorError } from './ports/operatorError.ts';
import { renderAnswer } from './render/discord/renderAnswer.ts';
import { renderText } from './render/terminal/renderText.ts';

const { stdin, stdout, stderr } = process;
const BAD_USE = 2;
const BatchLine = z.object({ id: BatchId, question: z.string() });
/** Longer lines are hard to read; a terminal that tells no width (0) gets this one. */
const WIDEST = 100;

const print = async (text: string): Promise<void> => {
  if (!stdout.write(text)) await once(stdout, 'drain');
};

const main = async (): Promise<number> => {
  const request = parseArguments(process.argv.slice(2));
  if (request.mode === 'help') {
    await print(USAGE);
    return 0;
  }
  const config = readConfig(process.env);
  const library = loadLibrary(config.libraryDir);
  const language = loadLanguage(config.libraryDir);
  const index = createStudyIndex(library.studies);
  const ask = createAsk({ library, index, language });
  /** What draws is loaded only where something is drawn. */
  const draw = async (question: string, file: PlotFile): Promise<string> => {
    const { drawSvg } = await import('./plot/drawSvg.ts');
    const { svgToPng } = await import('./plot/svgToPng.ts');
    const { ask: answerTo, plotOf } = createCaveat({ library, index, language });
    const deps = { drawSvg: (data: PlotData) => drawSvg(data, 'light'), toPng: svgToPng };
    return writePlot(plotOf(answerTo(question)), file, deps);
  };
  const color = config.color ?? (stdout.isTTY && stdout.hasColors());
  const width = config.columns ?? Math.min(stdout.columns || WIDEST, WIDEST);
  const json = (value: object): string => `${JSON.stringify(value, null, stdout.isTTY ? 2 : 0)}\n`;
  const shelf = await openShelf({ config, library, index, language });
  const full = (question: string) => shelf.addPapers(ask(question));
  const message = async (question: string) =>
    renderAnswer(await full(question), { interactive: true });
  const answer = async (question: string, format: Format): Promise<string> => {
    if (format === 'json') return json(await full(question));
    if (format === 'discord') return json(await message(question));
    return renderText(await full(question), { width, color });
  };
  try {
    if (request.mode === 'batch') {
      const complain = (text: string) => void stderr.write(text);
      const line =
        request.format === 'json'
          ? full
          : async (question: string) => ({ payload: await message(question) });
      const broken = await runBatch(request.file, {
        line: BatchLine,
        wanted: 'an "id" and a "question"',
        answer: ({ question }) => line(question),
        stdin,
        print,
        complain,
      });
      return broken > 0 ? BAD_USE : 0;
    }
    if (request.mode === 'plot') {
      await print(await draw(request.question, request.file));
      return 0;
    }
    if (request.mode === 'once') {
      await print(await answer(request.question, request.format));
      return 0;
    }
    const lines = createInterface({ input: stdin, output: stdin.isTTY ? stdout : undefined });
    const prompt = () => {
      if (stdin.isTTY) lines.prompt();
    };
    if (stdin.isTTY) {
      stdout.write('Ask about a treatment and a condition. Ctrl-D ends.\n');
      lines.setPrompt('? ');
      lines.on('SIGINT', () => lines.close());
    }
    prompt();
    for await (const line of lines) {
      if (line.trim() !== '') await print(await answer(line, request.format));
      prompt();
    }
    if (stdin.isTTY) stdout.write('\n');
    return 0;
  } finally {
    await shelf.close();
    index.close();
  }
};

// Whoever reads our output may stop reading (`| head`): that is no fault.
for (const stream of [stdout, stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    if (stream === stdout)
      stderr.write('The output cannot be written: the disk may be full. Nothing was lost here.\n');
    process.exit(1);
  });
dotenv.config({ quiet: true });
try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  stderr.write(`${error.message}\n`);
  process.exitCode = BAD_USE;
}
