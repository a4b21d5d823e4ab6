import pino, { type DestinationStream } from 'pino';
import type { Logger } from '../ports/logger.ts';

/** Fields that must never be read in a log, wherever they turn up. */
const SECRET = ['token', 'authorization', 'content', 'question', 'text', 'username', 'password'];

/**
 * A structured logger: JSON lines, without tokens and without what people wrote.
 * @param destination where the lines go; stdout unless told otherwise
 */
export const createLogger = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: SECRET.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
        censor: '[not logged]',
      },
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
