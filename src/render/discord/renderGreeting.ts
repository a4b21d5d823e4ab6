import type { MessagePayload } from './messagePayload.ts';

const GREETING = `**Hello, I am Caveat.** I answer whether a treatment helps a condition, from study records: what was found, how sure one can be, and the caveats.

- **Ask:** mention me with a question (*gabapentin hemifacial spasm*), or use \`/ask\`. \`/help\` shows more.
- **Admins:** \`/config\` says where I answer, and how.
- **Privacy:** questions are not stored with who asked; \`/privacy policy\` says the rest.

-# Evidence, not medical advice.`;

/** What is said once to a server that added the bot. */
export const renderGreeting = (): MessagePayload => ({
  content: GREETING,
  embeds: [],
  components: [],
  allowed_mentions: { parse: [] },
});
