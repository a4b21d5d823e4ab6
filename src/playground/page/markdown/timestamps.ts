type Style = 't' | 'T' | 'd' | 'D' | 'f' | 'F' | 'R';

const FORMATS: Readonly<Record<Exclude<Style, 'R'>, Intl.DateTimeFormatOptions>> = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
};

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });

const describeAgo = (seconds: number): string => {
  const [unit, size] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ['second', 1];
  return relative.format(Math.round(seconds / size), unit);
};

const isStyle = (style: string): style is Exclude<Style, 'R'> => style in FORMATS;

/** A moment in one of Discord's styles: `<t:1700000000:R>`. */
export const formatMoment = (at: Date, style: string, now: Date): string => {
  if (style === 'R') return describeAgo((at.getTime() - now.getTime()) / 1000);
  return at.toLocaleString('en-GB', FORMATS[isStyle(style) ? style : 'f']);
};

const dayOf = (at: Date): string => at.toDateString();

/** When a message was written, as Discord puts it beside the author. */
export const formatWritten = (at: Date, now: Date): string => {
  const time = formatMoment(at, 't', now);
  if (dayOf(at) === dayOf(now)) return `Today at ${time}`;
  if (dayOf(at) === dayOf(new Date(now.getTime() - 86_400_000))) return `Yesterday at ${time}`;
  return `${at.toLocaleDateString('en-GB')} ${time}`;
};
