import { readFollowUp } from './followUp.ts';
import type { QuestionParser } from './parseQuestion.ts';
import { efficacyText } from './questionTexts.ts';

/**
 * Builds the text of a question as asked within the command of a condition: "does botox work?
 * hemifacial spasm". What nobody knows is taken for a treatment there: "yoga for hemifacial spasm".
 */
export const createWithinText =
  (parse: QuestionParser) =>
  (question: string, condition: string): string => {
    const asked = question.trim();
    const alone = parse(asked);
    const isNaming =
      alone.interventions.length + alone.conditions.length + alone.outcomes.length > 0 ||
      alone.reference !== null ||
      alone.risks.length > 0;
    const bare = asked.replace(/[\s?!.]+$/, '');
    const unknown = isNaming
      ? null
      : (readFollowUp(alone).unknownTreatment ??
        readFollowUp(parse(`what about ${bare}`)).unknownTreatment);
    return unknown === null ? `${asked} ${condition}` : efficacyText(unknown, condition);
  };
