import { parseArgs } from 'node:util';
import { OperatorError } from '../ports/operatorError.ts';

/** A command line that cannot be run: one plain sentence for the person who typed it. */
export class UsageError extends OperatorError {
  override name = 'UsageError';
}

const FORMATS = ['text', 'json', 'discord'] as const;
export type Format = (typeof FORMATS)[number];

/** Where a picture goes, and as what. */
export type PlotFile = { path: string; format: 'png' | 'svg' };

export type Arguments =
  | { mode: 'help' }
  | { mode: 'once'; question: string; format: Format }
  | { mode: 'prompt'; format: Format }
  | { mode: 'plot'; question: string; file: PlotFile }
  | { mode: 'batch'; file: string; format: Exclude<Format, 'text'> };

export const USAGE = `Usage: npm run ask -- [--format text|json|discord] [--batch FILE] [question]
       npm run ask -- --plot FILE question

  question        what you want to know, such as: gabapentin hemifacial spasm
  --format        text for people (the default), json for programs, or discord:
                  the message that Discord is sent, as JSON
  --batch FILE    answers JSON Lines of {"id", "question"}, one JSON object a line,
                  with --format discord one {"id", "payload"}; - reads standard input
  --plot FILE     draws the evidence of the answer into a .png or .svg file
  --help          this text

Without a question it asks for questions until Ctrl-D.
`;

const isFormat = (format: string): format is Format =>
  (FORMATS as readonly string[]).includes(format);

/** The format of a picture, from the ending of its name. */
const readPlotFile = (path: string): PlotFile => {
  const format = /\.(png|svg)$/i.exec(path)?.[1]?.toLowerCase();
  if (format !== 'png' && format !== 'svg')
    throw new UsageError(
      `--plot writes a picture: end the name of its file in .png or .svg, not "${path}".`,
    );
  return { path, format };
};

/**
 * Reads the command line of \`npm run ask\`.
 * @throws UsageError with a sentence that says what was wrong and what to do.
 */
export const parseArguments = (argv: readonly string[]): Arguments => {
  const read = () => {
    try {
      return parseArgs({
        args: [...argv],
        allowPositionals: true,
        options: {
          format: { type: 'string' },
          batch: { type: 'string' },
          plot: { type: 'string' },
          help: { type: 'boolean', short: 'h' },
        },
      });
    } catch (error) {
      const [reason] = (error as Error).message.split(/\.\s/);
      throw new UsageError(
        `${reason}. Use --format text|json|discord, --batch FILE, --plot FILE or --help; put a question that starts with - behind --.`,
      );
    }
  };
  const { values, positionals } = read();
  if (values.help) return { mode: 'help' };
  const { format } = values;
  if (format !== undefined && !isFormat(format))
    throw new UsageError(
      `There is no format "${format}". Use --format text, --format json or --format discord.`,
    );
  const question = positionals.join(' ');
  if (values.plot !== undefined) {
    if (values.batch !== undefined || format !== undefined)
      throw new UsageError('--plot draws one answer: leave out --batch and --format.');
    const file = readPlotFile(values.plot);
    if (question.trim() === '')
      throw new UsageError(
        '--plot draws the answer to a question: add one, such as gabapentin hemifacial spasm.',
      );
    return { mode: 'plot', question, file };
  }
  if (values.batch !== undefined) {
    if (question !== '')
      throw new UsageError('--batch takes its questions from the file: leave out the question.');
    if (format === 'text')
      throw new UsageError(
        '--batch prints JSON Lines: use --format json or --format discord, or leave it out.',
      );
    return { mode: 'batch', file: values.batch, format: format ?? 'json' };
  }
  if (positionals.length > 0) return { mode: 'once', question, format: format ?? 'text' };
  return { mode: 'prompt', format: format ?? 'text' };
};
