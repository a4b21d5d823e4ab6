import { LIMITS } from './limits.ts';
import type { MessagePayload } from './messagePayload.ts';
import { packBlocks } from './pack.ts';
import { escapeWithin } from './safeText.ts';

/** With room for the honest number of the lines left out. */
const LINE = LIMITS.content - 40;

/** A line, with the mark of a list where it has one. */
const lineOf = (line: string): string =>
  line.startsWith('- ') ? `- ${escapeWithin(line.slice(2), LINE)}` : escapeWithin(line, LINE);

/** Plain lines for one person; whether only they see them is for who sends them. */
export const renderNotice = (text: string): MessagePayload => ({
  content: packBlocks(text.split('\n').map(lineOf), LIMITS.content, (left) => `-# ${left} more.`),
  embeds: [],
  components: [],
  allowed_mentions: { parse: [] },
});
