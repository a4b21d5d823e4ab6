import type { Answer } from '../../core/domain/answer.ts';
import type { BotDeps } from '../botDeps.ts';
import { QUESTION_LENGTH } from '../commands/options.ts';
import type { Heard } from './hearMessage.ts';

/** The answer to what was heard; null where it is no question for the bot. */
export const answerHeard = (
  { text, isAddressed, previous }: Heard,
  { caveat }: BotDeps,
): Answer | null => {
  if (!isAddressed && !caveat.isMeant(text)) return null;
  // "Thanks!" in reply to an answer asks for nothing.
  if (previous !== null) return caveat.isFurther(text) ? caveat.askFurther(previous, text) : null;
  return caveat.askShort(text === '' ? 'help' : text, QUESTION_LENGTH);
};
