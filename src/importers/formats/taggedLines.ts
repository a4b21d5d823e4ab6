/** Values by tag, in their order. */
export type Tagged = ReadonlyMap<string, readonly string[]>;

const joined = (lines: readonly string[]): string => lines.join(' ').trim();

/**
 * The values of a record by their tags. A line without a tag goes on with the one before.
 * @param tagged matches a line with a tag: the tag and its value
 */
export const readTagged = (text: string, tagged: RegExp): Tagged => {
  const values = new Map<string, string[][]>();
  let last: string[] | null = null;
  for (const line of text.split('\n')) {
    const found = tagged.exec(line);
    if (found) {
      const [, tag = '', value = ''] = found;
      last = [value];
      const same = values.get(tag);
      if (same) same.push(last);
      else values.set(tag, [last]);
    } else last?.push(line.trim());
  }
  return new Map([...values].map(([tag, parts]) => [tag, parts.map(joined)]));
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
