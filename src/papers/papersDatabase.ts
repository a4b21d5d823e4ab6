/** A value of a column. */
export type Value = string | number | Uint8Array | null;
export type Row = Readonly<Record<string, unknown>>;

/** SQL with `?` for its values, on SQLite or PostgreSQL. */
export type Sql = {
  rows: (sql: string, ...values: readonly Value[]) => Promise<Row[]>;
  /** @returns how many rows it changed */
  run: (sql: string, ...values: readonly Value[]) => Promise<number>;
  insert: (
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
  ) => Promise<void>;
  /** The rows of a scope (null: of any) that have one of these values in a column. */
  among: (
    select: string,
    by: { scope: string | null; column: string },
    values: readonly string[] | readonly number[],
  ) => Promise<Row[]>;
  remove: (
    table: string,
    by: { scope: string | null; column: string },
    values: readonly string[] | readonly number[],
  ) => Promise<void>;
};

/** A database of papers, and all in which SQLite and PostgreSQL differ. */
export type PapersDatabase = {
  /** All that `work` reads is of one moment. */
  reading: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;
  /** All or nothing; one at a time, whatever process writes. */
  writing: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;
  /** Like `writing`, and what was deleted is overwritten, too. */
  erasing: <T>(work: (sql: Sql) => Promise<T>) => Promise<T>;
  hasTable: (sql: Sql, table: string) => Promise<boolean>;
  /** Types of columns; `keyed` is said of a table that is nothing but its key. */
  types: { blob: string; number: string; keyed: string };
  close: () => Promise<void>;
};
