import { z } from 'zod';
import { Snowflake } from '../../../core/settings/schemas.ts';
import { SETTING_KEYS } from '../../../core/settings/settings.ts';
import { type ActionOf, createActionCodec } from '../actionCodec.ts';
import { GROUPS } from './groups.ts';

const Key = z.enum(SETTING_KEYS);
/** Stands for the value that the panel showed, so that nobody overwrites what they have not seen. */
const Seen = z.string().regex(/^[\w-]{8}$/);
const Page = z
  .string()
  .regex(/^(?:0|[1-9]\d{0,2})$/)
  .transform(Number);

/** What each control of the panel says, in the order in which its id says it. */
const FIELDS = {
  /** All settings at a glance. */
  home: {},
  /** A menu of settings: the value is the key. */
  open: { group: z.enum(GROUPS.map(({ id }) => id)) },
  switch: { key: Key, seen: Seen, to: z.enum(['on', 'off']) },
  /** A menu of choices, channels or roles: the values are what is chosen. */
  choose: { key: Key, seen: Seen },
  /** A page of the conditions. */
  turn: { page: Page },
  /** A menu of conditions: those chosen are on, the others of that page are off. */
  conditions: { seen: Seen, page: Page },
  /** Opens the form for a text or number, filled with what stands there by then. */
  write: { key: Key },
  /** The form itself. */
  written: { key: Key, seen: Seen },
  reset: { key: Key, seen: Seen },
  /** The channels with something of their own. */
  channels: {},
  /** A menu of channels: the value is the channel. */
  channel: {},
  /** Menus of what a channel has of its own. */
  mode: { channelId: Snowflake, seen: Seen },
  place: { channelId: Snowflake, seen: Seen },
  inherit: { channelId: Snowflake, seen: Seen },
  /** Applies the settings in the file of this message. */
  apply: { seen: Seen },
  cancel: {},
} as const;

export type ConfigAction = ActionOf<typeof FIELDS>;

export const {
  isOurs: isConfigId,
  encode: encodeConfig,
  decode: decodeConfig,
} = createActionCodec('g1:', FIELDS);
