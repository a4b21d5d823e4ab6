import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CAPS, createLimits, type Limits } from '../../../src/discord/limits/createLimits.ts';

let limits: Limits;
beforeEach(() => {
  vi.useFakeTimers();
  limits = createLimits();
});
afterEach(() => {
  vi.useRealTimers();
});

const ask = (rest: Partial<Parameters<Limits['ask']>[0]> = {}) =>
  limits.ask({
    userId: 'sam',
    channelId: 'here',
    guildId: 'server',
    cooldowns: { member: 0, channel: 0 },
    isPublic: false,
    ...rest,
  });
const MEMBER = { cooldowns: { member: 30, channel: 0 } };
const CHANNEL = { cooldowns: { member: 0, channel: 30 } };

describe('a cooldown of a member', () => {
  it('holds the next question, tells so once, and ends', async () => {
    expect(await ask(MEMBER)).toBeNull();
    vi.advanceTimersByTime(10_000);
    expect(await ask(MEMBER)).toEqual({ reach: 'member', seconds: 20, isNews: true });
    expect(await ask(MEMBER)).toEqual({ reach: 'member', seconds: 20, isNews: false });
    vi.advanceTimersByTime(20_000);
    expect(await ask(MEMBER)).toBeNull();
    expect(await ask(MEMBER)).toEqual({ reach: 'member', seconds: 30, isNews: true });
  });

  it('is each member’s own, in every channel of one server', async () => {
    await ask(MEMBER);
    expect(await ask({ ...MEMBER, userId: 'alex' })).toBeNull();
    expect(await ask({ ...MEMBER, channelId: 'there' })).toMatchObject({ reach: 'member' });
    expect(await ask({ ...MEMBER, guildId: 'another' })).toBeNull();
    expect(await ask({ ...MEMBER, guildId: null })).toBeNull();
  });

  it('is shorter as soon as the server says so', async () => {
    await ask(MEMBER);
    expect(await ask({ cooldowns: { member: 5, channel: 0 } })).toBeNull();
    expect(await ask({ cooldowns: { member: 0, channel: 0 } })).toBeNull();
  });
});

describe('a cooldown of a channel', () => {
  it('holds everybody there; where all would see it, one of them is told', async () => {
    await ask(CHANNEL);
    expect(await ask({ ...CHANNEL, channelId: 'there' })).toBeNull();
    for (const [userId, isNews] of [
      ['alex', true],
      ['kim', false],
      ['sam', false],
    ] as const)
      expect(await ask({ ...CHANNEL, userId, isPublic: true })).toMatchObject({ isNews });
    for (const userId of ['alex', 'kim'])
      expect(await ask({ ...CHANNEL, userId })).toMatchObject({ reach: 'channel', isNews: true });
  });

  it('costs nobody their own turn', async () => {
    const both = { cooldowns: { member: 30, channel: 10 } };
    await ask({ ...both, userId: 'alex' });
    expect(await ask(both)).toMatchObject({ reach: 'channel' });
    vi.advanceTimersByTime(10_000);
    expect(await ask(both)).toBeNull();
  });
});

describe('what one person may do anywhere', () => {
  it('is so many questions a minute, cooldown or not, edits included', async () => {
    for (let i = 0; i < CAPS.questions - 1; i += 1)
      expect(await ask({ guildId: i % 2 === 0 ? null : `server ${i}` })).toBeNull();
    expect(await limits.edit('sam')).toBeNull();
    expect(await ask({ guildId: null })).toEqual({ reach: 'questions', seconds: 60, isNews: true });
    expect(await limits.edit('sam')).toMatchObject({ reach: 'questions', isNews: false });
    expect(await ask({ userId: 'alex' })).toBeNull();
    vi.advanceTimersByTime(60_000);
    expect(await ask()).toBeNull();
  });

  it.each(['press', 'complete'] as const)('is so often to %s', async (name) => {
    const cap = name === 'press' ? CAPS.presses : CAPS.completions;
    for (let i = 0; i < cap; i += 1) expect(await limits[name]('sam')).toBeNull();
    expect(await limits[name]('sam')).toMatchObject({ isNews: true });
    expect(await limits[name]('sam')).toMatchObject({ isNews: false });
    expect(await limits[name]('alex')).toBeNull();
    expect(await ask()).toBeNull();
  });
});

it('holds a server that is flooded by many, and no other', async () => {
  for (let i = 0; i < CAPS.server; i += 1) expect(await ask({ userId: `bot ${i}` })).toBeNull();
  expect(await ask({ userId: 'one more' })).toMatchObject({ reach: 'server', isNews: true });
  expect(await ask({ userId: 'one more', guildId: 'another' })).toBeNull();
});

it('forgets everybody when their time is over', async () => {
  const before = vi.getTimerCount();
  for (let i = 0; i < 2_000; i += 1)
    await ask({ userId: `user ${i}`, cooldowns: { member: 3_600, channel: 30 } });
  expect(vi.getTimerCount()).toBeGreaterThan(before);
  vi.advanceTimersByTime(3_600_000);
  expect(vi.getTimerCount()).toBe(before);
});
