import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { nameOfUser, userIds } from './mentions.ts';
import type { World } from './state.ts';

/** A line of a select menu. */
export type Choice = { value: string; label: string; description: string; emoji: string };

/** Types of select menus, as Discord numbers them. */
export const SELECT = { string: 3, user: 5, role: 6, mentionable: 7, channel: 8 } as const;

/** Kinds of channels by Discord's numbers. */
const CHANNEL_TYPES = {
  text: [0],
  direct: [1],
  thread: [10, 11, 12],
  forum: [15],
} as const;

const plain = (value: string, label: string): Choice => ({
  value,
  label,
  description: '',
  emoji: '',
});

/** The people of the place, the bot among them. */
export const userChoices = (world: World): Choice[] =>
  userIds(world).map((id) => plain(id, nameOfUser(world, id)));

/** The channels of the place, of some types alone where they are asked for. */
export const channelChoices = (world: World, types: readonly number[] | undefined): Choice[] =>
  world.channels
    .filter(({ kind }) =>
      types === undefined
        ? kind !== 'direct'
        : CHANNEL_TYPES[kind].some((type) => types.includes(type)),
    )
    .map(({ id, name }) => plain(id, `#${name}`));

/** The roles of the place. */
export const roleChoices = (world: World): Choice[] =>
  world.roles.map(({ id, name }) => plain(id, `@${name}`));

/** What a select menu offers here. */
export const choicesOf = (menu: APISelectMenuComponent, world: World): Choice[] => {
  switch (menu.type) {
    case SELECT.string:
      return menu.options.map(({ value, label, description, emoji }) => ({
        value,
        label,
        description: description ?? '',
        emoji: emoji?.name ?? '',
      }));
    case SELECT.channel:
      return channelChoices(world, menu.channel_types);
    case SELECT.role:
      return roleChoices(world);
    default:
      return userChoices(world);
  }
};

/** What stands chosen in a menu before anybody touches it. */
export const defaultsOf = (menu: APISelectMenuComponent): string[] =>
  menu.type === SELECT.string
    ? menu.options.filter((option) => option.default === true).map(({ value }) => value)
    : (menu.default_values ?? []).map(({ id }) => id);
