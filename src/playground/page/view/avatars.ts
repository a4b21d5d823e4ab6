import type { World } from '../model/state.ts';

const COLOURS = ['#3f7d58', '#b3533b', '#7a5bb5', '#2f6f9f', '#9a6b1f', '#a8477a'];

const asAddress = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`;

const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

/** The bot's face: bars of evidence, with the asterisk that says "but mind this". */
const BOT = asAddress(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#0e6f6b"/>` +
    `<g fill="none" stroke-width="4" stroke-linecap="round"><path d="M12 29v-4M20 29v-9M28 29V15" stroke="#fff"/>` +
    `<path stroke="#ffd166" stroke-width="2.4" d="M13.5 9v8M10 11l7 4M17 11l-7 4"/></g></svg>`,
);

const initialOf = (name: string): string => escapeXml([...name.trim()][0]?.toUpperCase() ?? '?');

/** A person's face drawn on the spot; nothing is fetched. */
export const avatarOf = (world: World, id: string, name: string): string => {
  if (id === world.bot.id) return BOT;
  const place = world.users.findIndex(({ user }) => user.id === id);
  const colour = COLOURS[(place + COLOURS.length) % COLOURS.length];
  return asAddress(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="${colour}"/>` +
      `<text x="20" y="27" font-family="Helvetica,Arial,sans-serif" font-size="19" font-weight="600" fill="#fff" text-anchor="middle">${initialOf(name)}</text></svg>`,
  );
};
