import { faultOf } from '../ports/faultOf.ts';
import { OperatorError } from '../ports/operatorError.ts';

const BAD_USE = 2;
const FAULT = 1;

const UNREACHED = ['ENOTFOUND', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EAI_AGAIN'];

const wordsOf = (error: unknown): string => {
  if (error instanceof OperatorError) return error.message;
  const { code, cause, port } = (error ?? {}) as {
    code?: string;
    cause?: { code?: string };
    port?: number;
  };
  if (code === 'EADDRINUSE')
    return `Port ${port} is in use. Stop what uses it, or set PLAYGROUND_PORT or HEALTH_PORT to another.`;
  const reason = code ?? cause?.code ?? '';
  if (UNREACHED.includes(reason))
    return `Discord cannot be reached (${reason}). Check the network, and DISCORD_API if it is set.`;
  return JSON.stringify(faultOf(error));
};

/**
 * Ends the process over a fault that nothing caught: a sentence on stderr, exit code 2 where
 * whoever started it can mend it, else 1. Errors of requests hold texts and tokens, so no error is
 * ever printed whole.
 */
export const endWith = (error: unknown): never => {
  process.stderr.write(`${wordsOf(error)}\n`);
  process.exit(error instanceof OperatorError ? BAD_USE : FAULT);
};
