import { DiscordAPIError, REST, Routes } from 'discord.js';
import { type GatewayRefusal, refusalOf } from './gatewayRefusal.ts';

/** Discord's REST API for a program that needs no gateway, and the application the token is of. */
export type Connection = { rest: REST; applicationId: string };

/**
 * @param apiUrl address of the API, null for Discord's own
 * @throws GatewayRefusal where the token is not accepted.
 */
export const connectRest = async (token: string, apiUrl: string | null): Promise<Connection> => {
  const rest = new REST(apiUrl === null ? {} : { api: apiUrl }).setToken(token);
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
    return { rest, applicationId: id };
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401)
      throw refusalOf({ code: 'TokenInvalid' }) as GatewayRefusal;
    throw error;
  }
};
