import fc from 'fast-check';
import { expect, it } from 'vitest';
import { request, startPlayground } from './startBot.ts';

it('answers any JSON at all with a success or an error of Discord, never with a fault of its own', async () => {
  const playground = await startPlayground();
  const { ask } = playground.ids.channels;
  const paths: [string, string][] = [
    ['POST', `/channels/${ask}/messages`],
    ['POST', `/applications/${playground.applicationId}/commands`],
    ['PUT', `/applications/${playground.applicationId}/commands`],
    ['POST', '/users/@me/channels'],
    ['POST', `/channels/${ask}/threads`],
    ['PATCH', `/channels/${ask}`],
  ];
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        content: fc.jsonValue(),
        embeds: fc.array(fc.jsonValue(), { maxLength: 3 }),
        components: fc.array(fc.jsonValue(), { maxLength: 3 }),
        attachments: fc.jsonValue(),
        allowed_mentions: fc.jsonValue(),
        message_reference: fc.jsonValue(),
        name: fc.jsonValue(),
        options: fc.array(fc.jsonValue(), { maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), anything, async ([method, path], body) => {
      const { status } = await request(playground, method, path, body);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
});

it('answers any callback at all without a fault of its own', async () => {
  const playground = await startPlayground({ limits: { firstResponseMs: 60_000 } });
  const { ids, people, applicationId } = playground;
  const command = { name: 'ask', description: 'Asks' };
  await request(playground, 'POST', `/applications/${applicationId}/commands`, command);
  let open = { id: '', token: '' };
  playground.listen((event) => {
    if (event.type === 'interaction') open = event.interaction;
  });
  const message = fc.record(
    {
      content: fc.oneof(fc.string(), fc.jsonValue()),
      embeds: fc.array(fc.record({ title: fc.string() }), { maxLength: 2 }),
      flags: fc.oneof(fc.nat(), fc.jsonValue()),
      components: fc.array(fc.jsonValue(), { maxLength: 2 }),
      choices: fc.array(fc.jsonValue(), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  );
  const body = fc.record(
    { type: fc.integer({ min: 0, max: 13 }), data: fc.oneof(message, fc.jsonValue()) },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(body, message, async (callback, followUp) => {
      void people.runCommand({
        userId: ids.users.member,
        channelId: ids.channels.ask,
        command: 'ask',
      });
      const first = `/interactions/${open.id}/${open.token}/callback`;
      expect((await request(playground, 'POST', first, callback)).status).toBeLessThan(500);
      const hook = `/webhooks/${applicationId}/${open.token}`;
      expect((await request(playground, 'POST', hook, followUp)).status).toBeLessThan(500);
      const original = `${hook}/messages/@original`;
      expect((await request(playground, 'PATCH', original, followUp)).status).toBeLessThan(500);
    }),
    { numRuns: 150 },
  );
});
