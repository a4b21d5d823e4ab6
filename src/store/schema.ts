/** The tables, as Kysely sees them. Times are milliseconds since 1970. */
export type Schema = {
  reply: {
    message_id: string;
    channel_id: string;
    reply_id: string;
    created_at: number;
  };
  feedback: {
    answer_id: string;
    user_id: string;
    is_helpful: number;
    created_at: number;
  };
};
