import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { addPapers } from '../../../app/addPapers.ts';
import { readPaperId } from '../../../core/domain/paperId.ts';
import { LiteratureError } from '../../../ports/literature.ts';
import type { PaperScope } from '../../../ports/paperStore.ts';
import { renderAdded } from '../../../render/discord/renderPapers.ts';
import { definePart } from '../../command.ts';
import { admit } from '../../config/admit.ts';
import { bringIn } from '../../library/bringIn.ts';
import { UserError } from '../../userError.ts';

/** As many as are looked up at once; a file is for more. */
const MOST_IDS = 50;

export const add = definePart({
  payload: {
    name: 'add',
    description: 'Look papers up by PMID, PMCID or DOI and bring them in (admins)',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'ids',
        description: 'Such as: 9347598 PMC101395 10.1000/x',
        max_length: 1_000,
        required: true,
      },
    ],
  },
  run: async ({ interaction, args, deps }) => {
    const { guild } = await admit(interaction, deps);
    const typed = args.ids
      .replace(/\b(pmid|pmcid|doi)[:\s]+/gi, ' ')
      .split(/[\s,;]+/)
      .filter((text) => text !== '')
      .slice(0, MOST_IDS);
    if (!typed.some((text) => readPaperId(text) !== null)) throw new UserError('no-paper-named');
    await bringIn(interaction, guild.id, deps, async () => {
      const scope: PaperScope = { kind: 'guild', guildId: guild.id };
      try {
        const report = await addPapers(typed, deps, { scope, most: deps.serverPapers });
        return renderAdded({
          report,
          count: await deps.papers.count(scope),
          most: deps.serverPapers,
        });
      } catch (error) {
        if (error instanceof LiteratureError)
          throw new UserError('literature-unreachable', [error.message]);
        throw error;
      }
    });
  },
});
