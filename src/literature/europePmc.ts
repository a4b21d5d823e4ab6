import { z } from 'zod';
import type { Paper } from '../core/domain/paper.ts';
import type { PaperId } from '../core/domain/paperId.ts';
import type { ReadPapers } from '../ports/paperSource.ts';
import type { Request } from './createRequest.ts';
import { notUnderstood, readAnswer } from './readAnswer.ts';

export const EUROPE_PMC = 'https://www.ebi.ac.uk/europepmc/webservices/rest/';
const NAME = 'Europe PMC';

/** Ids in one query: an address stays shorter than servers take. */
const MOST_IDS = 40;
const MOST_RESULTS = 100;

const Answer = z.object({ resultList: z.object({ result: z.array(z.unknown()) }) });

type Deps = { base: string; request: Request; readPapers: ReadPapers; email: string | null };

const termOf = ({ kind, value }: PaperId): string => {
  if (kind === 'pmid') return `(EXT_ID:${value} AND SRC:MED)`;
  return kind === 'pmcid' ? `PMCID:PMC${value}` : `DOI:"${value.replaceAll('"', '')}"`;
};

/** Words alone: what the service would take for its own query language is left out. */
const wordsOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\s.'-]+/gu, ' ')
    .replace(/\b(?:AND|OR|NOT)\b/g, (word) => word.toLowerCase())
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 300);

export const createEuropePmc = ({ base, request, readPapers, email }: Deps) => {
  const search = async (query: string, limit: number): Promise<Paper[]> => {
    const url = new URL('search', base);
    url.search = String(
      new URLSearchParams({
        query,
        format: 'json',
        resultType: 'core',
        pageSize: String(limit),
        ...(email === null ? {} : { email }),
      }),
    );
    const { status, body } = await request(url);
    if (status !== 200) throw notUnderstood(NAME);
    try {
      const { resultList } = Answer.parse(JSON.parse(body.toString('utf8')));
      if (resultList.result.length === 0) return [];
    } catch {
      throw notUnderstood(NAME);
    }
    return readAnswer(body, readPapers);
  };
  return {
    byIds: async (ids: readonly PaperId[]): Promise<Paper[]> => {
      const papers: Paper[] = [];
      for (let at = 0; at < ids.length; at += MOST_IDS) {
        const some = ids.slice(at, at + MOST_IDS);
        // One id may stand for several records: a preprint beside its article.
        papers.push(...(await search(some.map(termOf).join(' OR '), MOST_RESULTS)));
      }
      return papers;
    },
    byWords: async (text: string, limit: number): Promise<Paper[]> => {
      const words = wordsOf(text);
      if (words === '') return [];
      const found = await search(words, Math.min(Math.max(limit, 1), MOST_RESULTS));
      return found.slice(0, limit);
    },
  };
};
