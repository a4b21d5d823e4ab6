import { EMPTY_COMPOSER, type Theme } from '../model/state.ts';
import type { ActionDeps } from './deps.ts';

/** Where the person is, who they are, and how the page looks. */
export const createPlaceActions = ({ store, connectAs, focus, remember }: ActionDeps) => ({
  openChannel: (channelId: string): void => {
    store.update((state) => ({
      ...state,
      channelId,
      unread: new Set([...state.unread].filter((id) => id !== channelId)),
      isDrawerOpen: false,
      composer: state.channelId === channelId ? state.composer : EMPTY_COMPOSER,
      editing: null,
      currentMessageId: null,
      menuMessageId: null,
      select: null,
    }));
    focus('#composer');
  },
  openDrawer: (): void => {
    store.update((state) => ({ ...state, isDrawerOpen: true }));
    focus('.sidebar [aria-current="page"]');
  },
  closeDrawer: (): void => {
    store.update((state) => ({ ...state, isDrawerOpen: false }));
    focus('.drawer-button');
  },
  switchUser: (userId: string): void => {
    if (store.get().world?.me === userId) return;
    remember('user', userId);
    connectAs(userId);
  },
  setTheme: (theme: Theme): void => {
    remember('theme', theme);
    store.update((state) => ({ ...state, theme }));
  },
});
