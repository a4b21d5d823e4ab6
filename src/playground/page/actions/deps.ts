import type { FromPage } from '../../protocol.ts';
import type { Pending, State } from '../model/state.ts';
import type { Store } from '../store.ts';

/** What every action may use. */
export type ActionDeps = {
  store: Store<State>;
  send: (message: FromPage) => boolean;
  connectAs: (userId: string) => void;
  /** Puts the keyboard on the element once the page is drawn. */
  focus: (selector: string) => void;
  remember: (key: 'theme' | 'user', value: string) => void;
};

/** A name for one exchange, unlike any other of any tab. */
export const newRequest = (): string => crypto.randomUUID();

/** Sends what awaits an answer and keeps note of it; a fault shows where it belongs. */
export const sendPending = (
  { store, send }: ActionDeps,
  pending: Pending,
  make: (request: string) => FromPage,
): void => {
  const request = newRequest();
  store.update((state) => ({ ...state, pending: { ...state.pending, [request]: pending } }));
  if (!send(make(request)))
    store.update((state) => ({
      ...state,
      pending: Object.fromEntries(Object.entries(state.pending).filter(([id]) => id !== request)),
      notices: [
        ...state.notices,
        {
          id: request,
          channelId: pending.channelId,
          messageId: null,
          text: 'Not sent: the playground is not reached. It is tried again by itself.',
        },
      ],
    }));
};
