import { type Action, decodeAction } from '../../render/discord/customId.ts';
import { renderAnswer } from '../../render/discord/renderAnswer.ts';
import { renderCitation } from '../../render/discord/renderCitation.ts';
import { conditionsOnPage, renderConditions } from '../../render/discord/renderConditions.ts';
import { renderRating } from '../../render/discord/renderRating.ts';
import { renderSafety } from '../../render/discord/renderSafety.ts';
import { renderSection } from '../../render/discord/renderSection.ts';
import { renderStudyPage } from '../../render/discord/renderStudyPage.ts';
import { sectionAnswer } from '../../render/discord/sectionAnswer.ts';
import { studiesOf } from '../../render/discord/sourceLines.ts';
import type { BotDeps } from '../botDeps.ts';
import { hereOf } from '../here.ts';
import { clearPapers } from '../library/clearPapers.ts';
import { showPaper } from '../papers/showPaper.ts';
import { mapOfConditions, pictureOfAnswer } from '../pictures/wantedPicture.ts';
import { eraseMine } from '../privacy/eraseMine.ts';
import { answerInteraction } from '../reply.ts';
import { conditionsOn } from '../topicOff.ts';
import { UserError } from '../userError.ts';
import {
  answerHere,
  answerShown,
  chosenIndex,
  indexWithin,
  type Pressed,
  showPage,
} from './pressed.ts';
import { askWhy, recordOpinion } from './recordOpinion.ts';
import { removeAnswer } from './removeAnswer.ts';

const showStudy = async (
  interaction: Pressed,
  pageOf: (pages: number) => number,
  deps: BotDeps,
): Promise<void> => {
  const { answer, here } = await answerShown(interaction, deps);
  const sources = studiesOf(answer);
  const page = pageOf(sources.length);
  const card = deps.caveat.studyCard(sources[page]?.studyId ?? '', here.view);
  if (!card) throw new UserError('stale-component');
  const { text: question } = answer.question;
  await showPage(interaction, renderStudyPage({ question, sources, card, page }), deps);
};

/** Gives the reference of a study, to copy or as files. */
const cite = async (interaction: Pressed, at: number, deps: BotDeps): Promise<void> => {
  const { answer, here } = await answerShown(interaction, deps);
  const sources = studiesOf(answer);
  const source = sources[indexWithin(at, sources.length)];
  const citable = deps.caveat.citable(source?.studyId ?? '', here.view);
  if (!citable) throw new UserError('stale-component');
  const { payload, files } = renderCitation(citable);
  await answerInteraction(interaction, payload, { isPrivate: true, files });
};

const showRating = async (
  interaction: Pressed,
  sectionOf: (sections: number) => number,
  deps: BotDeps,
): Promise<void> => {
  const { answer } = await answerShown(interaction, deps);
  await showPage(interaction, renderRating(answer, sectionOf(answer.sections.length)), deps);
};

/** Answers one of the questions that an answer suggests. */
const askChosen = async (interaction: Pressed, deps: BotDeps): Promise<void> => {
  const { answer, here } = await answerShown(interaction, deps);
  const { suggestions } = answer;
  const question = suggestions[chosenIndex(interaction, suggestions.length)] ?? '';
  const chosen = answerHere(question, here, deps);
  const options = { interactive: true, ...here.manner };
  const wanted = pictureOfAnswer(chosen, here, deps);
  await showPage(interaction, renderAnswer(chosen, options), deps, wanted);
};

const perform = async (interaction: Pressed, action: Action, deps: BotDeps): Promise<void> => {
  const chosen = (length: number) => chosenIndex(interaction, length);
  switch (action.do) {
    case 'studies':
      return showStudy(interaction, (pages) => indexWithin(action.page, pages), deps);
    case 'studyMenu':
      return showStudy(interaction, chosen, deps);
    case 'cite':
      return cite(interaction, action.page, deps);
    case 'rating':
      return showRating(interaction, (sections) => indexWithin(action.section, sections), deps);
    case 'ratingMenu':
      return showRating(interaction, chosen, deps);
    case 'section': {
      const { answer, here } = await answerShown(interaction, deps);
      const index = chosen(answer.sections.length);
      const part = sectionAnswer(answer, index);
      const wanted = part && pictureOfAnswer(part, here, deps);
      return showPage(interaction, renderSection(answer, index, here.manner), deps, wanted);
    }
    case 'safety': {
      const { answer, here } = await answerShown(interaction, deps);
      const harms = deps.caveat.harmsOf(answer, here.view);
      if (!harms) throw new UserError('no-safety');
      return showPage(interaction, renderSafety(harms), deps);
    }
    case 'conditions': {
      const here = await hereOf(interaction, deps);
      const known = conditionsOn(deps.caveat.conditions, here);
      const wanted = mapOfConditions(conditionsOnPage(known, action.page), here, deps);
      return showPage(interaction, renderConditions(known, action.page), deps, wanted);
    }
    case 'ask':
      return askChosen(interaction, deps);
    case 'papers':
      return showPaper(interaction, action.page, deps);
    case 'feedback':
      return recordOpinion(interaction, action.helpful, deps);
    case 'why':
      return askWhy(interaction, action.answerId);
    case 'erase':
      return eraseMine(interaction, action.userId, deps);
    case 'clearPapers':
      return clearPapers(interaction, deps);
    case 'explain':
      throw new UserError('stale-component');
    case 'remove':
      return removeAnswer(interaction, action.askerId);
  }
};

/**
 * Does what a button or menu says.
 * @throws UserError where its id is stale or forged.
 */
export const onComponent = async (interaction: Pressed, deps: BotDeps): Promise<void> => {
  const action = decodeAction(interaction.customId);
  if (!action) throw new UserError('stale-component');
  await perform(interaction, action, deps);
};
