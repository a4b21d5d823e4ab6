import { OperatorError } from '../ports/operatorError.ts';

/** A store that cannot be opened: one plain sentence for whoever started the program. */
export class StoreError extends OperatorError {
  override name = 'StoreError';
}
