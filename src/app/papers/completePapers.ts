import {
  type Choice,
  LONGEST_CHOICE,
  MOST_CHOICES,
  shorten,
} from '../../core/question/completion.ts';
import { foldText } from '../../core/question/foldText.ts';
import type { StoredPaper } from '../../ports/paperStore.ts';

/** What names this paper and no other of its scope. */
const wordId = ({ pmcid, pmid, doi, id }: StoredPaper): string => {
  if (pmcid !== null) return `PMC${pmcid}`;
  return pmid === null ? (doi ?? id) : `PMID ${pmid}`;
};

/** "Gabapentin for hemifacial spasm … (Bandini 1999, PMID 9347598)": cut in its title alone. */
const nameOf = (paper: StoredPaper, value: string): string => {
  const surname = paper.authors[0]?.split(' ')[0] ?? '';
  const short = value.startsWith('title:') || value.length > LONGEST_CHOICE / 3 ? '' : value;
  const by = [surname, paper.year ?? ''].join(' ').trim();
  const about = shorten([by, short].filter((part) => part !== '').join(', '), LONGEST_CHOICE / 2);
  const behind = about === '' ? '' : ` (${about})`;
  return `${shorten(paper.title, LONGEST_CHOICE - behind.length)}${behind}`;
};

/**
 * The papers of which every word typed so far begins a word: of the title, the authors, the year or
 * its numbers. Nothing typed: the first ones.
 */
export const completePapers = async (
  typed: string,
  papers: AsyncIterable<StoredPaper>,
): Promise<Choice[]> => {
  const wanted = foldText(typed)
    .split(' ')
    .filter((word) => word !== '');
  const choices: Choice[] = [];
  for await (const paper of papers) {
    const value = wordId(paper);
    if (value.length > LONGEST_CHOICE) continue;
    const { title, authors, year, pmid, pmcid, doi } = paper;
    const numbers = [year, pmid, pmcid, doi, ...(pmcid === null ? [] : [`pmc${pmcid}`]), value];
    const text = ` ${foldText([title, ...authors, ...numbers].join(' '))}`;
    if (wanted.every((word) => text.includes(` ${word}`)))
      choices.push({ name: nameOf(paper, value), value });
    if (choices.length === MOST_CHOICES) break;
  }
  return choices;
};
