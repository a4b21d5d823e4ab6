import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import dotenv from 'dotenv';
import { readFlags } from './cli/readFlags.ts';
import { readConfig } from './config.ts';
import type { Paper } from './core/domain/paper.ts';
import { readPapers } from './importers/readPapers.ts';
import { checkLibrary } from './library/checkLibrary.ts';
import { addStudy } from './library/newStudy/addStudy.ts';
import { type Interview, InterviewEnded } from './library/newStudy/interview.ts';
import { interviewStudy } from './library/newStudy/interviewStudy.ts';
import { createLiterature } from './literature/createLiterature.ts';
import { LiteratureError } from './ports/literature.ts';
import { OperatorError } from './ports/operatorError.ts';

/**
 * `npm run new-study`: asks for a study record field by field, checks it, and writes
 * data/studies/<id>.yaml (in LIBRARY_DIR where that is set). Answers may come from a pipe, one
 * a line; --offline looks nothing up. Exit code 2 where nothing was written.
 */
const BAD_USE = 2;
const { stdin, stdout, stderr } = process;

const openInterview = (): Interview & { close: () => void } => {
  const lines = createInterface({ input: stdin, output: stdin.isTTY ? stdout : undefined });
  // A pipe may give its lines before they are asked for: the iterator keeps them.
  const answers = lines[Symbol.asyncIterator]();
  lines.on('SIGINT', () => lines.close());
  return {
    ask: async (prompt) => {
      if (stdin.isTTY) {
        lines.setPrompt(prompt);
        lines.prompt();
      } else stdout.write(`${prompt}\n`);
      const next = await answers.next();
      return next.done ? null : next.value;
    },
    tell: (text) => void stdout.write(text),
    canRepeat: stdin.isTTY,
    close: () => lines.close(),
  };
};

const readVersion = (): string =>
  (
    JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
      version: string;
    }
  ).version;

/** What Europe PMC or PubMed know of a paper. That nobody answers is told, and ends nothing. */
const createLookUp =
  (
    { literature }: Pick<ReturnType<typeof readConfig>, 'literature'>,
    tell: (text: string) => void,
  ) =>
  async (pmid: string): Promise<Paper | null> => {
    try {
      const services = createLiterature({ ...literature, readPapers, version: readVersion() });
      const { papers } = await services.lookUp([{ kind: 'pmid', value: pmid }]);
      return papers[0] ?? null;
    } catch (error) {
      if (!(error instanceof LiteratureError)) throw error;
      tell(`  ${error.message}\n`);
      return null;
    }
  };

const main = async (): Promise<void> => {
  // Nothing is looked up then: every field is typed.
  const { offline: isOffline = false } = readFlags({ offline: { type: 'boolean' } }, '--offline');
  const config = readConfig(process.env);
  const root = config.libraryDir;
  const { library } = checkLibrary(root);
  const interview = openInterview();
  try {
    const study = await interviewStudy({
      interview,
      library,
      lookUp: isOffline ? async () => null : createLookUp(config, interview.tell),
      today: new Date().toISOString().slice(0, 10),
    });
    const { file, status, faults } = addStudy(root, study);
    stdout.write(`\n${file} is written, as ${status}.\n`);
    for (const fault of faults)
      stdout.write(`${fault.file}:${fault.line}  ${fault.message}\n    ${fault.remedy}\n`);
    if (faults.length > 0 && study.status !== 'draft')
      stdout.write(`Mend these, set status: ${study.status}, and run "npm run check:data".\n`);
    else if (status === 'draft')
      stdout.write('No answer uses a draft: set its status once every figure is read.\n');
  } finally {
    interview.close();
  }
};

dotenv.config({ quiet: true });
try {
  await main();
} catch (error) {
  if (!(error instanceof OperatorError)) throw error;
  stderr.write(`${error instanceof InterviewEnded ? '\n' : ''}${error.message}\n`);
  process.exitCode = BAD_USE;
}
