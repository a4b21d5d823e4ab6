/** An entry of a list to choose from: what is shown, and what is sent when it is chosen. */
export type Choice = { name: string; value: string };

export type Completion = {
  /** Treatments by their names so far; for a condition, those studied for it first. */
  treatments: (typed: string, options?: { condition?: string | undefined }) => Choice[];
  conditions: (typed: string) => Choice[];
  /** Studies by author, year, title words, PMID or DOI; each value names exactly that study. */
  studies: (typed: string) => Choice[];
  /** Whole questions that have an answer. */
  questions: (typed: string) => Choice[];
};

/** Discord's limits: so many choices, of so many characters each. */
export const MOST_CHOICES = 25;
export const LONGEST_CHOICE = 100;

/** A text of at most so many characters, cut between words where it can be. */
export const shorten = (text: string, most = LONGEST_CHOICE): string => {
  if (text.length <= most) return text;
  const head = text
    .slice(0, most - 1)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  const gap = head.lastIndexOf(' ');
  return `${(gap > most / 2 ? head.slice(0, gap) : head).replace(/[\s,;:.(–-]+$/, '')}…`;
};
