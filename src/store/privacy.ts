import type { Kysely } from 'kysely';
import type { PrivacyStore } from '../ports/privacyStore.ts';
import { PERSONAL_TABLES } from './ownership.ts';
import type { Schema } from './schema.ts';

export const createPrivacyStore = (db: Kysely<Schema>): PrivacyStore => ({
  export: async (userId) => {
    const entries = await Promise.all(
      PERSONAL_TABLES.map(
        async ({ table, column }) =>
          [
            table,
            await db.selectFrom(table).selectAll().where(column, '=', userId).execute(),
          ] as const,
      ),
    );
    return Object.fromEntries(entries);
  },
  erase: (userId) =>
    db.transaction().execute(async (transaction) => {
      let touched = 0n;
      for (const { table, column, erasure } of PERSONAL_TABLES)
        if (erasure === 'delete') {
          const { numDeletedRows } = await transaction
            .deleteFrom(table)
            .where(column, '=', userId)
            .executeTakeFirst();
          touched += numDeletedRows;
        } else {
          const { numUpdatedRows } = await transaction
            .updateTable(table)
            .set({ [column]: null })
            .where(column, '=', userId)
            .executeTakeFirst();
          touched += numUpdatedRows;
        }
      return Number(touched);
    }),
});
