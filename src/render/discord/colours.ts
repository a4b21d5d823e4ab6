import type { Answer } from '../../core/domain/answer.ts';
import type { Verdict } from '../../core/domain/evidence.ts';

/**
 * The bar beside an answer, from the palette of Okabe and Ito, which colour-blind people can tell
 * apart: greens and blue for benefit by how sure it is, orange for mixed, grey for no effect and
 * for nothing known, red for harm, purple for doubt. The verdict stands in words too.
 */
const VERDICT_COLOURS: Readonly<Record<Verdict, number>> = {
  helps: 0x009e73,
  'probably-helps': 0x33b18f,
  'may-help': 0x56b4e9,
  mixed: 0xe69f00,
  'no-clear-effect': 0x7f7f7f,
  harmful: 0xd55e00,
  'very-uncertain': 0xcc79a7,
  'no-evidence': 0x5c6370,
};

/** Dangers and harms. */
const SAFETY_COLOUR = 0xd55e00;
/** Pages that rate nothing: help, lists. */
export const PLAIN_COLOUR = 0x0072b2;

export const colourOf = ({ kind, verdict }: Answer): number => {
  if (kind === 'safety') return SAFETY_COLOUR;
  return kind === 'help' ? PLAIN_COLOUR : VERDICT_COLOURS[verdict];
};

export const verdictColour = (verdict: Verdict): number => VERDICT_COLOURS[verdict];

/** A study is no verdict: red where it was retracted, orange where it is known second-hand. */
export const colourOfStatus = ({
  status,
  retraction,
}: {
  status: string;
  retraction: string | null;
}): number => {
  if (retraction !== null) return VERDICT_COLOURS.harmful;
  return status === 'secondary' ? VERDICT_COLOURS.mixed : PLAIN_COLOUR;
};
