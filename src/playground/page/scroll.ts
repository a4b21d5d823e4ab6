import type { State } from './model/state.ts';

/** So near the end counts as being at it. */
const NEAR_PX = 120;

/** Keeps the end of the log in view while the person is there, and lists at their chosen line. */
export const createScroll = () => {
  let isAtEnd = true;
  let channelId: string | null = null;
  const scroller = (): HTMLElement | null => document.querySelector('.scroller');

  const toEnd = (element: HTMLElement): void => {
    element.scrollTop = element.scrollHeight;
  };

  // Components draw themselves a moment later, and pictures later still: then the end moves.
  const watcher = new ResizeObserver(() => {
    const element = scroller();
    if (element !== null && isAtEnd) toEnd(element);
  });
  let watched: Element | null = null;

  return {
    before: (state: State): void => {
      const element = scroller();
      if (element === null || state.channelId !== channelId) isAtEnd = true;
      else isAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
      channelId = state.channelId;
    },
    after: (_state: State): void => {
      const element = scroller();
      const log = element?.firstElementChild ?? null;
      if (log !== watched) {
        watcher.disconnect();
        if (log !== null) watcher.observe(log);
        watched = log;
      }
      if (element !== null && isAtEnd) toEnd(element);
      document.querySelector('.option.active')?.scrollIntoView({ block: 'nearest' });
    },
  };
};
