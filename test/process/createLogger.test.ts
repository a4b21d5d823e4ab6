import { describe, expect, it } from 'vitest';
import { faultOf } from '../../src/ports/faultOf.ts';
import { createLogger } from '../../src/process/createLogger.ts';

const logged = (level: string, log: (logger: ReturnType<typeof createLogger>) => void): string => {
  const lines: string[] = [];
  log(createLogger(level, { write: (line) => void lines.push(line) }));
  return lines.join('');
};

describe('a log line', () => {
  it('is JSON with a level in words, a time and the fields', () => {
    const line = JSON.parse(logged('info', (logger) => logger.info({ ms: 3 }, 'answered')));
    expect(line).toMatchObject({ level: 'info', ms: 3, msg: 'answered' });
    expect(Date.parse(line.time)).toBeGreaterThan(0);
  });

  it('holds no token and no text of a person, however deep they stand', () => {
    const text = logged('debug', (logger) =>
      logger.error(
        {
          token: 'SECRET',
          content: 'SECRET',
          request: { question: 'SECRET', headers: { authorization: 'SECRET' } },
          message: { text: 'SECRET', username: 'SECRET' },
        },
        'failed',
      ),
    );
    expect(text).toContain('failed');
    expect(text).not.toContain('SECRET');
  });

  it('is left out below its level', () => {
    expect(logged('warn', (logger) => logger.info({}, 'chatter'))).toBe('');
    expect(logged('silent', (logger) => logger.error({}, 'fault'))).toBe('');
  });
});

describe('a fault as a log holds it', () => {
  it('tells name, words, code and where, and nothing else of the error', () => {
    const error = Object.assign(new TypeError('it broke'), {
      code: 50_035,
      status: 400,
      requestBody: { json: { content: 'SECRET' } },
      url: 'https://example.org/webhooks/1/SECRET',
    });
    const fault = faultOf(error);
    expect(fault).toMatchObject({
      name: 'TypeError',
      message: 'it broke',
      code: 50_035,
      status: 400,
    });
    expect(fault.frames).toEqual(expect.arrayContaining([expect.stringContaining('createLogger')]));
    expect(JSON.stringify(fault)).not.toContain('SECRET');
  });

  it('is told of what is no error too', () => {
    expect(faultOf('text of a person')).toEqual({ name: 'string' });
    expect(faultOf(undefined)).toEqual({ name: 'undefined' });
  });
});
