import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export type Handler = (url: URL, request: IncomingMessage, response: ServerResponse) => void;

/** A service on this machine, gone after the test. */
export const serve = async (handler: Handler) => {
  const asked: URL[] = [];
  const agents: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://service');
    asked.push(url);
    agents.push(request.headers['user-agent'] ?? '');
    handler(url, request, response);
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, agents, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
};

/** A result as Europe PMC's search gives it. */
export const epmcResult = (fields: object) => ({
  source: 'MED',
  authorString: 'Roe A.',
  pubYear: '2001',
  journalInfo: { yearOfPublication: 2001, journal: { title: 'Journal of invented trials' } },
  ...fields,
});

export const epmcAnswer = (...results: object[]): string =>
  JSON.stringify({
    version: '6.9',
    hitCount: results.length,
    nextCursorMark: '*',
    request: {
      queryString: 'x',
      resultType: 'core',
      cursorMark: '*',
      pageSize: 25,
      sort: '',
      synonym: false,
    },
    resultList: { result: results },
  });

export const efetchAnswer = (...articles: { pmid: number; doi?: string }[]): string =>
  `<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n<PubmedArticleSet>${articles
    .map(
      ({ pmid, doi }) =>
        `<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM"><PMID Version="1">${pmid}</PMID><Article PubModel="Print"><ArticleTitle>From PubMed ${pmid}.</ArticleTitle></Article></MedlineCitation><PubmedData><ArticleIdList>${doi === undefined ? '' : `<ArticleId IdType="doi">${doi}</ArticleId>`}</ArticleIdList></PubmedData></PubmedArticle>`,
    )
    .join('')}</PubmedArticleSet>`;
