import { renderPaperPage } from '../../render/discord/papers/renderPaperPage.ts';
import type { BotDeps } from '../botDeps.ts';
import { answerShown, type Pressed, showPage } from '../components/pressed.ts';
import { UserError } from '../userError.ts';
import { withBeyond, withPapers } from './besideAnswer.ts';

/**
 * Opens the page of a paper that stands beside an answer.
 * @throws UserError where it is not there any more.
 */
export const showPaper = async (
  interaction: Pressed,
  page: number,
  deps: BotDeps,
): Promise<void> => {
  const { answer: bare, here } = await answerShown(interaction, deps);
  const answer = await withPapers(bare, interaction, { here, deps });
  const papers =
    answer.extracted[page] === undefined
      ? ((await withBeyond(answer, interaction, { here, deps })) ?? answer).extracted
      : answer.extracted;
  if (papers[page] === undefined) throw new UserError('paper-gone');
  await showPage(
    interaction,
    renderPaperPage({ question: answer.question.text, papers, page }),
    deps,
  );
};
