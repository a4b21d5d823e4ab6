/** Which part of an abstract a sentence stands in. */
export const SECTIONS = [
  'title',
  'background',
  'objective',
  'methods',
  'results',
  'conclusion',
  'other',
  'unlabelled',
] as const;
export type Section = (typeof SECTIONS)[number];

export type Sentence = {
  /** Word for word as it stands in the text it was cut from. */
  text: string;
  section: Section;
  /** Where in the text it stands, 0 (first) .. 1 (last). */
  place: number;
};

/** What lies behind is not read: the longest abstracts in print are a third of this. */
const MOST_READ = 24_000;
/** A text without full stops is cut into pieces of about this many characters, at a space. */
const LONGEST = 1_500;

const LABELS: readonly (readonly [Section, RegExp])[] = [
  [
    'other',
    /registration|regist(?:er|ry)|funding|ethic|electronic supp|level of evidence|disclos/i,
  ],
  ['results', /result|finding|observation/i],
  ['conclusion', /conclu|discuss|interpretation|implication|significance|relevance|summary/i],
  [
    'methods',
    /method|design|patient|participant|subject|setting|intervention|measure|material|procedure|statistic|analys|animal|population|sample/i,
  ],
  ['objective', /aim|objective|purpose|hypothes|goal|question/i],
  ['background', /background|introduction|context|rationale|importance/i],
];

const LABELLED = /^\s*([A-Z][A-Za-z/&,\- ]{2,60}?)\s?:\s+(?=\S)/;

/** The part that a label names: "MATERIALS AND METHODS" is methods; null for what is no label. */
export const sectionOf = (label: string): Section | null =>
  LABELS.find(([, pattern]) => pattern.test(label))?.[0] ?? null;

/** A label at the head of a sentence: capitals throughout, or a word or two known as a label. */
const labelAt = (text: string): { section: Section; length: number } | null => {
  const found = LABELLED.exec(text);
  const label = found?.[1];
  if (!found || !label) return null;
  const section = sectionOf(label);
  const isLabel = label === label.toUpperCase() || label.split(' ').length <= 3;
  return section && isLabel ? { section, length: found[0].length } : null;
};

/** Words behind which a full stop ends no sentence. */
const SHORTENED =
  /(?:^|[\s([])(?:vs|e\.?g|i\.?e|et al|al|figs?|dr|prof|st|approx|ca|cf|resp|nos?|incl|excl|vol|min|max|sp|spp|subsp|var|wk|wks|mo|yrs?|hrs?|sec|ref|inc|ltd|co|corp|etc|[A-Z])$/i;
/** A letter behind these names a group or a vitamin, and a full stop behind it ends the sentence. */
const NAMED_BY_LETTER =
  /(?:group|arm|vitamin|hepatitis|type|phase|treatment|regimen|and|or|diet)s? [A-Z]$/i;
const END = /[.!?]["'”’)\]]*\s+(?=["'“‘([]?[\p{Lu}\d])/gu;

const cutLong = (text: string): string[] => {
  if (text.length <= LONGEST) return [text];
  const pieces: string[] = [];
  for (let from = 0; from < text.length; ) {
    const space = text.lastIndexOf(' ', from + LONGEST);
    const to = text.length - from <= LONGEST ? text.length : space > from ? space : from + LONGEST;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
};

const splitLine = (line: string): string[] => {
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: end, index } of line.matchAll(END)) {
    const before = line.slice(Math.max(0, index - 20), index);
    const behind = line[index + end.length] ?? '';
    const isDecimal = /\d$/.test(before) && /\d/.test(behind) && /(?:^|\D)0$/.test(before);
    const isShort = end[0] === '.' && SHORTENED.test(before) && !NAMED_BY_LETTER.test(before);
    if (isDecimal || isShort) continue;
    pieces.push(line.slice(from, index + end.length));
    from = index + end.length;
  }
  pieces.push(line.slice(from));
  return pieces.flatMap(cutLong);
};

/**
 * The sentences of an abstract, without the labels of its parts ("RESULTS:"). Decimals, "vs." and
 * the like end none.
 */
export const splitSentences = (abstract: string): Sentence[] => {
  const read = abstract.slice(0, MOST_READ);
  const sentences: Omit<Sentence, 'place'>[] = [];
  let section: Section = 'unlabelled';
  for (const line of read.split(/\r?\n/)) {
    for (const piece of splitLine(line)) {
      const label = labelAt(piece);
      if (label) section = label.section;
      const text = piece.slice(label?.length ?? 0).trim();
      if (text !== '') sentences.push({ text, section });
    }
  }
  return sentences.map((sentence, at) => ({
    ...sentence,
    place: sentences.length === 1 ? 1 : at / (sentences.length - 1),
  }));
};
