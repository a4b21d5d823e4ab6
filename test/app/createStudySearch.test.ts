import { describe, expect, it } from 'vitest';
import { readQuestions } from '../../bench/search/curated.ts';
import { createStudySearch } from '../../src/app/createStudySearch.ts';
import { createStudyIndex } from '../../src/library/createStudyIndex.ts';
import { loadLanguage } from '../../src/library/loadLanguage.ts';
import { loadLibrary } from '../../src/library/loadLibrary.ts';
import { PROJECT } from '../e2e/runCli.ts';

const library = loadLibrary(`${PROJECT}data`);
const language = loadLanguage(`${PROJECT}data`);
const search = createStudySearch({ library, language, index: createStudyIndex(library.studies) });
const find = (text: string, limit = 5) => search(text, limit).hits;

describe('the search of study records', () => {
  it('puts those first that are on all that was named', () => {
    for (const { study } of find('botox hemifacial spasm', 5)) {
      expect(study.population.condition).toBe('hemifacial-spasm');
      expect(study.interventions.map(({ id }) => id)).toContain('botulinum-toxin');
    }
  });

  it('mends what is misspelt, and tells', () => {
    const { hits, corrections } = search('gabapentine hemifacal spasm', 3);
    expect(hits[0]?.study.interventions.map(({ id }) => id)).toContain('gabapentin');
    expect(corrections.length).toBeGreaterThan(0);
  });

  it('finds a study by its author and year, before all others', () => {
    expect(find('Bandini 1999')[0]?.id).toBe('bandini-1999-gabapentin-hemifacial-spasm');
  });

  it('puts the designs that were asked for first', () => {
    const [first] = find('systematic reviews of botulinum toxin for hemifacial spasm');
    expect(['systematic-review', 'meta-analysis']).toContain(first?.study.design);
  });

  it('never finds a draft, and gives no more than asked for', () => {
    const all = find('hemifacial spasm carbamazepine', 1_000);
    expect(all.some(({ study }) => study.status === 'draft')).toBe(false);
    expect(all.map(({ id }) => id)).not.toContain('antiepileptics-hemifacial-2019');
    expect(find('spasticity', 3)).toHaveLength(3);
  });

  it.each(['', '\u0000', '" OR *', '🦴', 'x'.repeat(100_000)])('takes %.20j for words', (text) => {
    expect(find(text).length).toBeLessThanOrEqual(5);
  });
});

describe('the questions that it is measured by', () => {
  it('are a hundred at least, each once, about what the library has', () => {
    const questions = readQuestions();
    expect(new Set(questions.map(({ question }) => question)).size).toBe(questions.length);
    expect(questions.length).toBeGreaterThanOrEqual(100);
    const ids = new Set(
      [
        ...library.conditions,
        ...library.interventions,
        ...library.outcomes,
        ...library.studies,
      ].map(({ id }) => id),
    );
    const named = questions.flatMap(({ about }) => [
      ...(about.interventions ?? []),
      ...(about.conditions ?? []),
      ...(about.outcomes ?? []),
      ...(about.studies ?? []),
    ]);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });
});
