/** Holds the one state and calls `draw` once a frame after it changed. */
export type Store<State> = {
  get: () => State;
  update: (change: (state: State) => State) => void;
  /** Runs after the next drawing, when what was asked for is on the page. */
  afterDraw: (run: () => void) => void;
};

export const createStore = <State>(initial: State, draw: (state: State) => void): Store<State> => {
  let state = initial;
  let isQueued = false;
  let waiting: (() => void)[] = [];
  const queue = (): void => {
    if (isQueued) return;
    isQueued = true;
    // A microtask, not a frame: tabs in the background get no frames but must stay true.
    queueMicrotask(() => {
      isQueued = false;
      draw(state);
      const runs = waiting;
      waiting = [];
      for (const run of runs) run();
    });
  };
  return {
    get: () => state,
    update: (change) => {
      const next = change(state);
      if (next === state) return;
      state = next;
      queue();
    },
    afterDraw: (run) => {
      waiting.push(run);
      queue();
    },
  };
};
