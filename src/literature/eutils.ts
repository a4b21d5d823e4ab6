import { z } from 'zod';
import type { Paper } from '../core/domain/paper.ts';
import type { PaperId } from '../core/domain/paperId.ts';
import type { ReadPapers } from '../ports/paperSource.ts';
import type { Request } from './createRequest.ts';
import { notUnderstood, readAnswer } from './readAnswer.ts';

export const EUTILS = 'https://eutils.ncbi.nlm.nih.gov/entrez/eutils/';
const NAME = 'PubMed';

/** What NCBI asks of programs: their name and who runs them, and a key for more than three requests a second. */
export type Caller = { tool: string; email: string; apiKey: string | null };

/** NCBI wants longer lists sent in another way. */
const MOST_IDS = 200;

const Found = z.object({ esearchresult: z.object({ idlist: z.array(z.string()) }) });

type Deps = { base: string; request: Request; readPapers: ReadPapers; caller: Caller };

export const createEutils = ({ base, request, readPapers, caller }: Deps) => {
  const urlOf = (program: string, parameters: Readonly<Record<string, string>>): URL => {
    const url = new URL(`${program}.fcgi`, base);
    const { tool, email, apiKey } = caller;
    const own = { tool, email, ...(apiKey === null ? {} : { api_key: apiKey }) };
    url.search = String(new URLSearchParams({ db: 'pubmed', ...parameters, ...own }));
    return url;
  };

  const fetchPapers = async (pmids: readonly string[]): Promise<Paper[]> => {
    const { status, body } = await request(
      urlOf('efetch', { id: pmids.join(','), retmode: 'xml' }),
    );
    // So it answers where none of the numbers is one of its own.
    if (status === 400) return [];
    if (status !== 200 || !body.includes('<PubmedArticleSet')) throw notUnderstood(NAME);
    return readAnswer(body, readPapers);
  };

  const findPmid = async (id: PaperId): Promise<string[]> => {
    if (id.kind === 'pmid') return [id.value];
    const term =
      id.kind === 'doi' ? `"${id.value.replaceAll('"', '')}"[doi]` : `PMC${id.value}[pmcid]`;
    const { status, body } = await request(
      urlOf('esearch', { term, retmode: 'json', retmax: '2' }),
    );
    if (status !== 200) throw notUnderstood(NAME);
    try {
      const { idlist } = Found.parse(JSON.parse(body.toString('utf8'))).esearchresult;
      // Words that it does not know it leaves out, and finds whatever fits the others.
      return idlist.length === 1 ? idlist.filter((pmid) => /^\d{1,9}$/.test(pmid)) : [];
    } catch {
      throw notUnderstood(NAME);
    }
  };

  return {
    byIds: async (ids: readonly PaperId[]): Promise<Paper[]> => {
      const pmids: string[] = [];
      for (const id of ids) pmids.push(...(await findPmid(id)));
      const papers: Paper[] = [];
      for (let at = 0; at < pmids.length; at += MOST_IDS)
        papers.push(...(await fetchPapers(pmids.slice(at, at + MOST_IDS))));
      return papers;
    },
  };
};
