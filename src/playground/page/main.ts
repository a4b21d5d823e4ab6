import '@skyra/discord-components-core/discord-action-row.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-field.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import { render } from 'lit';
import type { ToPage } from '../protocol.ts';
import { createActions } from './actions/actions.ts';
import { dressComponents } from './componentStyles.ts';
import { createConnection } from './connection.ts';
import { createMemory } from './memory.ts';
import { reduce } from './model/reduce.ts';
import { initialState, type State, type Theme } from './model/state.ts';
import { createScroll } from './scroll.ts';
import { createStore } from './store.ts';
import { app, waiting } from './view/app.ts';
import { createViewContext } from './view/viewContext.ts';

/** How often a typing notice is looked at again. */
const TICK_MS = 1000;

const start = (root: HTMLElement): void => {
  dressComponents();
  const memory = createMemory();
  const scroll = createScroll();
  const isTouch = matchMedia('(pointer: coarse)');
  const isLight = matchMedia('(prefers-color-scheme: light)').matches;
  const theme: Theme = (memory.recall('theme') as Theme | null) ?? (isLight ? 'light' : 'dark');

  const draw = (state: State): void => {
    document.documentElement.dataset.theme = state.theme;
    scroll.before(state);
    if (state.world === null) render(waiting(), root);
    else render(app(createViewContext(state, state.world, actions, new Date())), root);
    scroll.after(state);
  };

  const store = createStore(initialState(theme), draw);
  const connection = createConnection({
    onMessage: (said: ToPage) => store.update((state) => reduce(state, said, Date.now())),
    onLost: () => store.update((state) => ({ ...state, link: 'lost', pending: {} })),
  });
  const actions = createActions({
    store,
    send: connection.send,
    connectAs: connection.connectAs,
    remember: memory.remember,
    focus: (selector) =>
      store.afterDraw(() => {
        // On a phone the keyboard on the screen would spring up by itself.
        if (selector === '#composer' && isTouch.matches) return;
        document.querySelector<HTMLElement>(selector)?.focus();
      }),
  });

  document.addEventListener('pointerdown', (event) => {
    const isInPopup = event
      .composedPath()
      .some((target) => target instanceof HTMLElement && 'popup' in target.dataset);
    if (!isInPopup && store.get().menuMessageId !== null) actions.message.closeMenu();
  });
  setInterval(() => {
    const now = Date.now();
    if (store.get().typing.some(({ until }) => until <= now))
      store.update((state) => ({
        ...state,
        typing: state.typing.filter(({ until }) => until > now),
      }));
  }, TICK_MS);

  draw(store.get());
  connection.connectAs(memory.recall('user'));
};

const root = document.querySelector<HTMLElement>('#app');
if (root !== null) start(root);
