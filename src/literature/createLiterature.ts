import type { Paper } from '../core/domain/paper.ts';
import type { PaperId } from '../core/domain/paperId.ts';
import type { Clock } from '../ports/clock.ts';
import { type Literature, LiteratureError } from '../ports/literature.ts';
import type { ReadPapers } from '../ports/paperSource.ts';
import { createRequest, type Manners } from './createRequest.ts';
import { createDiskCache } from './diskCache.ts';
import { createEuropePmc, EUROPE_PMC } from './europePmc.ts';
import { createEutils, EUTILS } from './eutils.ts';

export type LiteratureDeps = {
  readPapers: ReadPapers;
  /** Folder of what was looked up. */
  cacheDir: string;
  /** An address at which the services reach who runs this; without it PubMed is not asked. */
  email: string | null;
  /** A key of NCBI, which allows more requests. */
  apiKey: string | null;
  version: string;
  now?: Clock;
  /** Where the services are, and how they are asked: another's only in tests. */
  services?: { europePmc: string; eutils: string };
  manners?: Partial<Pick<Manners, 'timeoutMs' | 'backOffMs' | 'mostBytes' | 'perSecond'>>;
};

const TOOL = 'caveat';

const MANNERS = { timeoutMs: 15_000, backOffMs: 500, mostBytes: 16 * 1024 ** 2 };

/** NCBI's usage guidelines: three requests a second, ten with a key. */
const NCBI_PER_SECOND = { plain: 3, withKey: 10 };
/** Europe PMC publishes no figure: we ask no more than this. */
const EUROPE_PMC_PER_SECOND = 5;

const isMeant = (paper: Paper, { kind, value }: PaperId): boolean => paper[kind] === value;

/** The paper of each id, and the ids without one. */
const sortOut = (ids: readonly PaperId[], papers: readonly Paper[]) => {
  const found = new Map<PaperId, Paper>();
  for (const id of ids) {
    const paper = papers.find((one) => isMeant(one, id));
    if (paper) found.set(id, paper);
  }
  return { found, missing: ids.filter((id) => !found.has(id)) };
};

/** What is known of papers beyond the library. Nothing but the two services is ever asked. */
export const createLiterature = ({
  readPapers,
  cacheDir,
  email,
  apiKey,
  version,
  now = Date.now,
  services = { europePmc: EUROPE_PMC, eutils: EUTILS },
  manners = {},
}: LiteratureDeps): Literature => {
  const userAgent = `Caveat/${version}${email === null ? '' : ` (mailto:${email})`}`;
  const requestOf = (name: string, perSecond: number) =>
    createRequest({ ...MANNERS, perSecond, ...manners, name, userAgent });
  const europePmc = createEuropePmc({
    base: services.europePmc,
    request: requestOf('Europe PMC', EUROPE_PMC_PER_SECOND),
    readPapers,
    email,
  });
  const pubmed =
    email === null
      ? null
      : createEutils({
          base: services.eutils,
          request: requestOf(
            'PubMed',
            apiKey === null ? NCBI_PER_SECOND.plain : NCBI_PER_SECOND.withKey,
          ),
          readPapers,
          caller: { tool: TOOL, email, apiKey },
        });
  const cache = createDiskCache(cacheDir, now);

  /** One service after the other. With a fault, "there is none" would be more than is known. */
  const ask = async (ids: readonly PaperId[]) => {
    let left = ids;
    const found = new Map<PaperId, Paper>();
    let fault: LiteratureError | null = null;
    for (const service of pubmed === null ? [europePmc] : [europePmc, pubmed]) {
      if (left.length === 0) break;
      try {
        const sorted = sortOut(left, await service.byIds(left));
        for (const [id, paper] of sorted.found) found.set(id, paper);
        left = sorted.missing;
      } catch (error) {
        if (!(error instanceof LiteratureError)) throw error;
        fault ??= error;
      }
    }
    if (fault !== null && found.size === 0) throw fault;
    return { found, missing: left };
  };

  return {
    lookUp: async (ids) => {
      const kept = await Promise.all(ids.map((id) => cache.get(id)));
      const asked = ids.filter((_, i) => kept[i] === null);
      const { found, missing } =
        asked.length === 0 ? { found: new Map<PaperId, Paper>(), missing: [] } : await ask(asked);
      for (const [id, paper] of found) await cache.set(id, paper);
      const papers = ids.flatMap((id, i) => kept[i] ?? found.get(id) ?? []);
      return { papers, missing: [...missing] };
    },
    search: (words, limit) => europePmc.byWords(words, limit),
  };
};
