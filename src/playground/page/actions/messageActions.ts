import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { PageMessage } from '../../protocol.ts';
import { fromWire, toWire } from '../model/mentions.ts';
import { shownMessages } from '../model/state.ts';
import { type ActionDeps, sendPending } from './deps.ts';

/** What a person does with a message that stands there. */
export const createMessageActions = (deps: ActionDeps) => {
  const { store, send, focus } = deps;

  const focusMessage = (messageId: string): void => focus(`[data-message="${messageId}"]`);

  const startEdit = (message: PageMessage): void => {
    store.update((state) =>
      state.world === null
        ? state
        : {
            ...state,
            menuMessageId: null,
            editing: { messageId: message.id, text: fromWire(state.world, message.content) },
          },
    );
    focus('#edit');
  };

  return {
    focusMessage,
    startEdit,
    setCurrent: (messageId: string): void =>
      store.update((state) =>
        state.currentMessageId === messageId ? state : { ...state, currentMessageId: messageId },
      ),
    /** Goes from message to message by the arrow keys. */
    moveFrom: (messageId: string, step: number): void => {
      const state = store.get();
      if (state.channelId === null) return;
      const messages = shownMessages(state, state.channelId);
      const next = messages[messages.findIndex(({ id }) => id === messageId) + step];
      if (next !== undefined) focusMessage(next.id);
    },
    toggleMenu: (messageId: string): void => {
      const isOpen = store.get().menuMessageId === messageId;
      store.update((state) => ({ ...state, menuMessageId: isOpen ? null : messageId }));
      focus(isOpen ? `[data-more="${messageId}"]` : '.message-menu button');
    },
    closeMenu: (): void => store.update((state) => ({ ...state, menuMessageId: null })),
    startReply: (messageId: string): void => {
      store.update((state) => ({
        ...state,
        menuMessageId: null,
        composer: { ...state.composer, replyTo: messageId, command: null },
      }));
      focus('#composer');
    },
    /** The up arrow in an empty composer: your last message. */
    editLast: (): void => {
      const state = store.get();
      if (state.channelId === null) return;
      const last = shownMessages(state, state.channelId).findLast(
        ({ author }) => author.id === state.world?.me,
      );
      if (last !== undefined) startEdit(last);
    },
    typeEdit: (text: string): void =>
      store.update((state) =>
        state.editing === null ? state : { ...state, editing: { ...state.editing, text } },
      ),
    cancelEdit: (): void => {
      store.update((state) => ({ ...state, editing: null }));
      focus('#composer');
    },
    saveEdit: (message: PageMessage): void => {
      const { editing, world } = store.get();
      if (editing === null || world === null) return;
      const content = toWire(world, editing.text.trim());
      if (content !== '' && content !== message.content)
        send({ op: 'edit', channelId: message.channel_id, messageId: message.id, content });
      store.update((state) => ({ ...state, editing: null }));
      focus('#composer');
    },
    remove: (message: PageMessage): void => {
      store.update((state) => ({ ...state, menuMessageId: null }));
      send({ op: 'delete', channelId: message.channel_id, messageId: message.id });
      focus('#composer');
    },
    dismiss: (messageId: string): void => {
      store.update((state) => ({ ...state, dismissed: new Set([...state.dismissed, messageId]) }));
      focus('#composer');
    },
    dismissNotice: (id: string): void => {
      store.update((state) => ({
        ...state,
        notices: state.notices.filter((notice) => notice.id !== id),
      }));
      focus('#composer');
    },
    useCommand: (command: APIApplicationCommand, message: PageMessage): void => {
      store.update((state) => ({ ...state, menuMessageId: null }));
      const channelId = message.channel_id;
      sendPending(deps, { kind: 'command', channelId, label: command.name }, (request) => ({
        op: 'messageCommand',
        request,
        channelId,
        commandId: command.id,
        messageId: message.id,
      }));
      focus('#composer');
    },
  };
};
