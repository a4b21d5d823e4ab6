import { cleanText } from './cleanText.ts';

const SUFFIX = /^(?:jr|sr|[ivx]{2,4}|[2-9](?:nd|rd|th))\.?$/i;
const INITIALS = /^\p{Lu}{1,5}$/u;

const withoutDots = (text: string): string => cleanText(text.replaceAll('.', ' '));

/** "Fabrizio Maria", "F.M." or "FM" as "FM"; what is no Latin, Greek or Cyrillic name stays whole. */
const initialsOf = (given: string): string => {
  const names = withoutDots(given)
    .split(/[\s-]+/)
    .filter((name) => name !== '');
  if (names.every((name) => INITIALS.test(name))) return names.join('');
  return names.map((name) => (/^\p{Lu}/u.test(name) ? ([...name][0] ?? '') : '')).join('');
};

/** A name of its parts, as lists of references print it: "Bandini F", "Smith J Jr". */
export const personName = ({
  family,
  given = '',
  suffix = '',
}: {
  family: string;
  given?: string | null;
  suffix?: string | null;
}): string => {
  const initials = initialsOf(given ?? '');
  // A given name without capitals has no initials; it is not thrown away.
  const first = initials === '' ? (given ?? '') : initials;
  return groupName([family, first, withoutDots(suffix ?? '')].join(' '));
};

/** The name of a group. Commas and semicolons stand between authors, so that none stand in one. */
export const groupName = (name: string): string => cleanText(name.replace(/[,;{}\\]/g, ' '));

/** A name as it was typed: "Bandini, Fabrizio", "Smith, John, Jr.", else as it stands. */
export const typedName = (text: string): string => {
  const [family = '', ...rest] = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const at = rest.findLastIndex((part) => SUFFIX.test(part));
  // "Smith, II" may be all there is of a name: then it is neither here nor there.
  const given = rest.filter((_, i) => i !== at).join(' ');
  return personName({ family, given, suffix: rest[at] ?? '' });
};

const isInitials = (text: string): boolean => INITIALS.test(withoutDots(text).replaceAll(' ', ''));

/** "et al." is nobody. */
const isNobody = (name: string): boolean => /^(?:et al\.?|and others|others)$/i.test(name);

/** The names of a list in one text: "Bandini F, Mazzella L", "Bandini, F.; Mazzella, L.". */
export const typedNames = (text: string): string[] => {
  const cleaned = cleanText(text).replace(/\bet al\.?$/i, '');
  if (cleaned.includes(';')) return cleaned.split(';').map(typedName).filter(isName);
  if (cleaned.includes(' and ') && !cleaned.includes(','))
    return cleaned.split(/ and /).map(typedName).filter(isName);
  const parts = cleaned
    .split(',')
    .map((part) => part.trim().replace(/^and /, ''))
    .filter((part) => part !== '');
  const isPairs =
    parts.length % 2 === 0 && parts.every((part, i) => i % 2 === 0 || isInitials(part));
  if (isPairs)
    return parts
      .flatMap((family, i) =>
        i % 2 === 0 ? [personName({ family, given: parts[i + 1] ?? '' })] : [],
      )
      .filter(isName);
  const isOne = parts.length === 2 && parts.every((part) => !/ \p{Lu}{1,3}$/u.test(part));
  return (isOne ? [typedName(cleaned)] : parts.map(groupName)).filter(isName);
};

const isName = (name: string): boolean => name !== '' && !isNobody(name);
