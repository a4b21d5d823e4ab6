/** A copy of plain data without its nulls: Discord takes null for "not there" and sends neither. */
export const withoutNulls = <T>(value: T): T => {
  if (Array.isArray(value)) return value.map(withoutNulls) as T;
  if (typeof value !== 'object' || value === null) return value;
  const present = Object.entries(value).filter(
    ([, inner]) => inner !== null && inner !== undefined,
  );
  return Object.fromEntries(present.map(([key, inner]) => [key, withoutNulls(inner)])) as T;
};
