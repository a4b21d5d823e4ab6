/**
 * A fault that whoever runs the program can mend: its message is one plain sentence that says what
 * was wrong and what to do. Everything else that is thrown is a bug or a fault outside.
 */
export class OperatorError extends Error {
  override name = 'OperatorError';
}
