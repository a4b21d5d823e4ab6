import type { Generated } from 'kysely';

/**
 * The tables, as Kysely sees them. Times are milliseconds since 1970, days ISO dates in UTC. Whose
 * data a table holds stands in ownership.ts.
 */
export type Schema = {
  /** Which message of ours answers which. */
  reply: {
    message_id: string;
    channel_id: string;
    reply_id: string;
    created_at: number;
  };
  feedback: {
    answer_id: string;
    user_id: string;
    guild_id: string | null;
    is_helpful: number;
    reason: string | null;
    created_at: number;
  };
  /** What a server set; what is not here is at its default. `value` is JSON. */
  setting: {
    guild_id: string;
    key: string;
    value: string;
  };
  /** Every change of a setting, numbered within its server. The values are JSON. */
  setting_change: {
    guild_id: string;
    number: number;
    key: string;
    /** Null once this person's data was erased. */
    user_id: string | null;
    changed_at: number;
    from_value: string;
    to_value: string;
  };
  guild: {
    guild_id: string;
    left_at: Nullable<number>;
    commands_hash: Nullable<string>;
    last_report: Nullable<number>;
  };
  /** How often something was asked about on a day. */
  usage: {
    guild_id: string;
    day: string;
    kind: string;
    topic: string;
    is_answered: number;
    asked: number;
  };
  /** Questions of servers that keep them, in their order: the day alone, and no person. */
  question_log: {
    number: Generated<number>;
    guild_id: string;
    day: string;
    text: string;
  };
};

/** A column that is null where nothing is said. */
type Nullable<T> = Generated<T | null>;
