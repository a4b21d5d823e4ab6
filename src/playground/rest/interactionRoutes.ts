import { discordError } from '../discordError.ts';
import { isTokenAlive } from '../interactions/exchange.ts';
import { respond } from '../interactions/respond.ts';
import type { Stand } from '../stand.ts';
import type { Route } from './route.ts';

/** The first response to an interaction. */
export const interactionRoutes = (stand: Stand): Route[] => [
  {
    method: 'POST',
    path: '/interactions/:interaction/:token/callback',
    isOpen: true,
    handle: ({ param, query, body, uploads }) => {
      const exchange = stand.exchanges.get(param('token'));
      if (exchange?.id !== param('interaction') || !isTokenAlive(stand, exchange)) {
        throw discordError('unknownInteraction');
      }
      const response = respond(stand, exchange, body, uploads);
      return query('with_response') === 'true' ? response : undefined;
    },
  },
];
