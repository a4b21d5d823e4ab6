import { GatewayCloseCodes } from 'discord-api-types/v10';
import { OperatorError } from '../ports/operatorError.ts';

/** Discord will not have the bot, and trying again does not help: why, and what to do. */
export class GatewayRefusal extends OperatorError {
  override name = 'GatewayRefusal';
}

const WRONG_TOKEN =
  'Discord does not accept the token. Copy it anew from the Developer Portal (your application, page Bot, button Reset Token) into DISCORD_TOKEN.';

const NO_MESSAGE_CONTENT =
  'Discord refuses the Message Content intent. Allow it in the Developer Portal (your application, page Bot, Privileged Gateway Intents, Message Content Intent), or set MESSAGE_CONTENT=off: then mentions, direct messages and commands are answered, but no other messages.';

const WORDS: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: WRONG_TOKEN,
  [GatewayCloseCodes.DisallowedIntents]: NO_MESSAGE_CONTENT,
  [GatewayCloseCodes.ShardingRequired]:
    'The bot is in more servers than one connection may serve. This version runs one connection.',
};

/** A close code, or an error of the client's login, in plain words; null where it is neither. */
export const refusalOf = (cause: unknown): GatewayRefusal | null => {
  if (typeof cause === 'number') {
    const words = WORDS[cause];
    return words === undefined ? null : new GatewayRefusal(words);
  }
  const { code, message } = cause as { code?: unknown; message?: unknown };
  if (code === 'TokenInvalid') return new GatewayRefusal(WRONG_TOKEN);
  if (message === 'Used disallowed intents') return new GatewayRefusal(NO_MESSAGE_CONTENT);
  return null;
};
