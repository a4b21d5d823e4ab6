import { listOf, wasOrWere } from '../answer/words.ts';

/**
 * The texts of questions that Caveat itself asks: of its suggestions, completions and commands. Each
 * is read again by the parser, and has to mean what it was made of.
 */

/** "gabapentin for hemifacial spasm" */
export const efficacyText = (treatment: string, condition: string): string =>
  `${treatment} for ${condition}`;

/** "what helps hemifacial spasm" */
export const treatmentsText = (condition: string): string => `what helps ${condition}`;

/** "what is gabapentin studied for" */
export const usesText = (treatments: readonly string[]): string =>
  `what ${wasOrWere(treatments) === 'were' ? 'are' : 'is'} ${listOf(treatments)} studied for`;

/** "baclofen or tizanidine for spasticity"; without a condition: "baclofen or tizanidine". */
export const compareText = (treatments: readonly string[], condition: string | null): string =>
  `${listOf(treatments, 'or')}${condition === null ? '' : ` for ${condition}`}`;

/** "what dose of gabapentin was studied for hemifacial spasm" */
export const doseText = (treatment: string, condition: string): string =>
  `what dose of ${treatment} was studied for ${condition}`;

/** "side effects of baclofen and tizanidine" */
export const harmsText = (treatments: readonly string[]): string =>
  `side effects of ${listOf(treatments)}`;
