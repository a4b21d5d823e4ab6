import { wordTopic } from '../../core/usage/askedTopic.ts';
import { toCsv } from '../csv.ts';
import { dayChart } from '../dayChart.ts';
import { PLAIN_COLOUR } from './colours.ts';
import { LIMITS } from './limits.ts';
import { type MessagePayload, messageOf } from './messagePayload.ts';
import { packBlocks } from './pack.ts';
import { escapeWithin } from './safeText.ts';

type Counted = { topic: string; count: number };

/** What was asked in a server in some days. */
export type Report = {
  asked: number;
  answered: number;
  helpful: number;
  notHelpful: number;
  topics: readonly Counted[];
  gaps: readonly Counted[];
  days: readonly { day: string; asked: number }[];
};

/** The words of concepts by their ids. */
type Labels = ReadonlyMap<string, string>;

const TOPIC_ROOM = 90;
const LISTED = 10;

/** Questions of which nothing can be said count, but are no topic. */
const isTopic = ({ topic }: Counted): boolean => topic !== '';

const listOf = (counted: readonly Counted[], labels: Labels): string => {
  const topics = counted.filter(isTopic);
  const lines = topics
    .slice(0, LISTED)
    .map(
      ({ topic, count }) => `- ${escapeWithin(wordTopic(topic, labels), TOPIC_ROOM)}: **${count}**`,
    );
  return packBlocks(lines, LIMITS.fieldValue, (left) => `-# ${left} more in the CSV`, {
    left: topics.length - lines.length,
  });
};

const summaryOf = ({ asked, answered, helpful, notHelpful }: Report): string =>
  [
    `**${asked}** asked, **${answered}** answered from records`,
    `**${helpful}** found an answer helpful, **${notHelpful}** did not`,
  ].join('\n');

const FOOTER = 'Counted without who asked. Days are UTC. Emergencies are not counted.';

/** What was asked in a server, for its admins. */
export const renderReport = (report: Report, labels: Labels): MessagePayload => {
  const title = `Questions in the last ${report.days.length} days`;
  const common = { title, color: PLAIN_COLOUR, footer: { text: FOOTER } };
  if (report.asked + report.helpful + report.notHelpful === 0)
    return messageOf({ ...common, description: 'Nobody asked anything here in these days.' });
  const chart = dayChart(report.days.map(({ day, asked }) => ({ day, count: asked })));
  const fields = [
    { name: 'Most asked about', value: listOf(report.topics, labels) },
    { name: 'Asked, with no answer', value: listOf(report.gaps, labels) },
  ].filter(({ value }) => value !== '');
  return messageOf({
    ...common,
    description: `${summaryOf(report)}\n\`\`\`\n${chart}\n\`\`\``,
    fields,
  });
};

/** The same as a table: every topic that was counted. */
export const reportCsv = (report: Report, labels: Labels): string => {
  const { asked, answered, helpful, notHelpful, topics, gaps, days } = report;
  const rowsOf = (what: string, counted: readonly Counted[]) =>
    counted.filter(isTopic).map(({ topic, count }) => [what, wordTopic(topic, labels), count]);
  return toCsv([
    ['what', 'which', 'count'],
    ['questions', 'asked', asked],
    ['questions', 'answered', answered],
    ['opinions', 'helpful', helpful],
    ['opinions', 'not helpful', notHelpful],
    ...days.map((day) => ['day', day.day, day.asked]),
    ...rowsOf('topic', topics),
    ...rowsOf('no answer', gaps),
  ]);
};

/** The questions that a server chose to log, newest first. */
export const questionsCsv = (logged: readonly { day: string; text: string }[]): string =>
  toCsv([['day', 'question'], ...logged.map(({ day, text }) => [day, text])]);
