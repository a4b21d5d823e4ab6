import type { Answer } from '../../core/domain/answer.ts';
import { LIMITS } from './limits.ts';
import type { Manner } from './manner.ts';

type Counted = Pick<Answer, 'kind' | 'sections' | 'sources'>;

/** How much of an answer is shown, from all to what has to survive. */
export type Density = {
  /** Studies told of in each section, and how long each may be. */
  findings: number;
  findingLength: number;
  /** Whether the numbers behind a caveat are links; the sources always are. */
  linksInNotes: boolean;
  sources: 'lines' | 'names' | 'numbers';
  suggestions: number;
  headline: number;
  noteLength: number;
  /** For the description, and for the fields of each kind. */
  description: number;
  details: number;
  safety: number;
  caveats: number;
  sourcesRoom: number;
  /** For a server's own note. */
  serverNote: number;
  /** Whether the fields have to make do with what room there is. */
  isStrict: boolean;
};

const ROOMY = {
  linksInNotes: true,
  sources: 'lines',
  suggestions: 4,
  headline: 1500,
  noteLength: 900,
  description: LIMITS.description,
  details: 3000,
  // What is too much here is tried anew in a leaner form, and cut only where there is none.
  safety: LIMITS.embeds,
  caveats: LIMITS.embeds,
  sourcesRoom: LIMITS.embeds,
  serverNote: LIMITS.fieldValue,
  isStrict: false,
} as const;

/** More sources than these are a list too long for a phone. */
const MOST_LINES = 8;

/** An answer that asks back is what it suggests. */
const MOST_CHOICES = 10;

/** One section may speak at length; of many, each has a line or two. */
const first = ({ kind, sections, sources }: Counted): Density => {
  const roomy: Omit<Density, 'findings' | 'findingLength'> = {
    ...ROOMY,
    sources: sources.length > MOST_LINES ? 'names' : ROOMY.sources,
    suggestions: kind === 'clarify' ? MOST_CHOICES : ROOMY.suggestions,
  };
  if (sections.length <= 1) return { ...roomy, findings: 6, findingLength: 420 };
  if (sections.length <= 3) return { ...roomy, findings: 2, findingLength: 260 };
  return { ...roomy, findings: 1, findingLength: 170, linksInNotes: false };
};

/** A short answer tells no findings; but the harms that studies found are no detail. */
const firstIn = (answer: Counted, length: Manner['length']): Density => {
  const full = first(answer);
  if (length === 'full') return full;
  const findings = answer.kind === 'safety' ? full.findings : 0;
  const suggestions = answer.kind === 'clarify' ? full.suggestions : 0;
  return { ...full, findings, suggestions, sources: 'names' };
};

type Step = (density: Density) => Partial<Density>;

/** What gives way, in this order: what comes first is missed least. */
const FIRST_STEPS: readonly Step[] = [
  () => ({ linksInNotes: false }),
  ({ findings }) => ({ findings: Math.min(findings, 4) }),
  ({ findingLength }) => ({ findingLength: Math.min(findingLength, 260) }),
  () => ({ sources: 'names' }),
  ({ suggestions }) => ({ suggestions: Math.min(suggestions, 2) }),
  ({ findingLength }) => ({ findingLength: Math.min(findingLength, 130) }),
  () => ({ suggestions: 0 }),
  ({ findings }) => ({ findings: Math.min(findings, 2) }),
  ({ findings }) => ({ findings: Math.min(findings, 1) }),
];

const NO_FINDINGS: Step = () => ({ findings: 0 });
const NO_NAMES: Step = () => ({ sources: 'numbers' });

/** The densities to try for an answer, the fullest first; the last ones are for where it is sent. */
const densitiesFor = (
  answer: Counted,
  length: Manner['length'],
  last: readonly Partial<Density>[],
): Density[] => {
  // An answer on one condition is its findings; one on many has them behind its menu.
  const middle = answer.sections.length <= 1 ? [NO_NAMES, NO_FINDINGS] : [NO_FINDINGS, NO_NAMES];
  const steps = [...FIRST_STEPS, ...middle, ...last.map((parts) => () => parts)];
  const densities = [firstIn(answer, length)];
  for (const step of steps) {
    const before = densities.at(-1) as Density;
    densities.push({ ...before, ...step(before) });
  }
  return densities;
};

/**
 * What an answer becomes at the fullest density at which it fits; at the leanest where it fits at
 * none. Each density says less than the one before, so half of them can be ruled out at a time.
 */
export const fullest = <Made>(
  answer: Counted,
  length: Manner['length'],
  last: readonly Partial<Density>[],
  make: (density: Density) => Made,
  fits: (made: Made) => boolean,
): Made => {
  const densities = densitiesFor(answer, length, last);
  let low = 0;
  let high = densities.length - 1;
  let best: Made | null = null;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const made = make(densities[middle] as Density);
    if (fits(made)) {
      best = made;
      high = middle;
    } else low = middle + 1;
  }
  return best ?? make(densities[high] as Density);
};
