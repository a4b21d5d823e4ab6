import { LIMITS } from './limits.ts';

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

/** One section may speak at length; of many, each has a line or two. */
const first = (sections: number): Density => {
  if (sections <= 1) return { ...ROOMY, findings: 6, findingLength: 420 };
  if (sections <= 3) return { ...ROOMY, findings: 2, findingLength: 260 };
  return { ...ROOMY, findings: 1, findingLength: 170, linksInNotes: false, sources: 'names' };
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

/** The densities to try for an answer of so many sections, the fullest first. */
export const densitiesFor = (sections: number): Density[] => {
  const densities = [first(sections)];
  for (const step of STEPS) {
    const last = densities.at(-1) as Density;
    densities.push({ ...last, ...step(last) });
  }
  return densities;
};
