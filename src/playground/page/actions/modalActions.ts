import { defaultsOf } from '../model/choices.ts';
import { modalFaults, modalParts } from '../model/modalFields.ts';
import { type ActionDeps, sendPending } from './deps.ts';

/** A modal the bot opened. What is typed stays in its inputs until it is sent. */
export const createModalActions = (deps: ActionDeps) => {
  const { store, focus } = deps;

  const close = (): void => {
    store.update((state) => ({ ...state, modal: null, modalPicks: {}, select: null }));
    focus('#composer');
  };

  return {
    close,
    pick: (customId: string, values: readonly string[]): void =>
      store.update((state) => ({
        ...state,
        modalPicks: { ...state.modalPicks, [customId]: values },
      })),
    submit: (form: HTMLFormElement): void => {
      const { modal, modalPicks } = store.get();
      if (modal === null) return;
      const parts = modalParts(modal.data.components);
      const typed = new FormData(form);
      const fields: Record<string, string | string[]> = {};
      for (const part of parts) {
        if (part.kind === 'text')
          fields[part.input.custom_id] = String(typed.get(part.input.custom_id) ?? '');
        if (part.kind === 'select')
          fields[part.menu.custom_id] = [
            ...(modalPicks[part.menu.custom_id] ?? defaultsOf(part.menu)),
          ];
      }
      const faults = modalFaults(parts, fields);
      store.update((state) => ({
        ...state,
        modal: state.modal === null ? null : { ...state.modal, faults, failure: null },
      }));
      if (Object.keys(faults).length > 0) {
        focus('.modal [aria-invalid="true"]');
        return;
      }
      const { channelId, messageId, data } = modal;
      sendPending(deps, { kind: 'modal', channelId }, (request) => ({
        op: 'modal',
        request,
        channelId,
        messageId,
        customId: data.custom_id,
        fields,
      }));
    },
  };
};
