/** All that is stored about one person, table by table, and its erasure. */
export type PrivacyStore = {
  /** Rows with the person's id, by table: as they stand there. */
  export: (userId: string) => Promise<Readonly<Record<string, readonly object[]>>>;
  /** Erases or, where a record must stay (who changed a setting), takes the person out of it. Rows touched. */
  erase: (userId: string) => Promise<number>;
};
