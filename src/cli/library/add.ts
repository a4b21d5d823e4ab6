import { addPapers } from '../../app/addPapers.ts';
import { vancouver } from '../../core/citation/vancouver.ts';
import { LiteratureError } from '../../ports/literature.ts';
import { OperatorError } from '../../ports/operatorError.ts';
import { UsageError } from '../parseArguments.ts';
import type { LibraryCommand } from './command.ts';

const USAGE = `Usage: npm run library -- add PMID|PMCID|DOI...

  PMID            such as 9347598; a number alone is a PMID
  PMCID           such as PMC101395
  DOI             such as 10.1136/bmj.332.7544.751

Looks papers up in Europe PMC, and in PubMed where LITERATURE_EMAIL is set, and brings them in.
What was looked up is kept for a week in DATA_DIR.
`;

const MOST_IDS = 1_000;

const readArguments = (argv: readonly string[]): readonly string[] => {
  const option = argv.find((word) => /^--?[a-z]/i.test(word));
  if (option !== undefined)
    throw new UsageError(`There is no option ${option}. Name PMIDs, PMCIDs or DOIs.`);
  const ids = argv.filter((word) => word !== '--').flatMap((word) => word.split(/[\s,;]+(?=\S)/));
  if (ids.length === 0) throw new UsageError(`Name a PMID, a PMCID or a DOI.\n\n${USAGE}`);
  if (ids.length > MOST_IDS)
    throw new UsageError(`Name ${MOST_IDS} at most at a time; import a file for more.`);
  return ids;
};

/** `npm run library -- add` */
export const addCommand: LibraryCommand = {
  name: 'add',
  summary: 'looks papers up by PMID, PMCID or DOI and brings them in',
  usage: USAGE,
  run: async (argv, { openPapers, openLiterature, print, complain }) => {
    const ids = readArguments(argv);
    const papers = await openPapers();
    try {
      const report = await addPapers(
        ids,
        { papers, literature: openLiterature() },
        { scope: { kind: 'everyone' } },
      );
      for (const paper of report.papers) await print(`${vancouver(paper)}\n`);
      for (const id of report.missing) complain(`${id}: no paper is known under it.\n`);
      for (const text of report.unread)
        complain(`"${text}" is no PMID, PMCID or DOI. Write 9347598, PMC101395 or 10.1000/x.\n`);
      const { added, changed, unchanged } = report;
      await print(`${added} added, ${changed} changed, ${unchanged} as they were\n`);
      return report.missing.length + report.unread.length > 0 ? 2 : 0;
    } catch (error) {
      if (error instanceof LiteratureError)
        throw new OperatorError(`${error.message} Nothing was added.`);
      throw error;
    } finally {
      await papers.close();
    }
  },
};
