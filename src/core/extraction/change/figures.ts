import type { Role } from './roles.ts';
import type { View } from './view.ts';

/** Two values of the groups in figures: the intervention's and the comparator's. */
export type Figures = { treated: number; control: number; by: 'named' | 'order' };

type Item = { kind: 'N' | 'I' | 'C' | 'vs'; value: number; place: number };

const UNIT_OF_TIME = /^(?:year|week|month|day|hour|h|min|minut|wk|mo|yr)$/;
const BEFORE_NO_VALUE =
  /^(?:after|at|by|within|from|until|age|aged|over|for|n|±|type|grad|phase|stage|group|day|week|month|year|hour|df|f|t)$/;

/** Values and groups in their order, without deviations, counts of people, days and doses. */
const itemsOf = (
  { words, roles, depth }: View,
  from: number,
  to: number,
  inBrackets: boolean,
): Item[] => {
  const items: Item[] = [];
  for (let place = from; place <= to; place += 1) {
    const word = words[place];
    if (!word) continue;
    const role = roles[place];
    const last = items.at(-1);
    if (/^(?:vs|versus|v)$/.test(word.folded)) items.push({ kind: 'vs', value: 0, place });
    else if (role && !(last?.kind === role)) items.push({ kind: role, value: 0, place });
    else if (word.number !== null) {
      const before = words[place - 1]?.folded ?? '';
      const behind = words[place + 1]?.stem ?? '';
      const isNoValue =
        before === '±' ||
        before === '/' ||
        (behind === '/' && words[place + 2]?.number === null) ||
        (before === '=' && /^(?:n|f|t|d|r|df|χ)$/.test(words[place - 2]?.folded ?? '')) ||
        (before === '-' && words[place - 2]?.number !== null && words[place - 2] !== undefined) ||
        (before === '-' && words[place - 2]?.folded === '/') ||
        /^(?:mg|ml|mcg|iu|kg)$/.test(behind) ||
        (BEFORE_NO_VALUE.test(before) &&
          (UNIT_OF_TIME.test(behind) || before === 'n' || before === 'type' || before === 'group'));
      if (isNoValue) continue;
      if (!inBrackets && (depth[place] ?? 0) > 0) continue;
      const isMinus = before === '-' && words[place - 2]?.number === null;
      items.push({ kind: 'N', value: isMinus ? -word.number : word.number, place });
    }
  }
  return items;
};

/** Which group is named first: before the figures, or behind them where both are ("respectively"). */
const firstRole = ({ roles }: View, upTo: number): Role => {
  const before = roles.slice(0, upTo).find((role) => role !== null);
  if (before) return before;
  return roles.includes('I') && roles.includes('C')
    ? (roles.find((role) => role !== null) ?? null)
    : null;
};

const search = (view: View, items: readonly Item[]): Figures | null => {
  const kinds = items.map(({ kind }) => kind);
  for (let i = 0; i + 2 < items.length; i += 1) {
    const [a, b, c, d] = [items[i], items[i + 1], items[i + 2], items[i + 3]] as const;
    if (!a || !b || !c) continue;
    // "25 % of I and 9 % of C"; "I 25 %, C 9 %"
    const named = (x: Item, n: Item, m: Item): Figures =>
      x.kind === 'I'
        ? { treated: n.value, control: m.value, by: 'named' }
        : { treated: m.value, control: n.value, by: 'named' };
    if (
      d &&
      a.kind === 'N' &&
      c.kind === 'N' &&
      ((b.kind === 'I' && d.kind === 'C') || (b.kind === 'C' && d.kind === 'I'))
    )
      return named(b, a, c);
    if (
      d &&
      b.kind === 'N' &&
      d.kind === 'N' &&
      ((a.kind === 'I' && c.kind === 'C') || (a.kind === 'C' && c.kind === 'I'))
    )
      return named(a, b, d);
    if (a.kind === 'N' && b.kind === 'vs' && c.kind === 'N' && c.place - a.place < 14) {
      const swapped = firstRole(view, a.place) === 'C';
      return {
        treated: swapped ? c.value : a.value,
        control: swapped ? a.value : c.value,
        by: 'order',
      };
    }
  }
  // "12 and 15, respectively"
  const pair = kinds.findIndex(
    (kind, i) =>
      kind === 'N' && kinds[i + 1] === 'N' && between(view, items[i] as Item, items[i + 1] as Item),
  );
  if (pair === -1) return null;
  const [first, second] = [items[pair] as Item, items[pair + 1] as Item];
  const swapped = firstRole(view, first.place) === 'C';
  return {
    treated: swapped ? second.value : first.value,
    control: swapped ? first.value : second.value,
    by: 'order',
  };
};

const between = ({ words }: View, a: Item, b: Item): boolean =>
  b.place - a.place < 10 &&
  words.slice(a.place + 1, b.place).some(({ folded }) => /^(?:and|than|with|to)$/.test(folded));

/** The two groups' values of an outcome, the first pair told behind its name, or in its clause. */
export const readFigures = (view: View): Figures | null => {
  const { outcome, clause } = view;
  const starts = outcome ? [outcome.to + 1, clause.from] : [clause.from];
  for (const from of starts)
    for (const inBrackets of [true, false]) {
      const found = search(view, itemsOf(view, from, clause.to, inBrackets));
      if (found) return found;
    }
  return null;
};
