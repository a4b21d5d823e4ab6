import type { Linked } from '../../domain/question.ts';
import { createLinker, type Language, type Links } from '../../question/linkConcepts.ts';
import type { Vocabulary } from '../../question/nameIndex.ts';
import type { ReadSentence } from '../text/readAbstract.ts';

export type LinkPaper = (text: string) => Links;

/**
 * The linking of questions for printed text: nothing is mended, since a word of a paper that looks
 * like a name misspelt is another word.
 */
export const createPaperLinker = (vocabulary: Vocabulary, language: Language): LinkPaper =>
  createLinker(vocabulary, { ...language, isWord: () => true, isCommon: () => true });

type Kind = 'conditions' | 'interventions' | 'outcomes';

/** A concept with how it is named in a paper, and where. */
export type Mention = Linked & { sentence: ReadSentence };

export type Mentions = Record<Kind, readonly Mention[]>;

/** Every concept that a sentence names, sentence by sentence. */
export const findMentions = (sentences: readonly ReadSentence[], link: LinkPaper): Mentions => {
  const all = sentences.map((sentence) => ({ sentence, links: link(sentence.text) }));
  const of = (kind: Kind): Mention[] =>
    all.flatMap(({ sentence, links }) => links[kind].map((linked) => ({ ...linked, sentence })));
  return {
    conditions: of('conditions'),
    interventions: of('interventions'),
    outcomes: of('outcomes'),
  };
};

const OWN = ['title', 'objective', 'methods', 'results', 'unlabelled'];
/** Named once in passing, a concept is not what a paper is about. */
const OFTEN = 2;

/** Ids of what a paper is about: named in its title or keywords, or more than once in its own part. */
export const settleConcepts = (
  mentions: readonly Mention[],
  keywords: readonly string[],
): string[] => {
  const own = mentions.filter(({ sentence }) => OWN.includes(sentence.section));
  const ids = [...new Set([...keywords, ...own.map(({ id }) => id)])];
  return ids.filter(
    (id) =>
      keywords.includes(id) ||
      own.some((one) => one.id === id && one.sentence.section === 'title') ||
      own.filter((one) => one.id === id).length >= OFTEN,
  );
};
