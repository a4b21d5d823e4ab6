import { createHash } from 'node:crypto';

const LENGTH = 8;

/** What stands for a value where there is room for eight characters; null and unset are one. */
export const fingerprint = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(value ?? null))
    .digest('base64url')
    .slice(0, LENGTH);
