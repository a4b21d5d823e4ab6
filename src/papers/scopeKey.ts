import type { PaperScope } from '../ports/paperStore.ts';

/** How a scope is named in the database. */
export const toScopeKey = (scope: PaperScope): string =>
  scope.kind === 'everyone' ? '*' : scope.guildId;

export const fromScopeKey = (key: string): PaperScope =>
  key === '*' ? { kind: 'everyone' } : { kind: 'guild', guildId: key };
