import { type Abbreviation, findAbbreviations } from './abbreviations.ts';
import { type Section, splitSentences } from './sentences.ts';
import { markStatistics } from './statistics.ts';
import { plainText, splitWords, type Word } from './words.ts';

/** A sentence with its words, in which p values and intervals are marks (statistics.ts). */
export type ReadSentence = {
  text: string;
  section: Section;
  place: number;
  words: readonly Word[];
};

/** A title and an abstract, read once for all that is asked of them. */
export type ReadAbstract = {
  /** The title first, if there is one. */
  sentences: readonly ReadSentence[];
  abbreviations: ReadonlyMap<string, Abbreviation>;
};

const TITLE_LENGTH = 600;

export const readSentence = (
  text: string,
  section: Section = 'unlabelled',
  place = 1,
): ReadSentence => ({ text, section, place, words: splitWords(markStatistics(plainText(text))) });

export const readAbstract = ({
  title,
  abstract,
}: {
  title: string | null;
  abstract: string | null;
}): ReadAbstract => {
  const heading = (title ?? '').trim().slice(0, TITLE_LENGTH);
  const sentences = splitSentences(abstract ?? '');
  const abbreviations = findAbbreviations(
    plainText([heading, ...sentences.map(({ text }) => text)].join(' ')),
  );
  return {
    sentences: [
      ...(heading === '' ? [] : [readSentence(heading, 'title', 0)]),
      ...sentences.map(({ text, section, place }) => readSentence(text, section, place)),
    ],
    abbreviations: new Map(abbreviations.map((found) => [found.short, found])),
  };
};
