import { parseArgs } from 'node:util';
import { OperatorError } from '../ports/operatorError.ts';

/** A command line that cannot be run: one plain sentence for the person who typed it. */
export class UsageError extends OperatorError {
  override name = 'UsageError';
}

export type Arguments =
  | { mode: 'help' }
  | { mode: 'once'; question: string; format: 'text' | 'json' }
  | { mode: 'prompt'; format: 'text' | 'json' }
  | { mode: 'batch'; file: string };

export const USAGE = `Usage: npm run ask -- [--format text|json] [--batch FILE] [question]

  question        what you want to know, such as: gabapentin hemifacial spasm
  --format        text for people (the default) or json for programs
  --batch FILE    answers JSON Lines of {"id", "question"}, one JSON object a line;
                  - reads standard input
  --help          this text

Without a question it asks for questions until Ctrl-D.
`;

const isFormat = (format: string): format is 'text' | 'json' =>
  format === 'text' || format === 'json';

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
          help: { type: 'boolean', short: 'h' },
        },
      });
    } catch (error) {
      const [reason] = (error as Error).message.split(/\.\s/);
      throw new UsageError(
        `${reason}. Use --format text|json, --batch FILE or --help; put a question that starts with - behind --.`,
      );
    }
  };
  const { values, positionals } = read();
  if (values.help) return { mode: 'help' };
  const { format } = values;
  if (format !== undefined && !isFormat(format))
    throw new UsageError(`There is no format "${format}". Use --format text or --format json.`);
  const question = positionals.join(' ');
  if (values.batch !== undefined) {
    if (question !== '')
      throw new UsageError('--batch takes its questions from the file: leave out the question.');
    if (format === 'text')
      throw new UsageError('--batch prints JSON Lines: use --format json, or leave it out.');
    return { mode: 'batch', file: values.batch };
  }
  if (positionals.length > 0) return { mode: 'once', question, format: format ?? 'text' };
  return { mode: 'prompt', format: format ?? 'text' };
};
