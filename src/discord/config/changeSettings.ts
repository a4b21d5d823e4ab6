import type { Guild } from 'discord.js';
import { channelIdOf } from '../../core/settings/channelSettings.ts';
import type { NamedCondition } from '../../core/settings/parseSetting.ts';
import { isSettingKey, settingOf } from '../../core/settings/settings.ts';
import type { Json, SettingChange, SettingEdit } from '../../ports/settingsStore.ts';
import { showEdit, showMaker } from '../../render/discord/config/renderChanges.ts';
import { nameOfKey, showStored } from '../../render/discord/config/settingWords.ts';
import { packBlocks } from '../../render/discord/pack.ts';
import type { BotDeps } from '../botDeps.ts';
import { UserError } from '../userError.ts';
import type { Admitted } from './admit.ts';

/** Beside the settings themselves, on one page. */
const CHANGES_ROOM = 1500;

export type Conflict = { key: string; current: Json; by: SettingChange | null };

export type Changed = { ok: true; changes: SettingChange[] } | { ok: false; conflict: Conflict };

const mostRoles = (value: Json): readonly string[] =>
  Array.isArray(value) ? (value as string[]) : [];

/** Why a value is none for this very server; null where it is. */
const faultFor = ({ key, to }: SettingEdit, guild: Guild): string | null => {
  const channelId = channelIdOf(key);
  if (to === null) return null;
  if (channelId !== null)
    return guild.channels.cache.has(channelId) ? null : 'This server has no such channel.';
  if (!isSettingKey(key)) return null;
  const { kind, label } = settingOf(key);
  if (kind === 'channel' && !guild.channels.cache.get(String(to))?.isTextBased())
    return `${label} must be a channel of this server that people write in.`;
  if (kind !== 'roles') return null;
  if (mostRoles(to).some((id) => !guild.roles.cache.has(id)))
    return `${label} must be roles of this server.`;
  return key === 'config-roles' && mostRoles(to).includes(guild.id)
    ? `${label} cannot be everyone.`
    : null;
};

/**
 * Makes changes, all or none, in the name of a member who was admitted.
 * @throws UserError where a value is none for this server, is not this member's to change, or
 *   cannot be saved now.
 */
export const changeSettings = async (
  { guild, userId, isManager }: Admitted,
  edits: readonly SettingEdit[],
  { settings }: BotDeps,
): Promise<Changed> => {
  if (!isManager && edits.some(({ key }) => key === 'config-roles'))
    throw new UserError('managers-only');
  const faults = edits.flatMap((edit) => faultFor(edit, guild) ?? []);
  if (faults.length > 0) throw new UserError('not-saved', faults);
  const outcome = await settings.change(guild.id, userId, edits);
  if (outcome.ok) return outcome;
  if (outcome.reason === 'unavailable') throw new UserError('settings-unavailable');
  const { key, current, by } = outcome;
  return { ok: false, conflict: { key, current, by } };
};

/** The latest change of a key, to tell who was quicker; null where it cannot be known. */
export const latestChange = async (
  { guild }: Admitted,
  key: string,
  { settings }: BotDeps,
): Promise<SettingChange | null> => {
  const changes = await settings.history(guild.id, 50).catch(() => []);
  return changes.find((change) => change.key === key) ?? null;
};

/** What is told of a change that was made. */
export const wordChanges = (
  changes: readonly SettingChange[],
  known: readonly NamedCondition[],
): string =>
  packBlocks(
    ['Saved.', ...changes.map((change) => showEdit(change, known))],
    CHANGES_ROOM,
    (left) => `-# ${left} more: /config history has them.`,
  );

/** What is told where somebody else was quicker. */
export const wordConflict = (
  { key, current, by }: Conflict,
  known: readonly NamedCondition[],
): string => {
  const now = `**${nameOfKey(key)}** is now ${showStored(key, current, known)}`;
  return by === null
    ? `Nothing was changed: somebody else was quicker. ${now}.`
    : `Nothing was changed: ${showMaker(by)} was quicker. ${now}; it was ${showStored(key, by.from, known)}.`;
};
