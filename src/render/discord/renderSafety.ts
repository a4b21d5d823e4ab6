import type { Answer } from '../../core/domain/answer.ts';
import { type MessagePayload, messageOf } from './messagePayload.ts';
import { embedOf } from './renderAnswer.ts';

/** The page behind Safety: the answer on the harms of the treatments asked about, without buttons. */
export const renderSafety = (answerOfHarms: Answer): MessagePayload =>
  messageOf(embedOf(answerOfHarms, false));
