import type { APIEmbedField } from 'discord-api-types/v10';
import { LIMITS } from './limits.ts';

/** What stands in the place of parts that have no room: how many, and where they are. */
export type TellMore = (left: number) => string;

/**
 * As many blocks from the first on as fit a room in UTF-16 units, in the given order; then the
 * honest number of those that do not.
 * @param left how many were left out before.
 */
export const packBlocks = (
  blocks: readonly string[],
  room: number,
  tellMore: TellMore,
  { gap = '\n', left = 0 } = {},
): string => {
  for (let kept = blocks.length; kept >= 0; kept -= 1) {
    const missing = blocks.length - kept + left;
    const shown = blocks.slice(0, kept);
    const packed = (missing > 0 ? [...shown, tellMore(missing)] : shown).join(gap);
    if (packed.length <= room) return packed;
  }
  return '';
};

/**
 * Lines as one field, or as several where one is too small. A line longer than a field is for the
 * caller to prevent.
 * @param room for the values of all of them together.
 */
export const fieldsOf = (
  name: string,
  lines: readonly string[],
  room: number,
  tellMore: TellMore,
  gap = '\n',
): APIEmbedField[] => {
  const most = Math.min(room, 10 * LIMITS.fieldValue);
  const values: string[] = [];
  let used = 0;
  for (const [i, line] of lines.entries()) {
    const last = values.at(-1);
    const more = tellMore(lines.length - i);
    const isLastLine = i === lines.length - 1;
    // Behind every line but the last there must be room for the number of those left out.
    const reserve = isLastLine ? 0 : gap.length + more.length;
    if (used + line.length + gap.length + reserve > most) {
      values.push(more);
      break;
    }
    if (last !== undefined && last.length + gap.length + line.length <= LIMITS.fieldValue)
      values[values.length - 1] = last + gap + line;
    else values.push(line);
    used += line.length + gap.length;
  }
  return values.map((value, i) => ({ name: i === 0 ? name : `${name} (continued)`, value }));
};
