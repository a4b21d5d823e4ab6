/** Values by tag, in their order. */
export type Tagged = ReadonlyMap<string, readonly string[]>;

/**
 * The values of a record by their tags. A line without a tag goes on with the one before.
 * @param tagged matches a line with a tag: the tag and its value
 */
export const readTagged = (text: string, tagged: RegExp): Tagged => {
  const values = new Map<string, string[]>();
  let last: string[] | null = null;
  for (const line of text.split('\n')) {
    const found = tagged.exec(line);
    if (found) {
      const [, tag = '', value = ''] = found;
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
