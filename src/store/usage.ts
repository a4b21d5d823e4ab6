import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Clock } from '../ports/clock.ts';
import type { TopicCount, UsageStore } from '../ports/usageStore.ts';
import { createBatch } from './batch.ts';
import { dayOf, daysUntil } from './days.ts';
import type { Schema } from './schema.ts';
import { toStorable } from './storable.ts';

const GATHERED_MS = 250;
const MOST_TOPIC = 200;
/** What a message on Discord holds at most. */
const MOST_QUESTION = 4_000;

type Count = Omit<Selectable<Schema['usage']>, 'asked'>;
type Logged = Omit<Selectable<Schema['question_log']>, 'number'>;
type Entry = { count: Count } | { logged: Logged };

/** How often each was asked, always in the same order: two processes never wait for each other. */
const tally = (counts: readonly Count[]): Schema['usage'][] => {
  const rows = new Map<string, Schema['usage']>();
  for (const count of counts) {
    const key = JSON.stringify(count);
    const row = rows.get(key) ?? { ...count, asked: 0 };
    rows.set(key, { ...row, asked: row.asked + 1 });
  }
  return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
};

const write = (db: Kysely<Schema>, entries: readonly Entry[]): Promise<void> => {
  const rows = tally(entries.flatMap((entry) => ('count' in entry ? [entry.count] : [])));
  const logged = entries.flatMap((entry) => ('logged' in entry ? [entry.logged] : []));
  return db.transaction().execute(async (transaction) => {
    if (rows.length > 0) await addCounts(transaction, rows);
    if (logged.length > 0) await transaction.insertInto('question_log').values(logged).execute();
  });
};

const addCounts = async (transaction: Transaction<Schema>, rows: Schema['usage'][]) => {
  await transaction
    .insertInto('usage')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['guild_id', 'day', 'kind', 'topic', 'is_answered'])
        .doUpdateSet(({ eb, ref }) => ({
          asked: eb(ref('usage.asked'), '+', ref('excluded.asked')),
        })),
    )
    .execute();
};

/** The topics asked about most, of questions with or without an answer. */
const readTopics = async (
  db: Kysely<Schema>,
  guildId: string,
  since: string,
  { isAnswered, most }: { isAnswered: boolean; most: number },
): Promise<TopicCount[]> => {
  const rows = await db
    .selectFrom('usage')
    .select(['topic', ({ fn }) => fn.sum<number>('asked').as('asked')])
    .where('guild_id', '=', guildId)
    .where('day', '>=', since)
    .where('is_answered', '=', isAnswered ? 1 : 0)
    .where('topic', '<>', '')
    .groupBy('topic')
    .orderBy('asked', 'desc')
    .orderBy('topic')
    .limit(most)
    .execute();
  return rows.map(({ topic, asked }) => ({ topic, count: Number(asked) }));
};

const readDays = (db: Kysely<Schema>, guildId: string, since: string) =>
  db
    .selectFrom('usage')
    .select(['day', 'is_answered', ({ fn }) => fn.sum<number>('asked').as('asked')])
    .where('guild_id', '=', guildId)
    .where('day', '>=', since)
    .groupBy(['day', 'is_answered'])
    .execute();

const readOpinions = (db: Kysely<Schema>, guildId: string, since: string) =>
  db
    .selectFrom('feedback')
    .select(['is_helpful', ({ fn }) => fn.countAll<number>().as('people')])
    .where('guild_id', '=', guildId)
    .where('created_at', '>=', Date.parse(since))
    .groupBy('is_helpful')
    .execute();

export const createUsageStore = (
  db: Kysely<Schema>,
  now: Clock,
): UsageStore & { close: () => Promise<void> } => {
  const batch = createBatch<Entry>((entries) => write(db, entries), GATHERED_MS);
  return {
    count: ({ guildId, kind, topic, isAnswered }) =>
      batch.add({
        count: {
          guild_id: guildId,
          day: dayOf(now()),
          kind,
          topic: toStorable(topic, MOST_TOPIC),
          is_answered: isAnswered ? 1 : 0,
        },
      }),
    report: async (guildId, days, most) => {
      const range = daysUntil(now(), days);
      const since = range[0] ?? dayOf(now());
      const [topics, gaps, asked, opinions] = await Promise.all([
        readTopics(db, guildId, since, { isAnswered: true, most }),
        readTopics(db, guildId, since, { isAnswered: false, most }),
        readDays(db, guildId, since),
        readOpinions(db, guildId, since),
      ]);
      const sum = (rows: typeof asked) => rows.reduce((total, row) => total + Number(row.asked), 0);
      const people = (isHelpful: number) =>
        Number(opinions.find((row) => row.is_helpful === isHelpful)?.people ?? 0);
      return {
        asked: sum(asked),
        answered: sum(asked.filter((row) => row.is_answered === 1)),
        helpful: people(1),
        notHelpful: people(0),
        topics,
        gaps,
        days: range.map((day) => ({ day, asked: sum(asked.filter((row) => row.day === day)) })),
      };
    },
    log: (guildId, text) =>
      batch.add({
        logged: {
          guild_id: guildId,
          day: dayOf(now()),
          text: toStorable(text, MOST_QUESTION),
        },
      }),
    logged: (guildId, limit) =>
      db
        .selectFrom('question_log')
        .select(['day', 'text'])
        .where('guild_id', '=', guildId)
        .orderBy('number', 'desc')
        .limit(limit)
        .execute(),
    // A day is erased as soon as its first moment is too old: nothing is kept longer than promised.
    erase: (logOlderThanMs, countsOlderThanMs) =>
      db.transaction().execute(async (transaction) => {
        const { numDeletedRows: logged } = await transaction
          .deleteFrom('question_log')
          .where('day', '<=', dayOf(now() - logOlderThanMs))
          .executeTakeFirst();
        const { numDeletedRows: counts } = await transaction
          .deleteFrom('usage')
          .where('day', '<=', dayOf(now() - countsOlderThanMs))
          .executeTakeFirst();
        // An opinion is a count too, and holds whose it is.
        const { numDeletedRows: opinions } = await transaction
          .deleteFrom('feedback')
          .where('created_at', '<', now() - countsOlderThanMs)
          .executeTakeFirst();
        return Number(logged + counts + opinions);
      }),
    lastReport: async (guildId) => {
      const row = await db
        .selectFrom('guild')
        .select('last_report')
        .where('guild_id', '=', guildId)
        .executeTakeFirst();
      return row?.last_report ?? null;
    },
    setLastReport: async (guildId, at) => {
      await db
        .insertInto('guild')
        .values({ guild_id: guildId, last_report: at })
        .onConflict((conflict) => conflict.column('guild_id').doUpdateSet({ last_report: at }))
        .execute();
    },
    close: batch.close,
  };
};
