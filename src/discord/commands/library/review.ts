import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { definePart } from '../../command.ts';
import { admit } from '../../config/admit.ts';
import { historyPage, nextPage, reaching, reviewPage } from '../../papers/onReview.ts';
import { answerInteraction } from '../../reply.ts';
import { UserError } from '../../userError.ts';

export const review = definePart({
  payload: {
    name: 'review',
    description: 'Check what a program read in the papers of this server (admins)',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'paper',
        description: 'A PMID, PMCID or DOI; left out: the newest that nobody reviewed',
        max_length: 300,
      },
    ],
  },
  run: async ({ interaction, args, deps }) => {
    const { guild } = await admit(interaction, deps);
    const page = await reaching(async () => {
      if (args.paper === null) return nextPage(guild.id, null, deps);
      const paper = await deps.desk.byId(guild.id, args.paper);
      if (!paper) throw new UserError('no-such-paper');
      return reviewPage(paper);
    }, deps);
    await answerInteraction(interaction, page, { isPrivate: true });
  },
});

export const reviewHistory = definePart({
  payload: { name: 'history', description: 'Who reviewed which paper, and how (admins)' },
  run: async ({ interaction, deps }) => {
    const { guild } = await admit(interaction, deps);
    const page = await reaching(() => historyPage(guild.id, deps), deps);
    await answerInteraction(interaction, page, { isPrivate: true });
  },
});
