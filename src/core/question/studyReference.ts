import type { Correction, StudyReference } from '../domain/question.ts';
import { type Study, surnameOf } from '../domain/study.ts';
import { foldText } from './foldText.ts';
import { createSpeller } from './speller.ts';
import type { Token } from './tokens.ts';

/** What a reference may name: a study, or a guideline. */
export type Publication = Pick<Study, 'id' | 'authors' | 'year' | 'title'>;

/** The words by which the authors of a publication may be called, folded. */
export const authorWords = ({ authors }: Pick<Study, 'authors'>): string[] =>
  authors.flatMap((author) => {
    const surname = foldText(surnameOf(author));
    return [surname.replaceAll(' ', ''), ...surname.split(' ').filter((word) => word.length > 3)];
  });

type Found = {
  reference: StudyReference;
  corrections: Correction[];
  /** True where the words say that one study is meant. */
  isMarked: boolean;
};

/** Between an author and the year stand co-authors and a journal at most. */
const NEAR = 8;

/** "the 1999 study by Bandini" */
const isStudyBy = (tokens: readonly Token[], place: number): boolean =>
  tokens[place - 1]?.folded === 'by' &&
  /^(?:study|trial|paper|report|article)$/.test(tokens[place - 2]?.folded ?? '');

/** "the Weiss study", "what did Weiss find" */
const isCalledAt = (tokens: readonly Token[], place: number): boolean => {
  const [before, after] = [tokens[place - 1]?.folded ?? '', tokens[place + 1]?.folded ?? ''];
  return (
    /^(?:study|trial|paper|article|review|report)$/.test(after) ||
    (before === 'did' && /^(?:find|show|report|say|conclude|study|see)$/.test(after)) ||
    (isStudyBy(tokens, place) && after === '')
  );
};

/** A piece of a title, with the words whole that it was cut within. */
const wholeWords = (title: string, fragment: string): string => {
  const start = title.indexOf(fragment);
  const end = title.indexOf(' ', start + fragment.length);
  return title.slice(title.lastIndexOf(' ', start) + 1, end === -1 ? title.length : end);
};

const PMID =
  /\b(?:pmid|pubmed(?: id)?)[\s:#]{0,3}(\d{4,8})\b|pubmed\.ncbi\.nlm\.nih\.gov\/(\d{4,8})|^(\d{6,8})$/i;
const DOI = /\b10\.\d{4,9}\/[^\s"<>]+/;
const MARKER = /\b(?:study|studies|paper|trial|article|review|report|titled|called|entitled)\b/;
const LEAD =
  /^(?:(?:show|find|open|get|tell|me|us|about|the|a|an|study|paper|trial|article|review|report|titled|called|named|entitled|by|of|on|with|title|what|is|did|does|find|say|found|says) ){0,6}/;
const YEAR = /^(?:1[89]|20)\d\d$/;
const MIN_TITLE_WORDS = { marked: 3, bare: 6 } as const;
const BARE_SHARE = 0.6;

/**
 * Builds the finder of references to one study: PMID, DOI, the id of a record, author and year, or a piece of a title.
 * @param studies every study and guideline that can be referred to.
 * @param isWord true for correctly spelt words of the language.
 */
export const createReferenceFinder = (
  studies: readonly Publication[],
  isWord: (folded: string) => boolean,
) => {
  const years = new Map<string, Set<number | null>>();
  for (const study of studies)
    for (const word of authorWords(study))
      years.set(word, (years.get(word) ?? new Set()).add(study.year));
  const spellAuthor = createSpeller([...years.keys()].filter((word) => word.length > 4));
  const ids = new Set(studies.map(({ id }) => id));
  const titles = studies.flatMap(({ title }) => (title === null ? [] : [foldText(title)]));

  /** The year beside an author: behind the name, "et al." and co-authors, or before the study. */
  const yearAt = (tokens: readonly Token[], place: number): number | null => {
    const around = [
      ...tokens.slice(place + 1, place + 1 + NEAR),
      ...(isStudyBy(tokens, place) ? tokens.slice(Math.max(0, place - 4), place) : []),
    ];
    const year = around.find(({ folded }) => YEAR.test(folded));
    return year ? Number(year.folded) : null;
  };

  const byAuthor = (text: string, tokens: readonly Token[]): Found | null => {
    for (const [place, token] of tokens.entries()) {
      const rest = tokens.slice(place + 1, place + 1 + NEAR).map(({ folded }) => folded);
      const isEtAl = rest.slice(0, 3).join(' ').includes('et al');
      // A name that is no word of the language needs no capital: "the weiss study".
      const isName = token.raw !== token.folded || !isWord(token.folded);
      const isCalled = isName && isCalledAt(tokens, place);
      const isCitation = /^[^\p{L}\p{N}]*(?:\p{Lu}{1,3}\b|and\b|&|,)/u.test(text.slice(token.end));
      const isNext = YEAR.test(rest[0] ?? '') || isStudyBy(tokens, place);
      const isFarName = isCitation && !isWord(token.folded);
      const year = isNext || isEtAl || isFarName ? yearAt(tokens, place) : null;
      if (year === null && !isEtAl && !isCalled) continue;
      const known = years.get(token.folded);
      // An everyday word is an author only where that author has a study of that year.
      if (known && (known.has(year) || !isWord(token.folded)))
        return {
          reference: { by: 'author-year', author: token.folded, year },
          corrections: [],
          isMarked: true,
        };
      if (year === null || (!isNext && !isEtAl) || isWord(token.folded)) continue;
      const spelling = spellAuthor(token.folded);
      const meant = spelling.kind === 'mended' ? spelling.word : null;
      if (meant !== null && years.get(meant)?.has(year))
        return {
          reference: { by: 'author-year', author: meant, year },
          corrections: [{ from: token.raw, to: meant.charAt(0).toUpperCase() + meant.slice(1) }],
          isMarked: true,
        };
    }
    return null;
  };

  const byTitle = (text: string): Found | null => {
    const quoted = /["“”«»]([^"“”«»]{8,})["“”«»]/.exec(text)?.[1];
    const folded = foldText(quoted ?? text);
    const fragment = folded.replace(LEAD, '');
    const words = fragment.split(' ').length;
    const isMarked = quoted !== undefined || (MARKER.test(folded) && fragment !== folded);
    const found = (named: string): Found => ({
      reference: { by: 'title', fragment: named },
      corrections: [],
      isMarked,
    });
    for (const title of titles) {
      if (title === folded || title === fragment) return found(fragment);
      if (!title.includes(fragment)) continue;
      const whole = wholeWords(title, fragment);
      if (isMarked && words >= MIN_TITLE_WORDS.marked) return found(whole);
      if (words >= MIN_TITLE_WORDS.bare && words >= BARE_SHARE * title.split(' ').length)
        return found(whole);
    }
    return null;
  };

  const found = (reference: StudyReference): Found => ({
    reference,
    corrections: [],
    isMarked: true,
  });
  return (text: string, tokens: readonly Token[]): Found | null => {
    const doi = DOI.exec(text)?.[0].replace(/[).,;:!?'\]]+$/, '');
    if (doi) return found({ by: 'doi', doi: doi.toLowerCase() });
    const id = text.trim().toLowerCase();
    if (ids.has(id)) return found({ by: 'id', id });
    const pmid = PMID.exec(text);
    const number = pmid?.[1] ?? pmid?.[2] ?? pmid?.[3];
    if (number) return found({ by: 'pmid', pmid: number });
    return byAuthor(text, tokens) ?? byTitle(text);
  };
};
