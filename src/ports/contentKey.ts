import { createHash } from 'node:crypto';
import type { Paper } from '../core/domain/paper.ts';

const LENGTH = 22;

/** What stands for the text of a paper, title and abstract: what its reviewers judged. */
export const contentKey = ({ title, abstract }: Pick<Paper, 'title' | 'abstract'>): string =>
  createHash('sha256')
    .update(JSON.stringify([title, abstract]))
    .digest('base64url')
    .slice(0, LENGTH);
