import type { Message } from 'discord.js';

/** Most answers are there sooner; to show typing for them would only flicker. */
const PATIENCE_MS = 800;

/**
 * Shows "is typing" when an answer takes long.
 * @returns what to call once the answer is there.
 */
export const typeWhileSlow = ({ channel }: Message): (() => void) => {
  const timer = setTimeout(() => {
    // A channel that forbids typing forbids writing too: that is told where the answer fails.
    if (channel.isSendable()) channel.sendTyping().catch(() => {});
  }, PATIENCE_MS);
  return () => clearTimeout(timer);
};
