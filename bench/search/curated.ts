import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createStudySearch } from '../../src/app/createStudySearch.ts';
import { createStudyIndex } from '../../src/library/createStudyIndex.ts';
import { loadLanguage } from '../../src/library/loadLanguage.ts';
import { loadLibrary } from '../../src/library/loadLibrary.ts';
import { quantile } from '../times.ts';
import { createJudge, type Judged } from './judge.ts';
import { rateGraded } from './rate.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));
const FIRST = 10;

export const readQuestions = (): Judged[] =>
  readFileSync(new URL('questions.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Judged);

export type Curated = { id: string; question: string; ndcg: number; answers: number };

/** nDCG@10 of each question on the curated library. */
export const measureCurated = (): { rated: Curated[]; times: number[]; studies: number } => {
  const library = loadLibrary(DATA);
  const usable = library.studies.filter(({ status }) => status !== 'draft');
  const search = createStudySearch({
    library,
    language: loadLanguage(DATA),
    index: createStudyIndex(library.studies),
  });
  const judge = createJudge(library);
  const times: number[] = [];
  const rated = readQuestions().map(({ id, question, about }) => {
    const start = performance.now();
    const { hits } = search(question, FIRST);
    times.push(performance.now() - start);
    const all = usable.map((study) => judge(study, about));
    const found = hits.map(({ study }) => judge(study, about));
    return { id, question, ndcg: rateGraded(found, all), answers: all.filter(Boolean).length };
  });
  return { rated, times: times.sort((a, b) => a - b), studies: usable.length };
};

/** The same in words. */
export const rateCurated = (): string[] => {
  const { rated, times, studies } = measureCurated();
  const mean = rated.reduce((sum, { ndcg }) => sum + ndcg, 0) / rated.length;
  const worst = rated.toSorted((a, b) => a.ndcg - b.ndcg).slice(0, 5);
  return [
    `${rated.length} questions on ${studies} records, graded 0 to 3 by what stands in the records (\`bench/search/judge.ts\`): nDCG@10 ${mean.toFixed(4)}, median ${quantile(times, 0.5).toFixed(2)} ms, p95 ${quantile(times, 0.95).toFixed(2)} ms.`,
    '',
    'The least well answered:',
    ...worst.map(({ question, ndcg }) => `- ${question}: ${ndcg.toFixed(2)}`),
  ];
};
