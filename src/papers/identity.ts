import { createHash } from 'node:crypto';
import { type Paper, paperIdOf } from '../core/domain/paper.ts';

/** No id is longer: a text that is, is none. */
const LONGEST_ID = 2_000;

const hashOf = ({ title, year }: Paper): string =>
  createHash('sha256')
    .update(
      `${title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()} ${year ?? ''}`,
    )
    .digest('hex')
    .slice(0, 16);

/** What a paper is known by within its scope: each of its numbers; without any, its title and year. */
export const keysOf = (paper: Paper): string[] => {
  const keys = (['pmcid', 'pmid', 'doi'] as const).flatMap((name) =>
    // PostgreSQL takes no zero in a text.
    paper[name] === null ? [] : [`${name}:${paper[name].replaceAll('\u0000', '')}`],
  );
  return keys.length > 0 ? keys : [`title:${hashOf(paper)}`];
};

/** What results call it by. */
export const nameOf = (paper: Paper): string =>
  paperIdOf(paper)?.replaceAll('\u0000', '') ?? `title:${hashOf(paper)}`;

/** The keys that a person may mean by an id, the likeliest first. */
export const keysMeant = (id: string): string[] => {
  const bare = id
    .slice(0, LONGEST_ID)
    .replaceAll('\u0000', '')
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(dx\.)?doi\.org\//, '');
  const digits = /^(?:(pmcid|pmc|pmid):?\s*)?([1-9]\d{0,8})$/.exec(bare);
  if (digits === null)
    return [bare.startsWith('title:') ? bare : `doi:${bare.replace(/^doi:\s*/, '')}`];
  const [, kind, number] = digits;
  if (kind === 'pmid') return [`pmid:${number}`];
  return kind === undefined ? [`pmcid:${number}`, `pmid:${number}`] : [`pmcid:${number}`];
};

/** What two sources know of one paper: where the newer one is silent, the older one still speaks. */
export const mergePapers = (old: Paper, now: Paper): Paper => {
  const silent = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);
  const said = Object.fromEntries(Object.entries(now).filter(([, value]) => !silent(value)));
  return { ...old, ...said, retracted: old.retracted || now.retracted };
};
