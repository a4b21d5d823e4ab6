import type { World } from './state.ts';

/** The name a user goes by on the page. */
export const nameOfUser = (world: World, id: string): string => {
  const known = [world.bot, ...world.users.map(({ user }) => user)].find((user) => user.id === id);
  const nick = world.users.find(({ user }) => user.id === id)?.member?.nick;
  return nick ?? known?.global_name ?? known?.username ?? 'unknown-user';
};

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Everybody there is, the bot first. */
export const userIds = (world: World): readonly string[] => [
  ...new Set([world.bot.id, ...world.users.map(({ user }) => user.id)]),
];

/** The longest names first, so that "@Ann Lee" is not read as "@Ann". */
const namesOf = (world: World): { name: string; id: string }[] =>
  userIds(world)
    .map((id) => ({ name: nameOfUser(world, id), id }))
    .sort((a, b) => b.name.length - a.name.length);

/** What a person typed, with "@Name" and "#channel" as Discord sends them. */
export const toWire = (world: World, text: string): string => {
  const withUsers = namesOf(world).reduce(
    (written, { name, id }) =>
      written.replace(
        new RegExp(`(?<![\\p{L}\\p{N}_<])@${escapeRegExp(name)}(?![\\p{L}\\p{N}_])`, 'giu'),
        `<@${id}>`,
      ),
    text,
  );
  return world.channels
    .filter(({ kind }) => kind !== 'direct')
    .sort((a, b) => b.name.length - a.name.length)
    .reduce(
      (written, { name, id }) =>
        written.replace(
          new RegExp(`(?<![\\p{L}\\p{N}_<&])#${escapeRegExp(name)}(?![\\p{L}\\p{N}_-])`, 'giu'),
          `<#${id}>`,
        ),
      withUsers,
    );
};

/** A message's text as a person would type it. */
export const fromWire = (world: World, text: string): string =>
  text
    .replace(/<@!?(\d+)>/g, (whole, id: string) =>
      userIds(world).includes(id) ? `@${nameOfUser(world, id)}` : whole,
    )
    .replace(/<#(\d+)>/g, (whole, id: string) => {
      const channel = world.channels.find((known) => known.id === id);
      return channel === undefined ? whole : `#${channel.name}`;
    });

/** The people whose names go on from the "@" at the end of what is typed. */
export const matchPeople = (
  world: World,
  text: string,
): readonly { name: string; id: string }[] => {
  const typed = /(?:^|\s)@([^@\n]{0,32})$/u.exec(text)?.[1];
  if (typed === undefined) return [];
  return userIds(world)
    .map((id) => ({ name: nameOfUser(world, id), id }))
    .filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()));
};

/** The typed text with the name at its end made whole. */
export const completePerson = (text: string, name: string): string =>
  text.replace(/@[^@\n]{0,32}$/u, `@${name} `);
