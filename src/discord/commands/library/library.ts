import { defineCommandOfParts } from '../../command.ts';
import { admitAct } from '../../limits/admit.ts';
import { EVERYWHERE } from '../everywhere.ts';
import { add } from './add.ts';
import { clear } from './clear.ts';
import { importPart } from './import.ts';
import { remove } from './remove.ts';
import { review, reviewHistory } from './review.ts';
import { search } from './search.ts';

/** `/library`: papers that were brought in, for all to find and for admins to bring. */
export const library = defineCommandOfParts({
  payload: {
    name: 'library',
    description: 'Papers brought in beside the study records: find them, bring more',
    ...EVERYWHERE,
  },
  gate: admitAct,
  parts: [search, importPart, add, review, reviewHistory, remove, clear],
});
