/** A line that begins with a tag: "TI  - The title". */
const TAGGED = /^([A-Z][A-Z0-9]{1,3}) {0,3}- ?(.*)$/;

/** Values by tag, in their order. */
export type Tagged = ReadonlyMap<string, readonly string[]>;

/**
 * The values of a record by their tags. A line without a tag goes on with the one before.
 * @param isTag whether a tag is one of the format: a text may have a line like "AIDS - a review"
 */
export const readTagged = (text: string, isTag: (tag: string) => boolean): Tagged => {
  const values = new Map<string, string[]>();
  let last: string[] | null = null;
  for (const line of text.split('\n')) {
    const found = TAGGED.exec(line);
    const [, tag = '', value = ''] = found ?? [];
    if (found && isTag(tag)) {
      last = values.get(tag) ?? [];
      values.set(tag, last);
      last.push(value.trim());
    } else if (last !== null) last.push(`${last.pop() ?? ''} ${line.trim()}`.trim());
  }
  return values;
};

export const firstOf = (values: Tagged, ...tags: readonly string[]): string | null => {
  for (const tag of tags) {
    const value = values.get(tag)?.find((one) => one !== '');
    if (value !== undefined) return value;
  }
  return null;
};

export const allOf = (values: Tagged, ...tags: readonly string[]): string[] =>
  tags.flatMap((tag) => [...(values.get(tag) ?? [])]);
