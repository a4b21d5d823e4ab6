const DAY_MS = 24 * 60 * 60 * 1000;

/** The day of a time, as an ISO date in UTC. */
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** So many days up to the day of a time, oldest first. */
export const daysUntil = (time: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => dayOf(time - (count - 1 - i) * DAY_MS));
