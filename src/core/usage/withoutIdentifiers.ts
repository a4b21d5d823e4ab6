/** Discord's own markup of people, roles, channels, commands, emoji and times. */
const MARKUP = /<(?:@[!&]?|#|a?:\w{1,32}:|t:|\/[^<>:]{1,100}:|id:)[^<>\s]{1,40}>/g;
const LINK = /\b(?:[a-z][a-z\d+.-]{1,20}:\/\/|www\.)\S+|\b(?:[\w-]{1,63}\.){1,5}[a-z]{2,24}\/\S*/gi;
const EMAIL = /[^\s@<>()]{1,64}@[^\s@<>()]{1,255}\.[a-z]{2,24}\b/gi;
const NAMED = /@\S+/g;
/** Telephone numbers, dates of birth, numbers of patients: five digits or more, however grouped. */
const NUMBER = /\+?\d(?:[\s().\-/]{0,2}\d){4,}/g;

const without = (text: string, marks: readonly RegExp[]): string =>
  marks
    .reduce((left, mark) => left.replace(mark, ' '), text.normalize('NFKC').replace(/\p{Cf}/gu, ''))
    .replace(/\s+/gu, ' ')
    .trim();

/** A text without what names a person: mentions and e-mail addresses. */
export const withoutNames = (text: string): string => without(text, [MARKUP, EMAIL, NAMED]);

/** A text without what may point to a person: mentions, links, e-mail addresses, long numbers. */
export const withoutIdentifiers = (text: string): string =>
  without(text, [MARKUP, LINK, EMAIL, NAMED, NUMBER]);
