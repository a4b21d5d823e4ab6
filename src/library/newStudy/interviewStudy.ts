import { z } from 'zod';
import { Dose, Id } from '../../core/domain/concept.ts';
import type { Library } from '../../core/domain/library.ts';
import type { Paper } from '../../core/domain/paper.ts';
import { Finding, REVIEWS, Study } from '../../core/domain/study.ts';
import { figurePaths } from '../studyFaults.ts';
import { askSources } from './askSources.ts';
import { askFor } from './fields.ts';
import { askField, askMany, type Interview } from './interview.ts';
import {
  daysIn,
  namesBetweenCommas,
  numberOrNull,
  orNull,
  readConcept,
  readDose,
  readResponders,
} from './readAnswers.ts';
import { suggestId } from './suggestId.ts';

type Deps = {
  interview: Interview;
  library: Library;
  /** What is known of a paper with a PMID; null where nothing is, or nobody answers. */
  lookUp: (pmid: string) => Promise<Paper | null>;
  /** The day of reading, as 2026-11-22. */
  today: string;
};

const text = (answer: string): string => answer;
const OptionalText = z.string();

const askConcept = (
  { interview, library }: Deps,
  kind: 'condition' | 'intervention' | 'outcome',
  label: string,
): Promise<string> =>
  askField(interview, {
    label,
    hint: `a name or id of data/${kind}s/`,
    read: readConcept(library[`${kind}s`], kind),
    schema: Id,
  });

/** The same, or an empty text where there are no more. */
const askNextConcept = (deps: Deps, kind: 'intervention' | 'outcome', label: string) =>
  askField(deps.interview, {
    label,
    hint: `a name or id of data/${kind}s/; empty: no more`,
    read: (answer) => (answer === '' ? '' : readConcept(deps.library[`${kind}s`], kind)(answer)),
    schema: OptionalText,
  });

const askPaper = async (deps: Deps) => {
  const { interview, lookUp, library } = deps;
  const pmid = await askFor(interview, 'pmid');
  const twin = pmid === null ? undefined : library.studies.find(({ ids }) => ids.pmid === pmid);
  if (twin)
    interview.tell(
      `  data/studies/${twin.id}.yaml has this PMID: mend that record instead of adding one.\n`,
    );
  const paper = pmid === null ? null : await lookUp(pmid);
  if (pmid !== null)
    interview.tell(
      paper
        ? '  Found. Enter takes what stands in brackets.\n'
        : '  Nothing could be looked up: type what the page says.\n',
    );
  return {
    title: await askFor(interview, 'title', paper?.title),
    authors: await askField(interview, {
      label: 'Authors',
      hint: 'such as Bandini F, Mazzella L; empty: unknown',
      read: namesBetweenCommas,
      schema: Study.shape.authors,
      suggestion: paper && paper.authors.length > 0 ? paper.authors.join(', ') : undefined,
    }),
    year: await askFor(interview, 'year', paper?.year?.toString()),
    journal: await askFor(interview, 'journal', paper?.journal ?? undefined),
    ids: { pmid, doi: await askFor(interview, 'doi', paper?.doi ?? undefined) },
  };
};

const askIntervention = async ({ interview }: Deps, id: string) => {
  const dose = await askField(interview, {
    label: 'Dose',
    hint: 'such as 900 to 1800 mg/day; empty: not stated',
    read: readDose,
    schema: Dose.nullable(),
  });
  const duration = await askField(interview, {
    label: 'Duration',
    hint: 'in words, such as 8 weeks; empty: not stated',
    read: orNull,
    schema: z.string().nullable(),
  });
  const days = daysIn(duration);
  const exposure_days = await askField(interview, {
    label: 'Days of treatment',
    hint: 'in one arm; empty: not stated',
    read: numberOrNull,
    schema: Study.shape.interventions.element.shape.exposure_days,
    suggestion: days === null ? undefined : String(days),
  });
  return { id, dose, duration, exposure_days };
};

const askFinding = async ({ interview }: Deps, outcome: string, design: Study['design']) => {
  const measure = await askFor(interview, 'measure');
  const versus = await askFor(interview, 'versus');
  const direction = await askFor(interview, 'direction');
  const responders = REVIEWS.includes(design)
    ? null
    : await askField(interview, {
        label: 'Responders',
        hint: 'such as 20 of 24; empty: not stated',
        read: readResponders,
        schema: Finding.shape.responders,
      });
  const p = await askFor(interview, 'p');
  const ci = await askFor(interview, 'ci');
  const effect = await askFor(interview, 'effect');
  const summary = await askFor(interview, 'summary');
  const statistic = p === null && ci === null && effect === null ? null : { p, ci, effect };
  return { outcome, measure, versus, direction, responders, statistic, summary };
};

/** Texts, one an answer, until an empty one. */
const askTexts = ({ interview }: Deps, label: string, hint: string): Promise<string[]> =>
  askMany(
    () =>
      askField(interview, {
        label,
        hint: `${hint}; empty: no more`,
        read: text,
        schema: OptionalText,
      }),
    async (first) => first,
  );

/**
 * Asks for a study record, field by field; each answer is checked by the schema as it is given.
 * @throws InterviewEnded, or OperatorError, before anything is written.
 */
export const interviewStudy = async (deps: Deps): Promise<Study> => {
  const { interview, library } = deps;
  const paper = await askPaper(deps);
  const design = await askFor(interview, 'design');
  const blinding = await askFor(interview, 'blinding');
  const control = await askFor(interview, 'control');
  const condition = await askConcept(deps, 'condition', 'Condition');
  const species = await askFor(interview, 'species');
  const description = await askFor(interview, 'description');
  const enrolled = await askFor(interview, 'enrolled');
  const analysed = await askFor(interview, 'analysed');
  const first = await askConcept(deps, 'intervention', 'Intervention');
  const interventions = [
    await askIntervention(deps, first),
    ...(await askMany(
      () => askNextConcept(deps, 'intervention', 'Another intervention'),
      (id) => askIntervention(deps, id),
    )),
  ];
  const comparator = await askFor(interview, 'comparator');
  const findings = await askMany(
    () => askNextConcept(deps, 'outcome', 'Outcome found'),
    (outcome) => askFinding(deps, outcome, design),
  );
  const harms = await askFor(interview, 'harms');
  const limitations = await askTexts(
    deps,
    'Limitation',
    'what lowers trust in it, or was not stated',
  );
  const draft = {
    ...paper,
    design,
    blinding,
    control,
    population: { species, condition, description, enrolled, analysed },
    interventions,
    comparator: comparator === null ? null : { description: comparator },
    findings,
    adverse_events: harms === null ? null : { summary: harms, serious: null, withdrawals: null },
    risk_of_bias: null,
    funding: null,
    limitations,
    retraction: null,
  };
  const parsed = Study.omit({ id: true, sources: true, status: true }).parse(draft);
  const figures = figurePaths({ ...parsed, id: 'x', sources: [], status: 'draft' });
  const told = [
    'title',
    'design',
    'population',
    ...figures.filter((path) => !path.startsWith('population')),
  ];
  const sources = await askSources(deps, told, paper.ids.pmid);
  const taken = new Set(library.studies.map(({ id }) => id));
  const id = await askField(interview, {
    label: 'Id',
    hint: 'the name of its file',
    read: text,
    schema: Id.refine((wanted) => !taken.has(wanted), 'a record has this id; choose another'),
    suggestion: suggestId(paper.authors, paper.year, [
      ...interventions.map((given) => given.id).slice(0, 1),
      condition,
    ]),
  });
  const status = await askFor(interview, 'status');
  return Study.parse({ id, ...draft, sources, status });
};
