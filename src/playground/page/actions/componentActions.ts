import type { PageMessage } from '../../protocol.ts';
import type { Choice } from '../model/choices.ts';
import { type ActionDeps, sendPending } from './deps.ts';

/** Where a select menu stands, what it offers, and where its values go. */
export type SelectSpec = {
  key: string;
  label: string;
  choices: readonly Choice[];
  picked: readonly string[];
  min: number;
  max: number;
  isDisabled: boolean;
  commit: (values: readonly string[]) => void;
};

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((value) => b.includes(value));

/** Buttons and select menus of messages; the menus of modals open and close by the same hands. */
export const createComponentActions = (deps: ActionDeps) => {
  const { store, focus } = deps;

  const use = (message: PageMessage, customId: string, values: string[]): void => {
    const channelId = message.channel_id;
    const messageId = message.id;
    store.update((state) => ({
      ...state,
      notices: state.notices.filter((notice) => notice.messageId !== messageId),
    }));
    sendPending(deps, { kind: 'component', channelId, messageId, customId }, (request) => ({
      op: 'component',
      request,
      channelId,
      messageId,
      customId,
      values,
    }));
  };

  const shut = (): void => store.update((state) => ({ ...state, select: null }));

  /** Shuts the menu; what was picked of several goes off now. */
  const close = (spec: SelectSpec): void => {
    const { select } = store.get();
    if (select?.key !== spec.key) return;
    shut();
    const isRight = select.picked.length >= spec.min && select.picked.length <= spec.max;
    if (spec.max > 1 && isRight && !isSame(select.picked, spec.picked)) spec.commit(select.picked);
  };

  return {
    press: (message: PageMessage, customId: string): void => use(message, customId, []),
    choose: use,
    openSelect: (spec: SelectSpec): void => {
      if (spec.isDisabled) return;
      const first = spec.choices.findIndex(({ value }) => spec.picked.includes(value));
      store.update((state) => ({
        ...state,
        select: { key: spec.key, active: Math.max(0, first), picked: spec.picked },
      }));
    },
    closeSelect: close,
    moveSelect: (spec: SelectSpec, to: number): void =>
      store.update((state) =>
        state.select === null
          ? state
          : {
              ...state,
              select: {
                ...state.select,
                active: Math.min(spec.choices.length - 1, Math.max(0, to)),
              },
            },
      ),
    pick: (spec: SelectSpec, value: string): void => {
      const { select } = store.get();
      if (select === null) return;
      if (spec.max <= 1) {
        shut();
        const isUnpicked = spec.min === 0 && spec.picked.includes(value);
        spec.commit(isUnpicked ? [] : [value]);
        focus(`[data-select="${CSS.escape(spec.key)}"]`);
        return;
      }
      const without = select.picked.filter((picked) => picked !== value);
      const isPicked = without.length < select.picked.length;
      if (!isPicked && select.picked.length >= spec.max) return;
      store.update((state) => ({
        ...state,
        select: { ...select, picked: isPicked ? without : [...select.picked, value] },
      }));
    },
  };
};
