import { PLAIN_COLOUR } from './colours.ts';
import { type MessagePayload, messageOf } from './messagePayload.ts';
import { packBlocks } from './pack.ts';
import { escapeWithin } from './safeText.ts';

/** A command with what it does, for people. */
export type CommandLine = { name: string; description: string };

const INTRO = `**Ask whether a treatment helps a condition.** Mention me, reply to me, write to me, or use a command.

- Does it help: *gabapentin hemifacial spasm*
- What helps: *what helps leg cramps at night*
- Which is better: *baclofen or tizanidine for MS spasticity*
- Harms: *side effects of gabapentin*
- One study: *Bandini 1999*, a PMID or a DOI
- Less: add *randomised trials only*, *since 2015*, *in children*

Reply to an answer to go on: *and the side effects?*`;
const ROOM = 3000;

/** How to ask, and every command there is. */
export const renderHelp = (commands: readonly CommandLine[]): MessagePayload => {
  const lines = commands.map(
    ({ name, description }) => `- **/${escapeWithin(name, 40)}** ${escapeWithin(description, 140)}`,
  );
  const told = packBlocks(lines, ROOM, (left) => `-# ${left} more: type / to see them all.`);
  return messageOf({
    title: 'How to ask',
    description: told === '' ? INTRO : `${INTRO}\n\n**Commands**\n${told}`,
    color: PLAIN_COLOUR,
    footer: { text: 'Evidence, not medical advice.' },
  });
};
