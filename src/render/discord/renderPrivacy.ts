import { ButtonStyle } from 'discord-api-types/v10';
import { PLAIN_COLOUR } from './colours.ts';
import { button, rowOf } from './components.ts';
import { type MessagePayload, messageOf } from './messagePayload.ts';
import { renderNotice } from './renderNotice.ts';
import { escapeWithin } from './safeText.ts';

/** What is stored about a person, table by table. */
export type Stored = Readonly<Record<string, readonly object[]>>;

/** What each table is, for the one whose rows stand in it. */
export const TABLE_WORDS: Readonly<Record<string, string>> = {
  feedback:
    'Your opinions on answers: the id of the answer, the server, helpful (1) or not (0), your reason if you gave one, and when.',
  setting_change:
    'Changes that you made to the settings of a server: which, when, from what to what.',
  paper_review_change:
    'Your reviews of papers in a server: which paper, when, what you made of it.',
};

const wordsOf = (table: string): string => TABLE_WORDS[table] ?? 'Other records with your id.';

const countOf = (rows: readonly object[]): string =>
  `${rows.length} ${rows.length === 1 ? 'record' : 'records'}`;

/** All that is stored about a person as JSON that explains itself. */
export const storedJson = (userId: string, stored: Stored): string =>
  `${JSON.stringify(
    {
      about: 'All that Caveat stores about you. Times are milliseconds since 1970, UTC.',
      userId,
      tables: Object.fromEntries(
        Object.entries(stored).map(([table, rows]) => [table, { about: wordsOf(table), rows }]),
      ),
    },
    null,
    2,
  )}\n`;

const ERASE_HINT = 'To erase it: /privacy delete. How it is used: /privacy policy.';

/** What is stored about a person, in words; the records themselves come as a file. */
export const renderStored = (stored: Stored): MessagePayload => {
  const tables = Object.entries(stored).filter(([, rows]) => rows.length > 0);
  if (tables.length === 0)
    return renderNotice('Nothing is stored about you: no opinion, no setting, no question.');
  const lines = tables.map(([table, rows]) => `- **${countOf(rows)}**: ${wordsOf(table)}`);
  return messageOf({
    title: 'What is stored about you',
    description: [...lines, '', ERASE_HINT].join('\n'),
    color: PLAIN_COLOUR,
  });
};

/** Asks once more before a person's data is erased. */
export const renderEraseQuestion = (userId: string): MessagePayload =>
  messageOf(
    {
      title: 'Erase what is stored about you?',
      description:
        'Your opinions on answers and your reasons are erased everywhere, and cannot be brought back. Changes that you made to the settings of a server and your reviews of papers stay in its history, without you. /privacy show gives you all of it first.',
      color: PLAIN_COLOUR,
    },
    rowOf([button('Erase it', { do: 'erase', userId }, { style: ButtonStyle.Danger })]),
  );

export const renderErased = (count: number): MessagePayload =>
  renderNotice(
    count === 0
      ? 'Nothing was stored about you, so there was nothing to erase.'
      : `Done. ${count} ${count === 1 ? 'record' : 'records'} erased, or kept without you where a server’s history needs it.`,
  );

const PROMISES = `- **Your questions are not stored with you.** They are answered and forgotten. A server counts what was asked about, never by whom; its admins may keep the texts of questions for 30 days, without who asked.
- **What is stored about you**: whether an answer helped you and why, if you say so; changes you make to a server’s settings; your reviews of papers. Nothing else, except for an hour which message answers which.
- **You decide**: /privacy show gives you all of it, /privacy delete erases it.
- **Nobody buys it, and no machine learns from it.** No question leaves the program that answers it, but for Discord itself; where a server looks beyond the library (off at first) and it has nothing, the names of the treatment and condition go to Europe PMC, never with who asked. Where admins look papers up, the papers’ numbers go to Europe PMC and PubMed.
- **Papers** that admins bring in are seen in their server alone. They and their reviews stay until an admin erases them: one by /library remove, all by /library clear.
- **Servers** that remove me are erased after 30 days, with their papers.`;

const CONTACT_ROOM = 300;

/** Who runs this bot, in a sentence; empty where they do not say. */
export const contactLine = (contact: string | null): string =>
  contact === null ? '' : `Run by: ${escapeWithin(contact, CONTACT_ROOM)}`;

/** The promises in short; the whole texts come as files. */
export const renderPolicy = (contact: string | null): MessagePayload =>
  messageOf({
    title: 'Privacy in short',
    description: [PROMISES, contactLine(contact), 'The full texts are in the files below.']
      .filter((part) => part !== '')
      .join('\n\n'),
    color: PLAIN_COLOUR,
  });
