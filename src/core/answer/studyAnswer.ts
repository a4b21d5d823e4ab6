import type { Answer } from '../domain/answer.ts';
import type { EvidenceBody } from '../domain/evidence.ts';
import type { Question, StudyReference } from '../domain/question.ts';
import type { Study } from '../domain/study.ts';
import { gradeBody } from '../grading/gradeBody.ts';
import { foldText } from '../question/foldText.ts';
import { efficacyText } from '../question/questionTexts.ts';
import { findBodies } from '../retrieval/findBodies.ts';
import { createDraft, finish } from './answerDraft.ts';
import { findCaveats } from './caveats.ts';
import { guidelineAnswer } from './guidelineAnswer.ts';
import { guidelinesNamed } from './guidelines.ts';
import { leastCertainty, sharedVerdict } from './headline.ts';
import { type Knowledge, labelOf } from './knowledge.ts';
import { sectionOf } from './sections.ts';
import { isLookedUp, isSureEnough, leftOutNotes, wholeOf, withheldNotes } from './view.ts';
import { capitalise, countOf, DESIGN_NAMES, listOf, peopleOf, shortName } from './words.ts';

const MOST_STUDIES = 6;

/** Whether a study is called by this author's name: it is the first one. */
const isFirst = ({ authors }: Study, surname: string): boolean =>
  foldText(authors[0] ?? '')
    .replaceAll(' ', '')
    .startsWith(surname);

/** A study is cited by its first author; a co-author names it where no first one does. */
const firstAuthored = (found: Study[], surname: string): Study[] => {
  const first = found.filter((study) => isFirst(study, surname));
  return first.length > 0 ? first : found;
};

/** The studies that a reference names, the most likely first. */
export const findReferenced = (reference: StudyReference, { studies }: Knowledge): Study[] => {
  switch (reference.by) {
    case 'pmid':
      return [studies.byPmid(reference.pmid)].filter((study) => study !== undefined);
    case 'doi':
      return [studies.byDoi(reference.doi)].filter((study) => study !== undefined);
    case 'id':
      return [studies.byId(reference.id)].filter((study) => study !== undefined);
    case 'author-year':
      return firstAuthored(studies.byAuthor(reference.author, reference.year), reference.author);
    case 'title':
      return studies.byTitle(reference.fragment);
  }
};

const describe = (reference: StudyReference): string => {
  switch (reference.by) {
    case 'pmid':
      return `PMID ${reference.pmid}`;
    case 'doi':
      return `DOI ${reference.doi}`;
    case 'id':
      return `the record ${reference.id}`;
    case 'author-year':
      return `${capitalise(reference.author)}${reference.year === null ? '' : ` ${reference.year}`}`;
    case 'title':
      return `“${reference.fragment}”`;
  }
};

/** One study graded alone: what it would amount to if it were all there is. */
const bodiesOf = (study: Study, knowledge: Knowledge): EvidenceBody[] =>
  findBodies([study], [], []).flatMap(({ intervention, condition }) => {
    const known = knowledge.conditions.get(condition);
    return known
      ? [
          gradeBody([study], {
            intervention,
            condition: known,
            outcomes: knowledge.outcomes,
            population: null,
          }),
        ]
      : [];
  });

const headlineOf = (study: Study, knowledge: Knowledge): string => {
  const treatments = listOf([
    ...new Set(study.interventions.map(({ id }) => labelOf(id, knowledge.interventions))),
  ]);
  const condition = labelOf(study.population.condition, knowledge.conditions);
  const hand = study.status === 'secondary' ? ' Known here only second-hand.' : '';
  const retracted = study.retraction === null ? '' : ' It was RETRACTED.';
  return `${shortName(study)}: ${DESIGN_NAMES[study.design].one} of ${treatments} for ${condition}, ${peopleOf(study)}.${hand}${retracted}`;
};

/** The answer to a question about one study, or the few that the reference fits. */
export const studyAnswer = (question: Question, knowledge: Knowledge): Answer => {
  const draft = createDraft(question, knowledge);
  const reference = question.reference as StudyReference;
  const found = findReferenced(reference, knowledge);
  const [first] = found;
  const leftOut = findReferenced(reference, wholeOf(knowledge)).filter(
    (study) => !isLookedUp(study, knowledge.view),
  );
  if (!first && leftOut.length > 0)
    return finish(draft, {
      kind: 'no-evidence',
      headline: `What this library holds of ${describe(reference)} is not shown in this server. That says nothing about the study.`,
      notes: leftOutNotes(leftOut, knowledge.view, 'that this names'),
      withheld: { records: leftOut.length, results: 0 },
    });
  const [guideline] = guidelinesNamed(reference, knowledge);
  if (!first && guideline) return guidelineAnswer(draft, guideline, knowledge);
  if (!first) {
    const ofAuthor =
      reference.by === 'author-year' ? knowledge.studies.byAuthor(reference.author, null) : [];
    return finish(draft, {
      kind: 'no-evidence',
      headline: `No study record here is ${describe(reference)}. That says nothing about the study.`,
      suggestions: ofAuthor.slice(0, 3).map(shortName),
      notes:
        ofAuthor.length > 0 ? [`By the same author here: ${listOf(ofAuthor.map(shortName))}.`] : [],
    });
  }
  const shown = found.slice(0, MOST_STUDIES);
  const rated = shown.flatMap((study) => bodiesOf(study, knowledge));
  const bodies = rated.filter((body) => isSureEnough(body, knowledge.view));
  const withheld = rated.filter((body) => !isSureEnough(body, knowledge.view));
  const context = { intent: question.intent, outcomes: new Set<string>(), knowledge };
  for (const study of shown) draft.sources.cite(study);
  const sections = bodies.map((body) =>
    sectionOf(body, { ...context, sources: draft.sources, withGuidelines: false }),
  );
  const details = shown.flatMap((study) => [
    ...(study.title === null ? [] : [`Title: ${study.title}`]),
    `People: ${study.population.description}.`,
    ...(study.adverse_events?.summary ? [`Harms reported: ${study.adverse_events.summary}.`] : []),
    ...study.limitations.map((limitation) => `Limitation: ${limitation}.`),
    ...study.discrepancies.map((discrepancy) => `Sources disagree: ${discrepancy}`),
  ]);
  return finish(draft, {
    kind: 'study',
    headline:
      shown.length === 1
        ? headlineOf(first, knowledge)
        : `${countOf(found.length, 'study', 'studies')} here fit ${describe(reference)}: ${listOf(shown.map(shortName))}.`,
    verdict: shown.length === 1 ? sharedVerdict(bodies) : 'no-evidence',
    certainty: shown.length === 1 ? leastCertainty(bodies) : null,
    sections,
    caveats: findCaveats(rated, { ...knowledge, population: null, cite: draft.sources.cite }),
    suggestions: [
      ...new Set(
        rated.map(({ intervention, condition }) =>
          efficacyText(
            labelOf(intervention, knowledge.interventions),
            labelOf(condition, knowledge.conditions),
          ),
        ),
      ),
    ].slice(0, 3),
    notes: [
      ...leftOutNotes(leftOut, knowledge.view, 'that this names'),
      ...withheldNotes(withheld, knowledge.view),
      ...(shown.length === 1 ? details : []),
    ],
    withheld: { records: leftOut.length, results: withheld.length },
  });
};
