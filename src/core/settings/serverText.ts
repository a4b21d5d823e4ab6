import { z } from 'zod';

/** Words that say that there is to be no text. */
const NOTHING = /^(?:none|off|default|nothing|-)?$/i;

/** Lines without anything invisible, and without empty ones at the ends or two in a row. */
const cleanLines = (text: string): string =>
  text
    .toWellFormed()
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) =>
      line
        .replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, '')
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim(),
    )
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const MENTION = /<(?:@[!&]?|#)\d+>|@(?:everyone|here)\b/i;
/** Discord's own addresses of invites, and those that lead to them. */
const INVITE = /(?:discord(?:app)?\s*\.\s*(?:gg|me|io|li|com\s*\/\s*invite)|dsc\.gg|invite\.gg)\b/i;
const MASKED_LINK = /\[[^\]]*\]\s*\(/;

/**
 * A text that a server adds to answers, in so many characters and lines: plain words, which
 * mention nobody and lead to no other server. None, where it is empty.
 */
export const serverText = ({ max, lines }: { max: number; lines: number }) =>
  z
    .string('must be a text')
    .nullable()
    .transform((text) => {
      const cleaned = text === null ? '' : cleanLines(text);
      return NOTHING.test(cleaned) ? null : cleaned;
    })
    .superRefine((text, { addIssue }) => {
      if (text === null) return;
      const fault = (message: string): void => addIssue({ code: 'custom', message });
      const count = text.split('\n').length;
      if (text.length > max) fault(`has ${text.length} characters; ${max} at most fit`);
      if (count > lines) fault(`has ${count} lines; ${lines} at most fit`);
      if (MENTION.test(text))
        fault('holds a mention of a person, role, channel or everyone; write the name instead');
      if (INVITE.test(text)) fault('holds an invite to a server, which answers may not carry');
      if (MASKED_LINK.test(text))
        fault('holds a link hidden behind words; write its address instead');
    });
