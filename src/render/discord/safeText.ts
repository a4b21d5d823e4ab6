/**
 * Text from records and questions, made safe to stand in a Discord message. Discord takes a
 * backslash before any mark as "show this mark", in titles and field names too; author names,
 * footers and labels show text as it is and must not be escaped.
 */

const PLAIN = /^[!-~]+(?: [!-~]+)*$/;

/** One line without anything invisible: no control, no direction override, no half of a pair. */
export const clean = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text
        .toWellFormed()
        .replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, '')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim();

/** The same with nothing in it that Discord would format, link, mention or turn into a picture. */
export const escapeText = (text: string): string =>
  clean(text)
    .replace(/[\\*_~|`<[\]@]/g, '\\$&')
    // Links and :emoji: by name.
    .replace(/:(?=\/\/|[\w+-]+:)/g, '\\:')
    // Invites are found without their protocol.
    .replace(/(?<=\.[a-z]{2,24})\//gi, '\\/')
    // Headings, lists, quotes and small print begin a line.
    .replace(/^(?:[#>+-]|\d+(?=\.))/, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));

/** A text may hold so many times its room in what is invisible and does not count. */
const NEAR_FACTOR = 4;
/** So far back a cut looks for the end of a word. */
const WORD_REACH = 24;

const cutAtWord = (head: string): string => {
  const space = head.lastIndexOf(' ');
  const token = head.slice(space + 1);
  // Half a link would lead elsewhere.
  const isSplit = head.length - space <= WORD_REACH || /^\W*https?:/i.test(token);
  return (space > 0 && isSplit ? head.slice(0, space) : head).replace(/[\s,;:.(“–-]+$/u, '');
};

/**
 * A text in some form, cut between words to a room in UTF-16 units, with an ellipsis where cut.
 * It is cut before it is put into the form, so that no escapeText, link or pair is torn.
 */
export const within = (text: string, room: number, form: (text: string) => string): string => {
  // What lies far behind the room is never looked at, whatever its size.
  const near = text.slice(0, NEAR_FACTOR * room + WORD_REACH);
  const whole = form(near);
  if (near.length === text.length && whole.length <= room) return whole;
  const points = [...clean(near)];
  let kept = Math.min(points.length, room - 1);
  while (kept > 0) {
    const formed = form(cutAtWord(points.slice(0, kept).join('')));
    if (formed.length + 1 <= room) return `${formed}…`;
    kept -= Math.max(1, Math.ceil((formed.length + 1 - room) / 2));
  }
  return room > 0 ? '…' : '';
};

export const escapeWithin = (text: string, room: number): string => within(text, room, escapeText);

/** For author names, footers, labels: places that format nothing. */
export const cleanWithin = (text: string, room: number): string => within(text, room, clean);
