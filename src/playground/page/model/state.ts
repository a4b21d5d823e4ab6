import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { PageChannel, PageMessage, PageUser, ToPage } from '../../protocol.ts';
import type { CommandDraft } from './commandDraft.ts';

/** What the stand-in told of the place and its people. */
export type World = Omit<Extract<ToPage, { event: 'ready' }>, 'event'>;

/** An exchange with the bot that has not ended. */
export type Pending =
  | { kind: 'command'; channelId: string; label: string }
  | { kind: 'component'; channelId: string; messageId: string; customId: string }
  | { kind: 'modal'; channelId: string };

/** A line of the page's own, which only this tab sees. */
export type Notice = { id: string; channelId: string; messageId: string | null; text: string };

export type OpenModal = {
  data: APIModalInteractionResponseCallbackData;
  channelId: string;
  messageId: string | null;
  /** Faults by custom id, once a send was tried. */
  faults: Readonly<Record<string, string>>;
  /** What went wrong on the way, once it was sent. */
  failure: string | null;
};

/** The one select menu that is open, named by where it stands. */
export type OpenSelect = { key: string; active: number; picked: readonly string[] };

export type Composer = {
  text: string;
  /** Which line of the list of commands or people is chosen. */
  active: number;
  isListClosed: boolean;
  command: CommandDraft | null;
  replyTo: string | null;
};

export type Theme = 'dark' | 'light';

export type State = {
  link: 'connecting' | 'open' | 'lost';
  world: World | null;
  channelId: string | null;
  unread: ReadonlySet<string>;
  /** Who types where, with the time at which that is over. */
  typing: readonly { channelId: string; userId: string; until: number }[];
  composer: Composer;
  editing: { messageId: string; text: string } | null;
  /** The message that has the keyboard, and the one whose menu is open. */
  currentMessageId: string | null;
  menuMessageId: string | null;
  select: OpenSelect | null;
  /** Values picked in the select menus of the open modal, by custom id. */
  modalPicks: Readonly<Record<string, readonly string[]>>;
  modal: OpenModal | null;
  pending: Readonly<Record<string, Pending>>;
  notices: readonly Notice[];
  dismissed: ReadonlySet<string>;
  theme: Theme;
  isDrawerOpen: boolean;
};

export const EMPTY_COMPOSER: Composer = {
  text: '',
  active: 0,
  isListClosed: false,
  command: null,
  replyTo: null,
};

/** The page before the stand-in has spoken. */
export const initialState = (theme: Theme): State => ({
  link: 'connecting',
  world: null,
  channelId: null,
  unread: new Set(),
  typing: [],
  composer: EMPTY_COMPOSER,
  editing: null,
  currentMessageId: null,
  menuMessageId: null,
  select: null,
  modalPicks: {},
  modal: null,
  pending: {},
  notices: [],
  dismissed: new Set(),
  theme,
  isDrawerOpen: false,
});

/** The channel that is shown. */
export const currentChannel = (state: State): PageChannel | null =>
  state.world?.channels.find(({ id }) => id === state.channelId) ?? null;

/** The commands Discord's client would offer where the person is. */
export const offeredCommands = ({ world, channelId }: State): World['commands'] => {
  const offered = new Set(world?.offered[channelId ?? '']);
  return (world?.commands ?? []).filter(({ id }) => offered.has(id));
};

/** Who this tab is. */
export const me = (world: World): PageUser | undefined =>
  world.users.find(({ user }) => user.id === world.me);

/** The people a tab can be: all but bots. */
export const people = (world: World): readonly PageUser[] =>
  world.users.filter(({ user }) => user.bot !== true);

/** The messages of a channel that this tab has not dismissed, oldest first. */
export const shownMessages = (state: State, channelId: string): readonly PageMessage[] =>
  (state.world?.messages[channelId] ?? []).filter(({ id }) => !state.dismissed.has(id));
