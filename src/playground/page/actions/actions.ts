import { createComponentActions } from './componentActions.ts';
import { createComposerActions } from './composerActions.ts';
import type { ActionDeps } from './deps.ts';
import { createDraftActions } from './draftActions.ts';
import { createMessageActions } from './messageActions.ts';
import { createModalActions } from './modalActions.ts';
import { createPlaceActions } from './placeActions.ts';

/** All that a person can do on the page. */
export const createActions = (deps: ActionDeps) => {
  const draft = createDraftActions(deps);
  return {
    place: createPlaceActions(deps),
    message: createMessageActions(deps),
    component: createComponentActions(deps),
    draft,
    composer: createComposerActions({ ...deps, startCommand: draft.start }),
    modal: createModalActions(deps),
  };
};

export type Actions = ReturnType<typeof createActions>;
