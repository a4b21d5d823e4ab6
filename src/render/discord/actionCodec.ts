import { z } from 'zod';

/** The fields of each action, in the order in which its custom id carries them. */
type Actions = Readonly<Record<string, Readonly<Record<string, z.ZodType>>>>;

/** An action by its name, with its fields as they are read back. */
export type ActionOf<A extends Actions> = {
  [N in keyof A & string]: { do: N } & {
    -readonly [F in keyof A[N]]: A[N][F] extends z.ZodType<infer T> ? T : never;
  };
}[keyof A & string];

/**
 * Reads and writes actions as custom ids: a prefix, the name, and the fields, parted by colons.
 * @param prefix ids of another version are stale: their messages belong to an older program
 */
export const createActionCodec = <A extends Actions>(prefix: string, actions: A) => ({
  /** Whether a custom id is one of these at all, in whatever state. */
  isOurs: (text: string): boolean => text.startsWith(prefix),
  /** An action as a custom id of at most 100 characters. */
  encode: (action: ActionOf<A>): string => {
    const values = action as unknown as Readonly<Record<string, string | number>>;
    const fields = Object.keys(actions[action.do] ?? {});
    return prefix + [action.do, ...fields.map((field) => values[field])].join(':');
  },
  /** The action of a custom id; null for one that is stale, forged or not ours. Never throws. */
  decode: (text: string): ActionOf<A> | null => {
    if (!text.startsWith(prefix)) return null;
    const [name = '', ...values] = text.slice(prefix.length).split(':');
    const fields = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (fields === undefined) return null;
    const names = Object.keys(fields);
    if (names.length !== values.length) return null;
    const parsed = z
      .strictObject(fields)
      .safeParse(Object.fromEntries(names.map((field, i) => [field, values[i]])));
    return parsed.success ? ({ do: name, ...parsed.data } as ActionOf<A>) : null;
  },
});
