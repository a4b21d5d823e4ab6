import { vancouver } from '../../core/citation/vancouver.ts';
import { UsageError } from '../parseArguments.ts';
import type { LibraryCommand } from './command.ts';

const USAGE = `Usage: npm run library -- remove ID...

  ID              a PMID, PMCID or DOI, or the id that search prints

Erases papers that you brought in, and the reviews of them in every server that has no such paper
of its own. It asks nothing, and tells what it erased; import or add brings a paper back.
`;

const readArguments = (argv: readonly string[]): readonly string[] => {
  const option = argv.find((word) => /^--?[a-z]/i.test(word));
  if (option !== undefined)
    throw new UsageError(`There is no option ${option}. See npm run library -- remove --help.`);
  if (argv.length === 0)
    throw new UsageError('Name a PMID, PMCID or DOI. See npm run library -- remove --help.');
  return argv;
};

/** `npm run library -- remove` */
export const removeCommand: LibraryCommand = {
  name: 'remove',
  summary: 'erases papers by PMID, PMCID or DOI',
  usage: USAGE,
  run: async (argv, { openPapers, print, complain }) => {
    const ids = readArguments(argv);
    const papers = await openPapers();
    try {
      let missed = 0;
      for (const id of ids) {
        const { removed, meant } = await papers.remove(id, { kind: 'everyone' });
        if (removed !== null) {
          await print(`removed: ${vancouver(removed)}\n`);
          continue;
        }
        missed += 1;
        complain(
          meant.length > 0
            ? `${id}: two papers have this number. Write "PMID ${id}" or PMC${id}.\n`
            : `${id}: no paper that was brought in has this id.\n`,
        );
      }
      return missed > 0 ? 2 : 0;
    } finally {
      await papers.close();
    }
  },
};
