import type { Answer, Note } from '../../core/domain/answer.ts';

/**
 * One section of an answer as an answer of its own: its caveats are those that rest on its studies,
 * its sources those that it cites. Safety stays whole: it is of the question.
 */
export const sectionAnswer = (answer: Answer, index: number): Answer | null => {
  const section = answer.sections[index];
  if (!section) return null;
  const cited = new Set([
    ...section.findings.map(({ citation }) => citation),
    ...section.published.map(({ citation }) => citation),
  ]);
  const narrowed = ({ citations, ...note }: Note): Note => ({
    ...note,
    citations: citations.filter((n) => cited.has(n)),
  });
  const isOfSection = (note: Note): boolean =>
    note.citations.length === 0 || note.citations.some((n) => cited.has(n));
  const named = new Set(answer.safety.flatMap(({ citations }) => citations));
  return {
    ...answer,
    kind: answer.kind === 'safety' ? 'safety' : 'evidence',
    headline: section.statement,
    verdict: section.verdict,
    certainty: section.certainty,
    sections: [section],
    caveats: answer.caveats.filter(isOfSection).map(narrowed),
    sources: answer.sources.filter(({ n }) => cited.has(n) || named.has(n)),
    suggestions: [],
    notes: [],
    extracted: [],
  };
};
