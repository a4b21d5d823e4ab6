import type { EvidenceGroup, EvidenceRow } from '../../core/plot/plotData.ts';
import { directionCounts } from '../../core/plot/plotWords.ts';
import { fitText, wrapText } from '../textWidth.ts';
import type { Theme } from '../theme.ts';
import { type Columns, RIGHT } from './evidenceColumns.ts';
import { MARGIN, nameWithin, SIZE, WIDTH } from './frame.ts';
import type { BoxItem, TextItem } from './layers.ts';

const ROW = { named: 24, thin: 11 } as const;
const HEADING = 26;
const GROUP_GAP = 8;
const LINE = 16;

/** A study and the height at which its row stands. */
export type Placed = { row: EvidenceRow; y: number };
export type Body = { texts: TextItem[]; boxes: BoxItem[]; rows: Placed[]; bottom: number };

const certaintyWords = ({ certainty }: EvidenceGroup): string =>
  certainty === null ? 'not rated' : `${certainty.replace('-', ' ')} certainty`;

const IN_ANIMALS = 'In animals: not proof for people';

/** Rows with a name each, below the heading of their group. */
export const placeNamed = (
  groups: readonly EvidenceGroup[],
  top: number,
  columns: Columns,
  theme: Theme,
): Body => {
  const body: Body = { texts: [], boxes: [], rows: [], bottom: top };
  const width = columns.names[1] - columns.names[0];
  const add = (row: EvidenceRow): void => {
    const y = body.bottom + ROW.named / 2;
    body.rows.push({ row, y });
    body.texts.push(
      {
        x: columns.names[0],
        y,
        text: nameWithin(row, width),
        size: SIZE.text,
        colour: theme.text,
      },
      {
        x: columns.people,
        y,
        text: row.participants === null ? '?' : String(row.participants),
        size: SIZE.text,
        align: 'right',
        colour: theme.text,
      },
    );
    body.bottom += ROW.named;
  };
  for (const group of groups) {
    const sure = certaintyWords(group);
    body.boxes.push({
      x: MARGIN - 6,
      y: body.bottom,
      width: WIDTH - 2 * MARGIN + 12,
      height: HEADING - 4,
      colour: theme.band,
    });
    const y = body.bottom + (HEADING - 4) / 2;
    body.texts.push(
      {
        x: MARGIN,
        y,
        text: fitText(group.title, 360, { size: SIZE.heading, bold: true }),
        size: SIZE.heading,
        bold: true,
        colour: theme.text,
      },
      { x: RIGHT, y, text: sure, size: SIZE.small, align: 'right', colour: theme.quiet },
    );
    body.bottom += HEADING;
    group.people.forEach(add);
    if (group.animals.length > 0) {
      body.texts.push({
        x: MARGIN,
        y: body.bottom + ROW.named / 2,
        text: IN_ANIMALS,
        size: SIZE.small,
        italic: true,
        colour: theme.quiet,
      });
      body.bottom += ROW.named - 4;
      group.animals.forEach(add);
    }
    body.bottom += GROUP_GAP;
  }
  return body;
};

/** Thin rows without names, beside what their group is and how its studies went. */
export const placeThin = (
  groups: readonly EvidenceGroup[],
  top: number,
  columns: Columns,
  theme: Theme,
): Body => {
  const body: Body = { texts: [], boxes: [], rows: [], bottom: top };
  const width = columns.names[1] - columns.names[0];
  for (const [i, group] of groups.entries()) {
    const start = body.bottom;
    const write = (text: string, most: number, parts: Partial<TextItem> = {}): number => {
      const size = parts.size ?? SIZE.small;
      const lines = wrapText(text, width, { size, bold: parts.bold ?? false }, most);
      for (const [line, told] of lines.entries())
        body.texts.push({
          x: columns.names[0],
          y: written + line * LINE + LINE / 2,
          text: told,
          size,
          colour: theme.quiet,
          ...parts,
        });
      return written + lines.length * LINE;
    };
    let written = start;
    written = write(group.title, 2, { size: SIZE.text, bold: true, colour: theme.text });
    written = write(certaintyWords(group), 1);
    if (group.people.length > 0) written = write(directionCounts(group.people), 4);
    if (group.animals.length > 0)
      written = write(`${group.animals.length} in animals, below the line`, 2, { italic: true });
    let y = start + 3;
    for (const row of group.people) {
      body.rows.push({ row, y: y + ROW.thin / 2 });
      y += ROW.thin;
    }
    if (group.animals.length > 0) {
      body.boxes.push({
        x: columns.direction[0],
        y: y + 2,
        width: columns.direction[1] - columns.direction[0],
        height: 1,
        colour: theme.quiet,
      });
      y += 5;
    }
    for (const row of group.animals) {
      body.rows.push({ row, y: y + ROW.thin / 2 });
      y += ROW.thin;
    }
    body.bottom = Math.max(written, y) + GROUP_GAP;
    if (i < groups.length - 1)
      body.boxes.push({
        x: MARGIN,
        y: body.bottom - GROUP_GAP / 2,
        width: WIDTH - 2 * MARGIN,
        height: 1,
        colour: theme.grid,
      });
  }
  return body;
};
