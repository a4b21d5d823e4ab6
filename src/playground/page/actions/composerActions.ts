import { type Leaf, leafCommands, matchCommands, typedCommand } from '../model/commandList.ts';
import { completePerson, matchPeople, nameOfUser, toWire } from '../model/mentions.ts';
import { EMPTY_COMPOSER, offeredCommands, type State } from '../model/state.ts';
import type { ActionDeps } from './deps.ts';

/** The slash commands that may be used where the person is. */
export const offeredLeaves = (state: State): readonly Leaf[] =>
  leafCommands(offeredCommands(state));

export type ComposerList =
  | { kind: 'commands'; items: readonly Leaf[] }
  | { kind: 'people'; items: readonly { id: string; name: string }[] }
  | null;

/** The list over the composer, by what is typed: commands after "/", people after "@". */
export const composerList = (state: State): ComposerList => {
  const { composer, world } = state;
  if (world === null || composer.isListClosed || composer.command !== null) return null;
  if (composer.text.startsWith('/') && !composer.text.includes('\n')) {
    const items = matchCommands(offeredLeaves(state), composer.text.slice(1));
    return { kind: 'commands', items };
  }
  const people = matchPeople(world, composer.text);
  return people.length === 0 ? null : { kind: 'people', items: people };
};

type ComposerDeps = ActionDeps & { startCommand: (leaf: Leaf) => void };

/** The line at the foot: plain text, and the way into a command. */
export const createComposerActions = ({ store, send, focus, startCommand }: ComposerDeps) => {
  const type = (text: string): void => {
    const leaf = typedCommand(offeredLeaves(store.get()), text);
    if (leaf !== null) {
      startCommand(leaf);
      return;
    }
    store.update((state) => ({
      ...state,
      composer: { ...state.composer, text, active: 0, isListClosed: false },
    }));
  };

  return {
    type,
    /** Takes a line of the list over the composer. */
    take: (list: NonNullable<ComposerList>, index: number): void => {
      if (list.kind === 'commands') {
        const leaf = list.items[index];
        if (leaf !== undefined) startCommand(leaf);
        return;
      }
      const person = list.items[index];
      if (person === undefined) return;
      type(completePerson(store.get().composer.text, person.name));
      focus('#composer');
    },
    moveActive: (count: number, step: number): void =>
      store.update((state) => ({
        ...state,
        composer: {
          ...state.composer,
          active: count === 0 ? 0 : (state.composer.active + step + count) % count,
        },
      })),
    closeList: (): void =>
      store.update((state) => ({
        ...state,
        composer: { ...state.composer, isListClosed: true },
      })),
    cancelReply: (): void =>
      store.update((state) => ({ ...state, composer: { ...state.composer, replyTo: null } })),
    /** Puts a text into the composer for the person to send or change. */
    fill: (text: string): void => {
      type(text);
      focus('#composer');
    },
    mentionBot: (): void => {
      const { world, composer } = store.get();
      if (world === null) return;
      const name = nameOfUser(world, world.bot.id);
      const gap = composer.text === '' || composer.text.endsWith(' ') ? '' : ' ';
      type(`${composer.text}${gap}@${name} `);
      focus('#composer');
    },
    openCommand: (name: string): void => {
      const leaf = offeredLeaves(store.get()).find((known) => known.name === name);
      if (leaf !== undefined) startCommand(leaf);
    },
    send: (): void => {
      const { world, composer, channelId } = store.get();
      const content = composer.text.trim();
      if (world === null || channelId === null || content === '') return;
      const wire = toWire(world, content);
      // Nothing is lost where the stand-in is not reached: the text stays.
      if (!send({ op: 'send', channelId, content: wire, replyTo: composer.replyTo })) return;
      store.update((state) => ({ ...state, composer: EMPTY_COMPOSER }));
      focus('#composer');
    },
  };
};
