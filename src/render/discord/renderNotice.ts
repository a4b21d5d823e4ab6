import { LIMITS } from './limits.ts';
import type { MessagePayload } from './messagePayload.ts';
import { escapeWithin } from './safeText.ts';

/** A plain sentence for one person; whether only they see it is for who sends it. */
export const renderNotice = (text: string): MessagePayload => ({
  content: escapeWithin(text, LIMITS.content),
  embeds: [],
  components: [],
  allowed_mentions: { parse: [] },
});
