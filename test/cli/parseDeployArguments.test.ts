import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/parseArguments.ts';
import { parseDeployArguments } from '../../src/cli/parseDeployArguments.ts';

describe('the command line of a deployment', () => {
  it('is everywhere and for real, unless told otherwise', () => {
    expect(parseDeployArguments([])).toEqual({ isHelp: false, isDryRun: false, guildId: null });
    expect(parseDeployArguments(['--guild', '123456789012345678', '--dry-run'])).toEqual({
      isHelp: false,
      isDryRun: true,
      guildId: '123456789012345678',
    });
    expect(parseDeployArguments(['-h']).isHelp).toBe(true);
  });

  it.each([
    { argv: ['--dry'], says: /Use --dry-run/ },
    { argv: ['now'], says: /Use --dry-run/ },
    { argv: ['--guild'], says: /Use --dry-run/ },
    { argv: ['--guild', 'my server'], says: /id of a server/ },
    { argv: ['--guild', '../../users/1'], says: /id of a server/ },
  ])('refuses $argv in a sentence', ({ argv, says }) => {
    expect(() => parseDeployArguments(argv)).toThrow(UsageError);
    expect(() => parseDeployArguments(argv)).toThrow(says);
  });
});
