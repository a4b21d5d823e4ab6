import type { EvidenceRow } from '../../core/plot/plotData.ts';
import { MARGIN, WIDTH } from './frame.ts';

export type Span = [number, number];
export type Columns = {
  names: Span;
  direction: Span;
  /** Null where no study is mixed. */
  mixed: Span | null;
  /** Null where no study tells how many got better. */
  share: Span | null;
  /** The right end of the numbers. */
  people: number;
};

export const RIGHT = WIDTH - MARGIN;
const WIDTHS = { names: 172, namesBesideShares: 132, people: 40, share: 72, mixed: 50 } as const;
/** For the labels at the ends of the axis of shares. */
const SHARE_GAP = 16;

/** The columns from right to left; the directions have what is left. */
export const columnsOf = (rows: readonly EvidenceRow[]): Columns => {
  const hasShares = rows.some(({ share }) => share !== null);
  const names: Span = [MARGIN, MARGIN + (hasShares ? WIDTHS.namesBesideShares : WIDTHS.names)];
  let right = RIGHT - WIDTHS.people;
  const take = (width: number, gap: number): Span => {
    const span: Span = [right - gap - width, right - gap];
    right -= width + 2 * gap;
    return span;
  };
  const share = hasShares ? take(WIDTHS.share, SHARE_GAP) : null;
  const mixed = rows.some(({ direction }) => direction === 'mixed') ? take(WIDTHS.mixed, 2) : null;
  return { names, direction: [names[1] + 8, right - 2], mixed, share, people: RIGHT };
};

export const centreOf = ([from, to]: Span): number => (from + to) / 2;
