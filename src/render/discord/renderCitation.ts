import { bibtexEntry, bibtexKey } from '../../core/citation/bibtexEntry.ts';
import type { Citable } from '../../core/citation/citable.ts';
import { risRecord } from '../../core/citation/risRecord.ts';
import { vancouver } from '../../core/citation/vancouver.ts';
import { LIMITS } from './limits.ts';
import type { MessagePayload } from './messagePayload.ts';
import { clean } from './safeText.ts';

/** A block that is copied with one press. Three backticks would end it. */
const block = (text: string): string => `\`\`\`\n${text.trim().replaceAll('```', "'''")}\n\`\`\``;

/** Without what is not seen; blanks are a part of what is copied. */
const cleanLines = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\r', '')
    .replace(/(?!\n)[\p{Cf}\p{Co}\p{Cn}\p{Cc}]/gu, '');

/** The reference of a study: in words to copy, and as files for reference managers. */
export const renderCitation = (
  citable: Citable,
): { payload: MessagePayload; files: { name: string; text: string }[] } => {
  const [bibtex, ris] = [bibtexEntry(citable), risRecord(citable)];
  const parts = [
    `**Vancouver**\n${block(clean(vancouver(citable)))}`,
    `**BibTeX**\n${block(cleanLines(bibtex))}`,
    `**RIS**\n${block(cleanLines(ris))}`,
  ];
  // What has no room in the message is in the files.
  const shown: string[] = [];
  for (const part of parts)
    if ([...shown, part].join('\n').length <= LIMITS.content) shown.push(part);
  const name = bibtexKey(citable);
  return {
    payload: {
      content: shown.length === 0 ? 'The reference is in the files.' : shown.join('\n'),
      embeds: [],
      components: [],
      allowed_mentions: { parse: [] },
    },
    files: [
      { name: `${name}.bib`, text: bibtex },
      { name: `${name}.ris`, text: ris },
    ],
  };
};
