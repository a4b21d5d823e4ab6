import { FOR_ONE_SELF, isGenericTreatment, phraseOf } from './intent.ts';
import type { Links } from './linkConcepts.ts';
import type { Token } from './tokens.ts';

const MOST_WORDS = 3;

/** "Requip stopped working for my restless legs, what next": one that failed where it stands. */
const FAILED =
  /(?:^|\b(?:and|but|so|then|tried|my|the|taking|took|on) )((?:(?!but\b|and\b)\w+ ){0,2}\w+?) (?:(?:really |just |has |have |had )*)(?:(?:didnt|doesnt|did not|does not|dont|isnt|(?:is |was |are |were )?not|wasnt|aint|stopped|no longer|hasnt|never) (?:really |even )?(?:help(?:s|ing|ed)?|work(?:s|ing|ed)?|do(?:es|ing)? (?:anything|much))|failed)\b/;
/** "Alternatives to requip for restless legs": what stands behind it. */
const INSTEAD_OF =
  /\b(?:alternatives? to|other than|instead of|besides|apart from|except(?: for)?|anything but|if not|(?:better|stronger|safer) than) (.+)$/;
const MEDICINE = /^zmedicine (\w+)/;
/** Where a name ends that no comma ends. */
const BEHIND_NAME = /^(?:for|in|with|to|against|that|which|if|when|what|zcondition|zoutcome)$/;

const isName = (phrase: string): boolean =>
  phrase.split(' ').length <= MOST_WORDS &&
  !/\bz(?:treatment|condition|outcome|illness)\b/.test(phrase) &&
  !isGenericTreatment(phrase);

const plain = (phrase: string | undefined): string | null => {
  const named = phraseOf(phrase?.replaceAll('zmedicine ', ''));
  return named !== null && isName(named) ? named : null;
};

/** The words from the beginning of a text as far as they may be a name. */
const nameIn = (behind: string, tokens: readonly Token[], text: string): string => {
  const medicine = MEDICINE.exec(behind)?.[1];
  if (medicine !== undefined) return medicine;
  const words: string[] = [];
  for (const word of behind.split(' ')) {
    if (BEHIND_NAME.test(word)) break;
    words.push(word);
    const token = tokens.findLast(({ folded }) => folded === word);
    if (token && /^\s*[,;:.?!]/.test(text.slice(token.end))) break;
  }
  return words.join(' ');
};

type Asked = { text: string; isLeftOut: boolean; isOtherMedicine: (word: string) => boolean };

/**
 * What a question on a condition asks to leave out, where nobody knows that: "requip" in "requip
 * stopped working for RLS, what next". There is no record on it; what else there is, is asked for.
 */
export const findUnknownExcluded = (
  { masked, tokens, linked, conditions, interventions }: Links,
  { text, isLeftOut, isOtherMedicine }: Asked,
): string | null => {
  if (conditions.length === 0) return null;
  if (interventions.length > 0) {
    // Beside a known one that is left out, only the name of a medicine is surely another.
    const other = tokens.find(({ folded }, at) => !linked.has(at) && isOtherMedicine(folded));
    return isLeftOut ? (other?.raw ?? null) : null;
  }
  const failed = FOR_ONE_SELF.test(masked) ? plain(FAILED.exec(masked)?.[1]) : null;
  const behind = INSTEAD_OF.exec(masked)?.[1];
  return failed ?? (behind === undefined ? null : plain(nameIn(behind, tokens, text)));
};
