import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { importPapers } from '../../../app/importPapers.ts';
import type { ImportFault, ImportItem } from '../../../ports/paperSource.ts';
import type { PaperScope } from '../../../ports/paperStore.ts';
import { renderImported } from '../../../render/discord/renderPapers.ts';
import type { BotDeps } from '../../botDeps.ts';
import { definePart } from '../../command.ts';
import { admit } from '../../config/admit.ts';
import { type FileLimits, readBytes } from '../../config/readAttachment.ts';
import { bringIn } from '../../library/bringIn.ts';

const LIMITS: FileLimits = { mostBytes: 8 * 1024 ** 2, limitMs: 30_000 };
/** A packed file may grow to this much. */
const MOST_UNPACKED = 64 * 1024 ** 2;
const CHUNK_BYTES = 16 * 1024;
/** As many faults are told one by one. */
const MOST_FAULTS = 20;

async function* chunksOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) yield bytes.subarray(at, at + CHUNK_BYTES);
}

/** Lets everybody else go first between two papers; ends where the bot is to stop. */
async function* politely(
  items: AsyncIterable<ImportItem>,
  { courtesy, inHand }: BotDeps,
  stop: AbortController,
): AsyncGenerator<ImportItem> {
  for await (const item of items) {
    if (inHand.isStopping()) stop.abort();
    yield item;
    await courtesy();
  }
}

export const importPart = definePart({
  payload: {
    name: 'import',
    description: 'Bring papers in from a file of references (admins)',
    options: [
      {
        type: ApplicationCommandOptionType.Attachment,
        name: 'file',
        description:
          'PubMed XML, .nbib, RIS, BibTeX, PMC XML, Europe PMC JSON, CSL-JSON, JSON Lines; 8 MB at most',
        required: true,
      },
    ],
  },
  run: async ({ interaction, args, deps }) => {
    const { guild } = await admit(interaction, deps);
    await bringIn(interaction, guild.id, deps, async (tell) => {
      const { api } = interaction.client.rest.options;
      const bytes = await readBytes(args.file, api, LIMITS);
      const scope: PaperScope = { kind: 'guild', guildId: guild.id };
      const stop = new AbortController();
      const faults: ImportFault[] = [];
      let unshown = 0;
      const items = deps.readPapers(chunksOf(bytes), { mostBytes: MOST_UNPACKED });
      const report = await importPapers(politely(items, deps, stop), deps, {
        scope,
        most: deps.serverPapers,
        signal: stop.signal,
        onProgress: tell,
        onFault: (fault) => {
          if (faults.length < MOST_FAULTS) faults.push(fault);
          else unshown += 1;
        },
      });
      const count = await deps.papers.count(scope);
      return renderImported({ report, faults, unshown, count, most: deps.serverPapers });
    });
  },
});
