type Key = 'theme' | 'user';

export type Memory = {
  recall: (key: Key) => string | null;
  remember: (key: Key, value: string) => void;
};

/** The theme is kept by the browser, the user by this tab: two tabs may be two people. */
export const createMemory = (): Memory => {
  // A browser that keeps nothing throws here; the page then simply forgets.
  const quietly = <T>(act: (storage: Storage) => T, key: Key): T | null => {
    try {
      return act(key === 'theme' ? localStorage : sessionStorage);
    } catch {
      return null;
    }
  };
  const nameOf = (key: Key): string => `playground-${key}`;
  return {
    recall: (key) => quietly((storage) => storage.getItem(nameOf(key)), key),
    remember: (key, value) => {
      quietly((storage) => storage.setItem(nameOf(key), value), key);
    },
  };
};
