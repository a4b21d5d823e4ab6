import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readBlinding, readControl, readSpecies } from '../src/core/extraction/paper/conduct.ts';
import { readDesign } from '../src/core/extraction/paper/design.ts';
import { readEnrolled } from '../src/core/extraction/paper/enrolled.ts';
import { readAbstract } from '../src/core/extraction/text/readAbstract.ts';
import type { Bench } from '../training/readBench.ts';

/** What a person read in an abstract; several designs or controls where more than one is fair. */
const Checked = z.strictObject({
  pmcid: z.string(),
  half: z.enum(['dev', 'heldOut']),
  design: z.array(z.string().nullable()),
  enrolled: z.number().nullable(),
  blinding: z.string(),
  control: z.array(z.string()),
  species: z.string().nullable(),
});
type Checked = z.infer<typeof Checked>;

const FACTS = ['design', 'enrolled', 'blinding', 'control', 'species'] as const;

/** Which facts of an abstract the rules read as the person did. */
const compare = (truth: Checked, { articles }: Bench): Record<(typeof FACTS)[number], boolean> => {
  const article = articles.get(truth.pmcid);
  const { sentences } = readAbstract(article ?? { title: null, abstract: null });
  const design = readDesign({ publicationTypes: [] }, sentences)?.value ?? null;
  return {
    design: truth.design.includes(design),
    enrolled: truth.enrolled === (readEnrolled(sentences)?.value ?? null),
    blinding: truth.blinding === (readBlinding(sentences, design)?.value ?? 'unclear'),
    control: truth.control.includes(readControl(sentences, design)?.value ?? 'unclear'),
    species: truth.species === (readSpecies(sentences, design)?.value ?? null),
  };
};

/** How many abstracts of each half are read as by hand, fact by fact. */
export const checkAbstracts = (
  bench: Bench,
  file: string,
): { columns: readonly string[]; rows: string[][] } => {
  const all = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => Checked.parse(JSON.parse(line)))
    .map((truth) => ({ half: truth.half, right: compare(truth, bench) }));
  const halves = [
    ['the half that rules were written on', all.filter(({ half }) => half === 'dev')],
    ['the half kept apart', all.filter(({ half }) => half === 'heldOut')],
    ['both', all],
  ] as const;
  return {
    columns: FACTS,
    rows: halves.map(([name, some]) => [
      `${name} (${some.length})`,
      ...FACTS.map(
        (fact) =>
          `${((100 * some.filter(({ right }) => right[fact]).length) / some.length).toFixed(0)} %`,
      ),
    ]),
  };
};
