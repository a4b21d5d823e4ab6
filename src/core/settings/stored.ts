/** A value as JSON holds it. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

/** The values that a server has set, by key; what is not there is at its default. */
export type StoredSettings = Readonly<Record<string, Json>>;
