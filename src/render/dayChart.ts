/** How much there was on each day, oldest first. */
export type Day = { day: string; count: number };

const BAR = '█';
const WIDTH = 20;
/** More days than these are one column each, not one line. */
const MOST_LINES = 10;
const COLUMNS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
const NOTHING = '·';

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** "Mon 11-23" */
const dayName = (day: string): string =>
  `${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '???'} ${day.slice(5)}`;

const lineOf = ({ day, count }: Day, most: number, digits: number): string => {
  const bar = count === 0 ? '' : BAR.repeat(Math.max(1, Math.round((WIDTH * count) / most)));
  return `${dayName(day)}  ${String(count).padStart(digits)}  ${bar}`.trimEnd();
};

const columnOf = ({ count }: Day, most: number): string =>
  count === 0 ? NOTHING : (COLUMNS[Math.ceil((COLUMNS.length * count) / most) - 1] as string);

/**
 * A chart in characters of one width, which needs no colour: a line with its number for each of a
 * few days, a column for each of many. Empty without days.
 */
export const dayChart = (days: readonly Day[]): string => {
  const most = Math.max(0, ...days.map(({ count }) => count));
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return '';
  if (days.length <= MOST_LINES)
    return days.map((day) => lineOf(day, most, String(most).length)).join('\n');
  const columns = days.map((day) => columnOf(day, most)).join('');
  const range = `${first.day.slice(5)} to ${last.day.slice(5)}, at most ${most} a day`;
  return `${columns}\n${range}`;
};
