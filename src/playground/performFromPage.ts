import { array, boolean, literal, nullable, number, object, record, string, union, z } from 'zod';
import type { People } from './people/createPeople.ts';
import type { PersonFile } from './people/messageActions.ts';
import { PersonError } from './people/personError.ts';
import type { Seen } from './people/see.ts';
import type { FromPage, ToPage } from './protocol.ts';

const place = { channelId: string() };
const options = record(string(), union([string(), number(), boolean()]));
const command = {
  ...place,
  request: string(),
  commandId: string(),
  path: array(string()),
  options,
};

/** What a page may say. A page is not trusted more than any other client. */
const FromPageSchema = z.discriminatedUnion('op', [
  object({ op: literal('send'), ...place, content: string(), replyTo: nullable(string()) }),
  object({ op: literal('edit'), ...place, messageId: string(), content: string() }),
  object({ op: literal('delete'), ...place, messageId: string() }),
  object({
    op: literal('command'),
    ...command,
    files: record(string(), object({ name: string(), type: string(), base64: string() })),
  }),
  object({
    op: literal('messageCommand'),
    ...place,
    request: string(),
    commandId: string(),
    messageId: string(),
  }),
  object({ op: literal('autocomplete'), ...command, focused: string() }),
  object({
    op: literal('component'),
    ...place,
    request: string(),
    messageId: string(),
    customId: string(),
    values: array(string()),
  }),
  object({
    op: literal('modal'),
    ...place,
    request: string(),
    messageId: nullable(string()),
    customId: string(),
    fields: record(string(), union([string(), array(string())])),
  }),
]);

const toAnswer = (request: string, seen: Seen): ToPage => {
  switch (seen.kind) {
    case 'choices':
      return { event: 'choices', request, choices: seen.choices };
    case 'modal':
      return { event: 'modal', request, modal: seen.modal };
    case 'failed':
      return { event: 'failed', request, reason: seen.reason };
    default:
      return { event: 'done', request };
  }
};

const toFile = (file: { name: string; type: string; base64: string }): PersonFile => ({
  name: file.name,
  type: file.type || 'application/octet-stream',
  body: Uint8Array.from(Buffer.from(file.base64, 'base64')),
});

const perform = async (people: People, userId: string, asked: FromPage): Promise<Seen | null> => {
  switch (asked.op) {
    case 'send':
      people.sendMessage({ ...asked, userId });
      return null;
    case 'edit':
      people.editMessage({ ...asked, userId });
      return null;
    case 'delete':
      people.deleteMessage({ ...asked, userId });
      return null;
    case 'command': {
      const files = Object.entries(asked.files).map(([name, file]) => [name, toFile(file)]);
      return people.runCommand({
        ...asked,
        userId,
        command: asked.commandId,
        files: Object.fromEntries(files),
      });
    }
    case 'messageCommand':
      return people.runMessageCommand({ ...asked, userId, command: asked.commandId });
    case 'autocomplete':
      return people.autocomplete({ ...asked, userId, command: asked.commandId });
    case 'component':
      return people.press({ ...asked, userId });
    case 'modal':
      return people.submitModal({ ...asked, userId });
  }
};

/** Does what the page asks for its person, and says what the page is answered. */
export const performFromPage = async (
  { people, report }: { people: People; report: (fault: unknown) => void },
  userId: string,
  text: string,
): Promise<ToPage | null> => {
  let asked: FromPage;
  try {
    asked = FromPageSchema.parse(JSON.parse(text));
  } catch {
    return {
      event: 'failed',
      request: '',
      reason: 'The page said something that is not understood.',
    };
  }
  const request = 'request' in asked ? asked.request : '';
  try {
    const seen = await perform(people, userId, asked);
    return seen && toAnswer(request, seen);
  } catch (error) {
    if (error instanceof PersonError) return { event: 'failed', request, reason: error.message };
    report(error);
    return { event: 'failed', request, reason: 'The playground failed at that.' };
  }
};
