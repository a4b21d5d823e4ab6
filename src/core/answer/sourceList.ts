import type { AnswerSource } from '../domain/answer.ts';
import type { Intervention, SafetyFact } from '../domain/concept.ts';
import type { Guideline } from '../domain/guideline.ts';
import { participantsOf, type Study } from '../domain/study.ts';
import { citationOf } from './words.ts';

/** Where a person can open a study or a guideline: PubMed, else the DOI, else the page its facts were read on. */
export const urlOf = ({ ids, sources }: Study | Guideline): string => {
  if (ids.pmid !== null) return `https://pubmed.ncbi.nlm.nih.gov/${ids.pmid}/`;
  if (ids.doi !== null) return `https://doi.org/${ids.doi}`;
  return (sources[0] as { url: string }).url;
};

export type SourceList = {
  /** The number of a study in the list, which it joins when it is cited for the first time. */
  cite: (study: Study) => number;
  /** Likewise for a guideline. */
  citeGuideline: (guideline: Guideline) => number;
  /** Likewise for the page a safety fact was read on. */
  citeFact: (intervention: Intervention, fact: SafetyFact) => number;
  sources: () => AnswerSource[];
};

/** The numbered list of sources of one answer, in the order in which they are cited. */
export const createSourceList = (): SourceList => {
  const sources: AnswerSource[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (key: string, source: () => Omit<AnswerSource, 'n'>): number => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const n = sources.length + 1;
    numbers.set(key, n);
    sources.push({ n, ...source() });
    return n;
  };
  return {
    cite: (study) =>
      numberOf(study.id, () => ({
        studyId: study.id,
        citation: citationOf(study),
        title: study.title,
        pmid: study.ids.pmid,
        doi: study.ids.doi,
        url: urlOf(study),
        design: study.design,
        participants: participantsOf(study),
        status: study.status,
      })),
    citeGuideline: (guideline) =>
      numberOf(guideline.id, () => ({
        studyId: guideline.id,
        citation: citationOf(guideline),
        title: guideline.title,
        pmid: guideline.ids.pmid,
        doi: guideline.ids.doi,
        url: urlOf(guideline),
        design: 'guideline',
        participants: null,
        status: guideline.status,
      })),
    citeFact: (intervention, { source }) =>
      numberOf(source.url, () => ({
        studyId: `label:${intervention.id}`,
        citation: `${source.title} (read ${source.read})`,
        title: source.title,
        pmid: null,
        doi: null,
        url: source.url,
        design: 'label',
        participants: null,
        status: 'verified',
      })),
    sources: () => sources,
  };
};
