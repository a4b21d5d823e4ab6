import type { PageMessage, ToPage } from '../../protocol.ts';
import { withChoices } from './commandDraft.ts';
import { EMPTY_COMPOSER, type Pending, type State, type World } from './state.ts';

/** Discord's client shows a typing notice for ten seconds. */
const TYPING_MS = 10_000;

const firstChannel = (world: World): string | null =>
  (world.channels.find(({ kind }) => kind === 'text') ?? world.channels[0])?.id ?? null;

const withMessages = (
  state: State,
  channelId: string,
  change: (messages: PageMessage[]) => PageMessage[],
): State =>
  state.world === null
    ? state
    : {
        ...state,
        world: {
          ...state.world,
          messages: {
            ...state.world.messages,
            [channelId]: change(state.world.messages[channelId] ?? []),
          },
        },
      };

const addMessage = (messages: PageMessage[], message: PageMessage): PageMessage[] =>
  messages.some(({ id }) => id === message.id)
    ? messages.map((known) => (known.id === message.id ? message : known))
    : [...messages, message];

/** What replies show of the message they answer, once that has changed or gone. */
const inReplies = (
  messages: PageMessage[],
  messageId: string,
  now: PageMessage | null,
): PageMessage[] =>
  messages.map((message) =>
    message.message_reference?.message_id === messageId
      ? { ...message, referenced_message: now }
      : message,
  );

const withoutPending = (state: State, request: string): State => {
  const { [request]: _, ...pending } = state.pending;
  return { ...state, pending };
};

const noticeOf = (pending: Pending, reason: string): string =>
  pending.kind === 'command' ? `${pending.label}: ${reason}` : reason;

const fail = (state: State, request: string, reason: string): State => {
  const pending = state.pending[request];
  const next = withoutPending(state, request);
  if (pending === undefined) {
    // What awaits no answer, as a message that may not be sent, fails without a name.
    if (request !== '' || state.channelId === null) return next;
    const id = `${state.notices.length}-${reason}`;
    const line = { id, channelId: state.channelId, messageId: null, text: reason };
    return { ...next, notices: [...next.notices, line] };
  }
  if (pending.kind === 'modal' && next.modal !== null)
    return { ...next, modal: { ...next.modal, failure: reason } };
  const notice = {
    id: request,
    channelId: pending.channelId,
    messageId: pending.kind === 'component' ? pending.messageId : null,
    text: noticeOf(pending, reason),
  };
  return { ...next, notices: [...next.notices, notice] };
};

const openModal = (state: State, said: Extract<ToPage, { event: 'modal' }>): State => {
  const pending = state.pending[said.request];
  if (pending === undefined) return state;
  return {
    ...withoutPending(state, said.request),
    select: null,
    modalPicks: {},
    modal: {
      data: said.modal,
      channelId: pending.channelId,
      messageId: pending.kind === 'component' ? pending.messageId : null,
      faults: {},
      failure: null,
    },
  };
};

/** A new start: the place is what the stand-in says; what the person was at stays where it can. */
const enter = (state: State, said: Extract<ToPage, { event: 'ready' }>): State => {
  const { event: _, ...world } = said;
  const isSame = state.world?.me === world.me;
  const stays = world.channels.some(({ id }) => id === state.channelId);
  return {
    ...state,
    link: 'open',
    world,
    channelId: stays ? state.channelId : firstChannel(world),
    composer: isSame && stays ? state.composer : EMPTY_COMPOSER,
    modal: isSame ? state.modal : null,
    editing: isSame ? state.editing : null,
    notices: isSame ? state.notices : [],
    typing: [],
    pending: {},
    menuMessageId: null,
    select: null,
  };
};

const receive = (state: State, message: PageMessage): State => ({
  ...withMessages(state, message.channel_id, (messages) => addMessage(messages, message)),
  typing: state.typing.filter(
    ({ channelId, userId }) => channelId !== message.channel_id || userId !== message.author.id,
  ),
  unread:
    message.channel_id === state.channelId
      ? state.unread
      : new Set([...state.unread, message.channel_id]),
});

/** What the page shows after the stand-in has said this. Pure; the time is told. */
export const reduce = (state: State, said: ToPage, now: number): State => {
  const { world } = state;
  if (said.event === 'ready') return enter(state, said);
  if (world === null) return state;
  switch (said.event) {
    case 'channels':
      return { ...state, world: { ...world, channels: said.channels, offered: said.offered } };
    case 'commands':
      return { ...state, world: { ...world, commands: said.commands, offered: said.offered } };
    case 'bot':
      return { ...state, world: { ...world, isBotOnline: said.isOnline } };
    case 'message':
      return receive(state, said.message);
    case 'messageChanged': {
      const { message } = said;
      return withMessages(state, message.channel_id, (messages) =>
        inReplies(messages, message.id, message).map((known) =>
          known.id === message.id ? message : known,
        ),
      );
    }
    case 'messageGone':
      return withMessages(state, said.channelId, (messages) =>
        inReplies(messages, said.messageId, null).filter(({ id }) => id !== said.messageId),
      );
    case 'typing': {
      const others = state.typing.filter(
        ({ channelId, userId }) => channelId !== said.channelId || userId !== said.userId,
      );
      const { channelId, userId } = said;
      return { ...state, typing: [...others, { channelId, userId, until: now + TYPING_MS }] };
    }
    case 'choices': {
      const { command } = state.composer;
      if (command === null) return state;
      return {
        ...state,
        composer: { ...state.composer, command: withChoices(command, said.request, said.choices) },
      };
    }
    case 'modal':
      return openModal(state, said);
    case 'done': {
      const isModal = state.pending[said.request]?.kind === 'modal';
      const next = withoutPending(state, said.request);
      return isModal ? { ...next, modal: null, select: null, modalPicks: {} } : next;
    }
    case 'failed':
      return fail(state, said.request, said.reason);
  }
};
