import type { Upload } from '../messages/attachments.ts';

/** A request as a route sees it. */
export type BotRequest = {
  param: (name: string) => string;
  query: (name: string) => string | undefined;
  body: unknown;
  uploads: readonly Upload[];
};

/** Undefined is answered with 204. */
export type Handler = (request: BotRequest) => unknown;

export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  /** Interaction callbacks and webhooks carry their right in the path. */
  isOpen?: boolean;
  /** For what is created. */
  status?: 200 | 201;
  handle: Handler;
};
