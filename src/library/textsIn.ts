type Place = { text: string; path: PropertyKey[] };

/** Every text of a record, however deep, with where it stands. */
export const textsIn = (value: unknown, path: PropertyKey[] = []): Place[] => {
  if (typeof value === 'string') return [{ text: value, path }];
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap((item, i) => textsIn(item, [...path, i]))
    : Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]));
};
