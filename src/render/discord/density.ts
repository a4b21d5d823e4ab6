import type { Answer } from '../../core/domain/answer.ts';
import { LIMITS } from './limits.ts';

type Counted = Pick<Answer, 'sections' | 'sources'>;

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
};

const ROOMY = {
  linksInNotes: true,
  sources: 'lines',
  suggestions: 4,
  headline: 1500,
  noteLength: 900,
  description: LIMITS.description,
  details: 3000,
  safety: 3000,
  caveats: 3000,
  sourcesRoom: 3000,
} as const;

/** More sources than these are a list too long for a phone. */
const MOST_LINES = 8;

/** One section may speak at length; of many, each has a line or two. */
const first = ({ sections, sources }: Counted): Density => {
  const roomy: Omit<Density, 'findings' | 'findingLength'> =
    sources.length > MOST_LINES ? { ...ROOMY, sources: 'names' } : ROOMY;
  if (sections.length <= 1) return { ...roomy, findings: 6, findingLength: 420 };
  if (sections.length <= 3) return { ...roomy, findings: 2, findingLength: 260 };
  return { ...roomy, findings: 1, findingLength: 170, linksInNotes: false };
};

/** What gives way, in this order: what comes first is missed least. */
const STEPS: readonly ((density: Density) => Partial<Density>)[] = [
  () => ({ linksInNotes: false }),
  ({ findings }) => ({ findings: Math.min(findings, 4) }),
  ({ findingLength }) => ({ findingLength: Math.min(findingLength, 260) }),
  () => ({ sources: 'names' }),
  () => ({ suggestions: 2 }),
  ({ findingLength }) => ({ findingLength: Math.min(findingLength, 130) }),
  () => ({ suggestions: 0 }),
  ({ findings }) => ({ findings: Math.min(findings, 2) }),
  ({ findings }) => ({ findings: Math.min(findings, 1) }),
  () => ({ findings: 0 }),
  () => ({ sources: 'numbers' }),
  () => ({ headline: 900, noteLength: 400 }),
  () => ({ description: 2600, details: 1000 }),
  // Together with author, title, names and footer below 6000, whatever the answer holds.
  () => ({
    headline: 600,
    noteLength: 240,
    description: 1800,
    details: 300,
    safety: 750,
    caveats: 1000,
    sourcesRoom: 1250,
  }),
];

/** The densities to try for an answer, the fullest first. */
export const densitiesFor = (
  answer: Counted,
  further: readonly Partial<Density>[] = [],
): Density[] => {
  const densities = [first(answer)];
  for (const step of [...STEPS, ...further.map((parts) => () => parts)]) {
    const last = densities.at(-1) as Density;
    densities.push({ ...last, ...step(last) });
  }
  return densities;
};
