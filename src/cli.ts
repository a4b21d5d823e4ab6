import { once } from 'node:events';
import { createInterface } from 'node:readline/promises';
import dotenv from 'dotenv';
import { createAsk } from './app/createAsk.ts';
import { createCaveat } from './app/createCaveat.ts';
import { type Format, type PlotFile, parseArguments, USAGE } from './cli/parseArguments.ts';
import { runBatch } from './cli/runBatch.ts';
import { writePlot } from './cli/writePlot.ts';
import { readConfig } from './config.ts';
import type { PlotData } from './core/plot/plotData.ts';
import { createStudyIndex } from './library/createStudyIndex.ts';
import { loadLanguage } from './library/loadLanguage.ts';
import { loadLibrary } from './library/loadLibrary.ts';
import { OperatorError } from './ports/operatorError.ts';
import { renderAnswer } from './render/discord/renderAnswer.ts';
import { renderText } from './render/terminal/renderText.ts';

const { stdin, stdout, stderr } = process;
const BAD_USE = 2;
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
  const message = (question: string) => renderAnswer(ask(question), { interactive: true });
  const json = (value: object): string => `${JSON.stringify(value, null, stdout.isTTY ? 2 : 0)}\n`;
  const answer = (question: string, format: Format): string => {
    if (format === 'json') return json(ask(question));
    if (format === 'discord') return json(message(question));
    return renderText(ask(question), { width, color });
  };
  try {
    if (request.mode === 'batch') {
      const complain = (text: string) => void stderr.write(text);
      const line =
        request.format === 'json' ? ask : (question: string) => ({ payload: message(question) });
      const broken = await runBatch(request.file, { answer: line, stdin, print, complain });
      return broken > 0 ? BAD_USE : 0;
    }
    if (request.mode === 'plot') {
      await print(await draw(request.question, request.file));
      return 0;
    }
    if (request.mode === 'once') {
      await print(answer(request.question, request.format));
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
      if (line.trim() !== '') await print(answer(line, request.format));
      prompt();
    }
    if (stdin.isTTY) stdout.write('\n');
    return 0;
  } finally {
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
