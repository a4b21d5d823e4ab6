import { z } from 'zod';
import { Design, Direction, Finding, Study } from '../../core/domain/study.ts';
import { askField, type FieldQuestion, type Interview } from './interview.ts';
import { numberOrNull, orNull } from './readAnswers.ts';

const population = Study.shape.population.shape;
const as = (answer: string): string => answer;

const choice = <T extends string>(
  label: string,
  schema: z.ZodType<T>,
  options: readonly string[],
  suggestion?: T,
): FieldQuestion<T> => ({ label, hint: options.join(', '), read: as, schema, suggestion });

/** Each field that is asked for by itself, checked by the part of the record's own schema. */
export const FIELD = {
  title: {
    label: 'Title',
    hint: 'as printed; empty: unknown',
    read: orNull,
    schema: Study.shape.title,
  },
  year: {
    label: 'Year',
    hint: 'such as 2017; empty: unknown',
    read: numberOrNull,
    schema: Study.shape.year,
  },
  journal: {
    label: 'Journal',
    hint: 'as printed; empty: unknown',
    read: orNull,
    schema: Study.shape.journal,
  },
  pmid: {
    label: 'PMID',
    hint: 'the number at PubMed; empty: none',
    read: orNull,
    schema: Study.shape.ids.shape.pmid,
  },
  doi: {
    label: 'DOI',
    hint: 'such as 10.1038/sj.sc.3100481; empty: unknown',
    read: (answer: string) =>
      orNull(answer.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi: ?)/i, '')),
    schema: Study.shape.ids.shape.doi,
  },
  design: choice('Design', Design, Design.options),
  blinding: choice('Blinding', Study.shape.blinding, Study.shape.blinding.options, 'unclear'),
  control: choice('Control', Study.shape.control, Study.shape.control.options, 'unclear'),
  species: choice('Species', population.species, population.species.options, 'human'),
  description: {
    label: 'Who was studied',
    hint: 'such as Adults with hemifacial spasm',
    read: as,
    schema: population.description,
  },
  enrolled: {
    label: 'Enrolled',
    hint: 'how many; empty: not stated',
    read: numberOrNull,
    schema: population.enrolled,
  },
  analysed: {
    label: 'Analysed',
    hint: 'how many; empty: not stated',
    read: numberOrNull,
    schema: population.analysed,
  },
  comparator: {
    label: 'Compared with',
    hint: 'such as placebo; empty: nothing',
    read: orNull,
    schema: z.string().nullable(),
  },
  measure: {
    label: 'Measured',
    hint: 'what, with the scale',
    read: as,
    schema: Finding.shape.measure,
  },
  versus: choice('Against', Finding.shape.versus, Finding.shape.versus.options),
  direction: choice('Direction', Direction, Direction.options),
  p: {
    label: 'p value',
    hint: 'as printed, such as <0.001; empty: not stated',
    read: orNull,
    schema: z.string().nullable(),
  },
  ci: {
    label: 'Interval',
    hint: 'as printed, such as 95% CI 0.2 to 1.4; empty: not stated',
    read: orNull,
    schema: z.string().nullable(),
  },
  effect: {
    label: 'Effect',
    hint: 'such as mean difference 0.8; empty: not stated',
    read: orNull,
    schema: z.string().nullable(),
  },
  summary: {
    label: 'Summary',
    hint: 'one sentence of your own, numbers as reported',
    read: as,
    schema: Finding.shape.summary,
  },
  harms: {
    label: 'Adverse events',
    hint: 'in a few words; empty: not stated',
    read: orNull,
    schema: z.string().nullable(),
  },
  status: choice('Status', Study.shape.status, Study.shape.status.options, 'draft'),
} satisfies Record<string, FieldQuestion<never> | FieldQuestion<unknown>>;

type Fields = typeof FIELD;
type Answered<K extends keyof Fields> = z.output<Fields[K]['schema']>;

/** Asks for one of the fields; `suggestion` stands for an empty answer. */
export const askFor = <K extends keyof Fields>(
  interview: Interview,
  name: K,
  suggestion?: string,
): Promise<Answered<K>> => {
  const field = FIELD[name] as unknown as FieldQuestion<Answered<K>>;
  return askField(interview, suggestion === undefined ? field : { ...field, suggestion });
};
