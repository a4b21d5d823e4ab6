import type { PaperScope } from '../../ports/paperStore.ts';

const EVERYONE: PaperScope = { kind: 'everyone' };

/** Whose papers are seen in a place: those of whoever runs the bot, and those of the server. */
export const scopesSeen = (guildId: string | null): PaperScope[] =>
  guildId === null ? [EVERYONE] : [{ kind: 'guild', guildId }, EVERYONE];
