import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { renderNotice } from '../../render/discord/renderNotice.ts';
import { questionsCsv, renderReport, reportCsv } from '../../render/discord/renderReport.ts';
import { defineCommand } from '../command.ts';
import { admit } from '../config/admit.ts';
import { admitAct } from '../limits/admit.ts';
import { answerInteraction } from '../reply.ts';

/** As many topics as are told apart. */
const MOST_TOPICS = 5_000;
/** The latest questions of a server that keeps a log of them. */
const MOST_LOGGED = 5_000;

export const report = defineCommand({
  payload: {
    name: 'report',
    description: 'What was asked in this server, and what had no answer',
    options: [
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'days',
        description: 'How far back; 7 unless you choose',
        choices: [
          { name: '7 days', value: 7 },
          { name: '30 days', value: 30 },
        ],
      },
      {
        type: ApplicationCommandOptionType.String,
        name: 'as',
        description: 'A message, or a table with everything in it',
        choices: [
          { name: 'Message', value: 'embed' },
          { name: 'Table (CSV)', value: 'csv' },
        ],
      },
    ],
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    integration_types: [ApplicationIntegrationType.GuildInstall],
    contexts: [InteractionContextType.Guild],
  },
  run: async ({ interaction, args, deps }) => {
    const { guild } = await admit(interaction, deps);
    await admitAct(interaction, deps);
    const days = args.days === 30 ? 30 : 7;
    const { labels } = deps.caveat;
    const counted = await deps.usage.report(guild.id, days, MOST_TOPICS);
    if (args.as !== 'csv')
      return answerInteraction(interaction, renderReport(counted, labels), { isPrivate: true });
    const [first, last] = [counted.days.at(0)?.day ?? '', counted.days.at(-1)?.day ?? ''];
    const logged = await deps.usage.logged(guild.id, MOST_LOGGED);
    const questions = logged.filter(({ day }) => day >= first);
    const files = [
      { name: `caveat-report-${first}-to-${last}.csv`, text: reportCsv(counted, labels) },
      ...(questions.length === 0
        ? []
        : [{ name: `caveat-questions-${first}-to-${last}.csv`, text: questionsCsv(questions) }]),
    ];
    return answerInteraction(
      interaction,
      renderNotice(`What was asked in this server in the last ${days} days, without who asked.`),
      { isPrivate: true, files },
    );
  },
});
