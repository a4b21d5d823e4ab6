/** How far a piece of work is: in records, and in bytes of what it reads. */
export type Progress = { records: number; bytes: number; totalBytes: number | null };

export type Terminal = {
  /** Whether a line can be written over. */
  isTerminal: boolean;
  columns: number;
  complain: (text: string) => void;
  now: () => number;
};

const BAR_COLUMNS = 24;
/** On a terminal it moves so often; elsewhere a line is written so often. */
const EVERY_MS = { terminal: 200, lines: 10_000 };

const timeOf = (seconds: number): string => {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
};

/** "45 %, 12000 records, 9800 a second, 2 min left" */
export const wordProgress = (
  { records, bytes, totalBytes }: Progress,
  elapsedMs: number,
): string => {
  const seconds = Math.max(elapsedMs, 1) / 1000;
  const share = totalBytes === null || totalBytes === 0 ? null : Math.min(1, bytes / totalBytes);
  const left = share === null || share === 0 ? null : (seconds * (1 - share)) / share;
  return [
    ...(share === null ? [] : [`${Math.floor(share * 100)} %`]),
    `${records} ${records === 1 ? 'record' : 'records'}`,
    `${Math.round(records / seconds)} a second`,
    ...(left === null || share === 1 ? [] : [`${timeOf(left)} left`]),
  ].join(', ');
};

const barOf = ({ bytes, totalBytes }: Progress): string => {
  if (!totalBytes) return '';
  const full = Math.round(Math.min(1, bytes / totalBytes) * BAR_COLUMNS);
  return `[${'#'.repeat(full)}${'.'.repeat(BAR_COLUMNS - full)}] `;
};

/**
 * Shows progress: a bar that moves on a terminal, a line now and then elsewhere. `say` writes a
 * line of its own meanwhile.
 */
export const createProgress = ({ isTerminal, columns, complain, now }: Terminal) => {
  const started = now();
  let shownAt = started;
  let isBarShown = false;
  const hide = (): void => {
    if (isBarShown) complain('\r\u001B[2K');
    isBarShown = false;
  };
  return {
    show: (progress: Progress): void => {
      const at = now();
      if (at - shownAt < (isTerminal ? EVERY_MS.terminal : EVERY_MS.lines)) return;
      shownAt = at;
      const words = wordProgress(progress, at - started);
      if (isTerminal) {
        hide();
        complain(`${barOf(progress)}${words}`.slice(0, columns - 1));
        isBarShown = true;
      } else complain(`${words}\n`);
    },
    say: (line: string): void => {
      hide();
      complain(`${line}\n`);
    },
    end: hide,
  };
};
