/**
 * What the parser would change before it is our turn. As in old fonts of TeX it reads < and > as
 * ¡ and ¿; it makes one line of paragraphs; it splits keywords at commas that are a part of one.
 */
const HIDDEN = {
  less: '\uE0F0',
  greater: '\uE0F1',
  paragraph: '\uE0F2',
  dollar: '\uE0F3',
} as const;
/** Keywords under a name that the parser does not know. */
export const WORDS_FIELD = 'asprintedwords';

const DOI_FIELD = /([,\n]\s{0,40}doi\s{0,40}=\s{0,40}\{)([^{}\n]*)(?=\})/gi;

/** Dollars that are not escaped. */
const DOLLAR = /\\.|\$/gs;
/** Money, as far as can be told. */
const PRICE = /\\.|\$(?=\d)/gs;

const hideDollars = (text: string, dollars = DOLLAR): string =>
  text.replace(dollars, (mark) => (mark === '$' ? HIDDEN.dollar : mark));

const hasOddDollars = (text: string): boolean =>
  ((text.match(DOLLAR) ?? []).filter((mark) => mark === '$').length & 1) === 1;

/** Dollars stand in pairs around formulae; the odd one is money. */
const hideMoney = (text: string): string => {
  if (!hasOddDollars(text)) return text;
  const hidden = hideDollars(text, PRICE);
  return hasOddDollars(hidden) ? hideDollars(text) : hidden;
};

/** An entry as it is given to the parser. */
export const hide = (text: string): string => {
  const hidden = text
    .replace(/[\uE0F0-\uE0F3]/g, '')
    .replace(DOI_FIELD, (_, field, doi) => `${field}${hideDollars(doi)}`)
    .replaceAll('<', HIDDEN.less)
    .replaceAll('>', HIDDEN.greater)
    .replace(/\\par(?![a-zA-Z]) ?|\n[ \t]*\n\s*/g, HIDDEN.paragraph)
    .replace(/([,\n]\s{0,40})(?:keywords|mesh)(\s{0,40}=\s{0,40}[{"])/gi, `$1${WORDS_FIELD}$2`);
  return hideMoney(hidden);
};

/** A text as it comes back from the parser. */
export const reveal = (text: string): string =>
  text
    .replaceAll(HIDDEN.less, '<')
    .replaceAll(HIDDEN.greater, '>')
    .replaceAll(HIDDEN.dollar, '$')
    .replaceAll(HIDDEN.paragraph, '\n');
