/** Facts that go with a log line. Never a question's text together with a person's id. */
export type LogFields = Readonly<Record<string, unknown>>;

/** Structured logging, as pino does it. */
export type Logger = {
  debug: (fields: LogFields, message: string) => void;
  info: (fields: LogFields, message: string) => void;
  warn: (fields: LogFields, message: string) => void;
  error: (fields: LogFields, message: string) => void;
};
