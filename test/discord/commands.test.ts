import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageMessage } from '../../src/playground/protocol.ts';
import { type BotOnPlayground, startBotOnPlayground, textOf } from './botOnPlayground.ts';

let setup: BotOnPlayground;
beforeAll(async () => {
  setup = await startBotOnPlayground();
});
afterAll(() => setup.stop());

type Options = Record<string, string | boolean>;

const where = () => ({
  userId: setup.playground.ids.users.member,
  channelId: setup.playground.ids.channels.general,
});

const run = async (command: string, options: Options = {}, place = {}): Promise<PageMessage> => {
  const seen = await setup.playground.people.runCommand({ ...where(), ...place, command, options });
  expect(seen.kind).toBe('message');
  return seen.final();
};

const complete = async (command: string, focused: string, options: Options) => {
  const seen = await setup.playground.people.autocomplete({
    ...where(),
    command,
    options,
    focused,
  });
  if (seen.kind !== 'choices') throw new Error(`It answered with ${seen.kind}.`);
  return seen.choices.map(({ name, value }) => ({ name, value: String(value) }));
};

describe('each command', () => {
  it.each([
    {
      command: 'ask',
      options: { question: 'does gabapentin help hemifacial spasm' },
      title: /Gabapentin for hemifacial spasm/,
    },
    {
      command: 'condition',
      options: { name: 'nocturnal leg cramps' },
      title: /nocturnal leg cramps/i,
    },
    { command: 'treatment', options: { name: 'gabapentin' }, title: /Gabapentin/ },
    {
      command: 'compare',
      options: { a: 'baclofen', b: 'tizanidine', condition: 'spasticity in multiple sclerosis' },
      title: /Baclofen.*tizanidine/i,
    },
    {
      command: 'compare',
      options: { a: 'baclofen', b: 'tizanidine' },
      title: /Baclofen.*tizanidine/i,
    },
    { command: 'study', options: { find: 'Bandini 1999' }, title: /Bandini 1999/ },
    { command: 'hemifacial-spasm', options: {}, title: /Hemifacial spasm/ },
    {
      command: 'hemifacial-spasm',
      options: { treatment: 'gabapentin' },
      title: /Gabapentin for hemifacial spasm/,
    },
    {
      command: 'hemifacial-spasm',
      options: { question: 'does botox work?' },
      title: /Botulinum toxin.* for hemifacial spasm/,
    },
    {
      command: 'hemifacial-spasm',
      options: { treatment: 'gabapentin', question: 'side effects of' },
      title: /Gabapentin/i,
    },
  ])('/$command $options answers for everybody', async ({ command, options, title }) => {
    const reply = await run(command, options as Options);
    expect(reply.embeds[0]?.title).toMatch(title);
    expect(reply.ephemeral).toBe(false);
  });

  it.each([
    { command: 'conditions', says: /hemifacial spasm/i },
    { command: 'about', says: /study records/i },
    { command: 'help', says: /\/hemifacial-spasm|\/ask/ },
  ])('/$command answers the one who asked', async ({ command, says }) => {
    const reply = await run(command);
    expect(textOf(reply)).toMatch(says);
    expect(reply.ephemeral).toBe(true);
  });

  it('with private shows its answer to the one who asked alone', async () => {
    for (const [command, options] of [
      ['ask', { question: 'gabapentin hemifacial spasm' }],
      ['condition', { name: 'hemifacial spasm' }],
      ['treatment', { name: 'gabapentin' }],
      ['compare', { a: 'baclofen', b: 'tizanidine' }],
      ['study', { find: 'Bandini 1999' }],
      ['hemifacial-spasm', {}],
    ] as const) {
      const reply = await run(command, { ...options, private: true });
      expect(reply.ephemeral).toBe(true);
      const { admin } = setup.playground.ids.users;
      expect(
        setup.playground.people
          .messages(where().channelId, admin)
          .some(({ id }) => id === reply.id),
      ).toBe(false);
    }
  });

  it('answers where the library has nothing, in words', async () => {
    expect(textOf(await run('treatment', { name: 'zanzibarine' }))).not.toBe('');
    expect(textOf(await run('study', { find: 'Zyxwv 1901' }))).toMatch(/No study record here/);
    expect(textOf(await run('study', { find: 'PMID 99999999' }))).toMatch(/No study record here/);
    const several = await run('study', { find: 'botulinum toxin' });
    expect(several.content).toMatch(/Several studies fit this/);
    expect(several.ephemeral).toBe(true);
    expect(textOf(await run('ask', { question: '?' }))).toMatch(/names no condition or treatment/);
  });

  it('works in direct messages, and between people as an app of one of them', async () => {
    for (const channelId of [
      setup.playground.ids.direct.member,
      setup.playground.ids.direct.between,
    ]) {
      const reply = await run('ask', { question: 'gabapentin hemifacial spasm' }, { channelId });
      expect(reply.embeds[0]?.title).toBe('Gabapentin for hemifacial spasm');
    }
  });

  it('answers in channels where the bot itself may not write', async () => {
    const { readOnly } = setup.playground.ids.channels;
    const reply = await run('condition', { name: 'sciatica' }, { channelId: readOnly });
    expect(textOf(reply)).toMatch(/sciatica/i);
  });
});

describe('Check the evidence', () => {
  const check = (content: string) => {
    const { people, ids } = setup.playground;
    const message = people.sendMessage({ ...where(), userId: ids.users.admin, content });
    return people.runMessageCommand({
      ...where(),
      command: 'Check the evidence',
      messageId: message.id,
    });
  };

  it('answers what anybody wrote, to the one who checks', async () => {
    const reply = await (await check('Honestly, quinine cured my leg cramps!')).final();
    expect(reply.ephemeral).toBe(true);
    expect(reply.embeds[0]?.title).toMatch(/quinine/i);
  });

  it('says so where there are no words', async () => {
    const reply = await (await check('<:shrug:100000000000000099>')).final();
    expect(reply.content).toMatch(/no text in this message/);
    expect(reply.ephemeral).toBe(true);
  });
});

describe('completion', () => {
  it('offers useful entries before anything is typed, and never too many or too long', async () => {
    for (const [command, focused] of [
      ['ask', 'question'],
      ['condition', 'name'],
      ['treatment', 'name'],
      ['compare', 'a'],
      ['compare', 'condition'],
      ['study', 'find'],
      ['hemifacial-spasm', 'treatment'],
      ['hemifacial-spasm', 'question'],
    ] as const) {
      const choices = await complete(command, focused, { [focused]: '' });
      expect(choices.length).toBeGreaterThan(2);
      expect(choices.length).toBeLessThanOrEqual(25);
      for (const { name, value } of choices) {
        expect(name.length).toBeLessThanOrEqual(100);
        expect(value.length).toBeLessThanOrEqual(100);
        expect(name.length * value.length).toBeGreaterThan(0);
      }
    }
  });

  it('takes slips, and brand names', async () => {
    const names = async (typed: string) =>
      (await complete('treatment', 'name', { name: typed })).map(({ value }) => value);
    expect((await names('gabpent'))[0]).toBe('gabapentin');
    expect((await names('lioresal'))[0]).toBe('baclofen');
  });

  it('offers for a condition what was studied there', async () => {
    const values = (await complete('hemifacial-spasm', 'treatment', { treatment: '' })).map(
      ({ value }) => value,
    );
    expect(values).toContain('gabapentin');
    expect(values).not.toContain('quinine');
  });

  it('offers what can be chosen: the choice has an answer', async () => {
    const [first] = await complete('study', 'find', { find: 'gruent' });
    const reply = await run('study', { find: first?.value ?? '' });
    expect(reply.embeds[0]?.title).toMatch(/Gruenthal 1997/);
  });

  it('offers nothing, and does not fail, for what nobody can complete', async () => {
    const hostile = ['\u202e\u0000', '%%%%', '🫠'.repeat(40), "'; DROP TABLE study; --"];
    for (const typed of hostile)
      expect(await complete('study', 'find', { find: typed })).toEqual(expect.any(Array));
  });
});

describe('what Discord is told of the commands', () => {
  const deployed = (guildId: string | null) =>
    [...setup.playground.world.commands.values()].filter(
      (command) => (command.guild_id ?? null) === guildId,
    );
  const ofConditions = () => setup.deps.caveat.conditions.flatMap(({ command }) => command ?? []);

  it('is one for every condition with studies and a name in each server, and the general ones everywhere', () => {
    const names = deployed(setup.playground.ids.guild).map(({ name }) => name);
    expect(names.toSorted()).toEqual(ofConditions().toSorted());
    expect(names.length).toBeGreaterThan(15);
    const general = deployed(null).filter(({ name }) => !names.includes(name));
    expect(general.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['ask', 'config', 'Check the evidence']),
    );
  });

  it('lets each be used in servers, direct messages and as an app of a person, and none be there twice', () => {
    for (const command of deployed(null)) {
      const isOfCondition = ofConditions().includes(command.name);
      const isOfServers = command.default_member_permissions !== null;
      expect(command.integration_types).toEqual(isOfServers ? [0] : [0, 1]);
      expect(command.contexts).toEqual(isOfServers ? [0] : isOfCondition ? [1, 2] : [0, 1, 2]);
    }
    for (const { name } of deployed(setup.playground.ids.guild))
      expect(deployed(null).filter((command) => command.name === name)).toHaveLength(1);
  });

  it('offers the commands of conditions in direct messages too', async () => {
    for (const channelId of [
      setup.playground.ids.direct.member,
      setup.playground.ids.direct.between,
    ]) {
      const reply = await run('hemifacial-spasm', {}, { channelId });
      expect(reply.embeds[0]?.title).toMatch(/Hemifacial spasm/);
    }
  });
});
