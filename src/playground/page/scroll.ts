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

  // Only who goes up leaves the end. To be far from it is no sign: the end moves away by itself.
  const followPerson = (element: HTMLElement): void => {
    let lastTop = element.scrollTop;
    element.addEventListener('scroll', () => {
      const { scrollTop, scrollHeight, clientHeight } = element;
      if (scrollHeight - scrollTop - clientHeight < NEAR_PX) isAtEnd = true;
      else if (scrollTop < lastTop) isAtEnd = false;
      lastTop = scrollTop;
    });
  };
  let followed: HTMLElement | null = null;

  return {
    before: (state: State): void => {
      if (state.channelId !== channelId) isAtEnd = true;
      channelId = state.channelId;
    },
    after: (_state: State): void => {
      const element = scroller();
      if (element !== null && element !== followed) followPerson(element);
      followed = element;
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
