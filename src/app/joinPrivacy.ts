import type { PrivacyStore } from '../ports/privacyStore.ts';

/**
 * All that is stored about people in several places as one. What cannot be erased in one of them
 * rejects, and can be tried again: what is erased already stays so.
 */
export const joinPrivacy = (stores: readonly PrivacyStore[]): PrivacyStore => ({
  export: async (userId) =>
    Object.assign({}, ...(await Promise.all(stores.map((store) => store.export(userId))))),
  erase: async (userId) => {
    let touched = 0;
    for (const store of stores) touched += await store.erase(userId);
    return touched;
  },
});
