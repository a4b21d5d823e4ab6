import { capitalise } from '../../core/answer/words.ts';
import type { Answer, AnswerSource } from '../../core/domain/answer.ts';
import { surnameOf } from '../../core/domain/study.ts';
import type { Density } from './density.ts';
import { type LinkStyle, link } from './links.ts';
import { cleanWithin, escapeText, escapeWithin } from './safeText.ts';

const SHORT = 44;
const LINE = 160;

export const isStudy = ({ design }: AnswerSource): boolean =>
  design !== 'label' && design !== 'guideline';

/** The studies among the sources of an answer: the pages that its Studies button opens. */
export const studiesOf = ({ sources }: Pick<Answer, 'sources'>): AnswerSource[] =>
  sources.filter(isStudy);

/** "Bandini 1999" of "Bandini F, Mazzella L. European Neurology 1999"; a title where no author is. */
export const shortSource = ({ citation, title, design }: AnswerSource): string => {
  if (design === 'label') return cleanWithin(title ?? citation, SHORT);
  const [, year] = /\b(\d{4})$/.exec(citation) ?? [];
  const who =
    title !== null && citation.startsWith(title)
      ? title
      : surnameOf((citation.split('. ')[0] ?? citation).split(', ')[0] ?? citation);
  const name = capitalise(cleanWithin(who.replace(/\.$/, ''), SHORT));
  return year === undefined ? name : `${name} ${year}`;
};

/** The sources as lines, each with its link: in full, by name, or by number alone. */
export const sourceLines = (
  sources: readonly AnswerSource[],
  form: Density['sources'],
  style: LinkStyle,
): string[] =>
  sources.map((source) => {
    const { n, citation, url, status } = source;
    if (form === 'numbers') return link(String(n), url, style);
    if (form === 'names')
      return `${link(String(n), url, style)} ${escapeText(shortSource(source))}`;
    const hand = status === 'secondary' ? ' (second-hand)' : '';
    return `${link(String(n), url, style)} ${escapeWithin(citation, LINE)}${hand}`;
  });
