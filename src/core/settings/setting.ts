import type { z } from 'zod';

/** How a setting is chosen on Discord; what it may be stands in its schema. */
export type SettingKind =
  | 'switch'
  | 'choice'
  | 'number'
  | 'text'
  | 'channel'
  | 'roles'
  | 'conditions';

export type SettingChoice = { value: string; label: string };

/**
 * One setting of a server, declared once: panel, subcommands, validation and documentation read it.
 */
export type Setting<T> = {
  /** As typed in `/config set`, and as stored. */
  key: string;
  kind: SettingKind;
  /** What a value may be; its faults are told to people, so each has words. */
  schema: z.ZodType<T>;
  fallback: T;
  /** A few words for a menu. */
  label: string;
  /** What it does, in a sentence. */
  description: string;
  /** For `choice`: what there is to choose from. */
  choices?: readonly SettingChoice[];
  /** For `number`: its unit, in words. */
  unit?: string;
  /** For `number` and `text`: least and greatest value, or length. */
  bounds?: { min: number; max: number };
};
