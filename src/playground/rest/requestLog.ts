/** A REST request as it came in; `route` names its parameters, `status` is null until answered. */
export type RequestEntry = {
  readonly method: string;
  readonly path: string;
  /** The pattern that took it; null where the stand-in has no such route. */
  readonly route: string | null;
  body: unknown;
  status: number | null;
};

export type RequestLog = { entries: RequestEntry[]; add: (entry: RequestEntry) => RequestEntry };

const KEPT_REQUESTS = 10_000;

/** Keeps the last requests, oldest first. */
export const createRequestLog = (): RequestLog => {
  const entries: RequestEntry[] = [];
  return {
    entries,
    add: (entry) => {
      entries.push(entry);
      // In lumps, so that a full log does not cost a shift of everything a request.
      if (entries.length > KEPT_REQUESTS * 1.5) entries.splice(0, entries.length - KEPT_REQUESTS);
      return entry;
    },
  };
};
