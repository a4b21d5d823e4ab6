import { ref } from 'lit/directives/ref.js';

/** Turns a list or menu to the other side where it would stick out of the log or the window. */
const turn = (element: Element | undefined): void => {
  queueMicrotask(() => {
    if (element === undefined || !element.isConnected) return;
    const frame = element.closest('.scroller')?.getBoundingClientRect();
    const { top, bottom } = element.getBoundingClientRect();
    if (top < (frame?.top ?? 0) || bottom > (frame?.bottom ?? innerHeight))
      element.classList.add('turned');
  });
};

export const keepInView = ref(turn);
