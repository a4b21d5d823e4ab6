import type { Answer } from '../../core/domain/answer.ts';
import type { BotDeps } from '../botDeps.ts';
import { QUESTION_LENGTH } from '../commands/options.ts';
import type { Heard } from './hearMessage.ts';

/** What follows an answer without a question mark is short: "or botox", "only in children". */
const SHORT_WORDS = 5;

const mayFollow = (text: string): boolean =>
  text.includes('?') || text.split(' ').length <= SHORT_WORDS;

/** The answer to what was heard; null where it is no question for the bot. */
export const answerHeard = (
  { text, isAddressed, previous, here }: Heard,
  { caveat }: BotDeps,
): Answer | null => {
  const isOnTopic = previous !== null && mayFollow(text) && caveat.isFurther(text, previous);
  if (!isAddressed && !isOnTopic && !caveat.isMeant(text)) return null;
  // "Thanks!" in reply to an answer asks for nothing.
  if (previous !== null)
    return caveat.isFurther(text, previous) ? caveat.askFurther(previous, text, here.view) : null;
  return caveat.askShort(text === '' ? 'help' : text, QUESTION_LENGTH, here.view);
};
