import type { OnDesk, Verdict } from '../../app/papers/createReviewDesk.ts';
import { readForm } from '../../core/papers/correctionForm.ts';
import { faultOf } from '../../ports/faultOf.ts';
import type { ReviewChange, ReviewOutcome } from '../../ports/reviewStore.ts';
import { showMaker } from '../../render/discord/config/renderChanges.ts';
import type { MessagePayload } from '../../render/discord/messagePayload.ts';
import { renderCorrectionForm } from '../../render/discord/papers/renderCorrectionForm.ts';
import {
  renderNoReview,
  renderReview,
  renderReviewHistory,
} from '../../render/discord/papers/renderReview.ts';
import { decodeReview, type ReviewAction } from '../../render/discord/papers/reviewId.ts';
import type { BotDeps } from '../botDeps.ts';
import { type Admitted, admit } from '../config/admit.ts';
import { fingerprint } from '../config/fingerprint.ts';
import { type Configured, turnPanel } from '../config/turnPanel.ts';
import { UserError } from '../userError.ts';

const MOST_SHOWN = 25;
const NOTHING_LEFT = 'No unreviewed paper of this server is left from here on.';
const GONE =
  'This paper is not here any more, or its text has changed since: nothing was changed. Look at it anew.';

type Use = { interaction: Configured; admitted: Admitted; deps: BotDeps };

/** Works on the papers' store. @throws UserError where that fails. */
export const reaching = async <T>(work: () => Promise<T>, { logger }: BotDeps): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UserError) throw error;
    logger.error({ fault: faultOf(error) }, 'the reviews of papers failed');
    throw new UserError('papers-unavailable');
  }
};

const shownOf = ({ reading }: OnDesk): string => fingerprint(reading);

/** A paper on the desk as its page. */
export const reviewPage = (paper: OnDesk, notice: string | null = null): MessagePayload =>
  renderReview({
    ...paper,
    isOwn: paper.paper.scope.kind === 'guild',
    seen: paper.latest?.number ?? 0,
    shown: shownOf(paper),
    notice,
  });

/** The next unreviewed paper as its page; `before` is where the last one stood. */
export const nextPage = async (
  guildId: string,
  before: number | null,
  { desk }: BotDeps,
): Promise<MessagePayload> => {
  const paper = await desk.next(guildId, before);
  return paper ? reviewPage(paper) : renderNoReview(NOTHING_LEFT, { canRestart: before !== null });
};

/** The latest reviews as a page. */
export const historyPage = async (guildId: string, { desk }: BotDeps): Promise<MessagePayload> =>
  renderReviewHistory(await desk.history(guildId, MOST_SHOWN));

const DONE: Readonly<Record<Verdict['do'] | 'undo', string>> = {
  approve: 'Approved.',
  correct: 'Corrected.',
  reject: 'Rejected: it is not shown in this server any more.',
  undo: 'Taken back.',
};

const wordQuicker = (latest: ReviewChange | null): string =>
  latest === null
    ? 'Nothing was changed: the reviews of this server were erased meanwhile.'
    : `Nothing was changed: ${showMaker(latest)} was quicker. This is how it stands now.`;

type Judged = { doc: number; content: string; seen: number; shown: string };

/** Does what its reviewer wants done with what they saw, and shows how it stands then. */
const change = async (
  { interaction, admitted, deps }: Use,
  { doc, content, seen, shown }: Judged,
  what: Verdict['do'] | 'undo',
  verdictOn: (paper: OnDesk) => Verdict | null,
): Promise<void> => {
  const guildId = admitted.guild.id;
  const paper = await deps.desk.at(guildId, { doc, content });
  if (!paper) return turnPanel(interaction, renderNoReview(GONE, { canRestart: true }));
  const isSeen = (paper.latest?.number ?? 0) === seen;
  if (isSeen && shownOf(paper) !== shown)
    return turnPanel(
      interaction,
      reviewPage(paper, 'Nothing was changed: it is read anew since. This is how it is read now.'),
    );
  const verdict = verdictOn(paper);
  // From here on the server has something outside of the store, to be erased with it.
  await deps.guilds.know(guildId);
  const by = { guildId, userId: admitted.userId, seen };
  const outcome: ReviewOutcome =
    verdict === null ? await deps.desk.undo(by, paper) : await deps.desk.judge(by, paper, verdict);
  const now = await deps.desk.at(guildId, { doc, content });
  const notice = outcome.ok ? DONE[what] : wordQuicker(outcome.latest);
  await turnPanel(
    interaction,
    now ? reviewPage(now, notice) : renderNoReview(GONE, { canRestart: true }),
  );
};

const textOf = (interaction: Configured, id: string): string => {
  if (!interaction.isModalSubmit()) return '';
  const field = interaction.fields.fields.get(id);
  return field && 'value' in field ? String(field.value ?? '') : '';
};

/** What was written in the form. @throws UserError where it cannot be understood. */
const correctionOf = (interaction: Configured, { reading }: OnDesk): Verdict => {
  const read = readForm(
    {
      design: textOf(interaction, 'design'),
      enrolled: textOf(interaction, 'enrolled'),
      doses: textOf(interaction, 'doses'),
      findings: textOf(interaction, 'findings'),
    },
    reading,
  );
  if (!read.ok) throw new UserError('not-corrected', read.faults);
  return { do: 'correct', corrections: read.corrections };
};

const openForm = async (
  { interaction, admitted, deps }: Use,
  place: { doc: number; content: string },
): Promise<void> => {
  if (interaction.isModalSubmit()) throw new UserError('stale-component');
  const paper = await deps.desk.at(admitted.guild.id, place);
  if (!paper) return turnPanel(interaction, renderNoReview(GONE, { canRestart: true }));
  await interaction.showModal(
    renderCorrectionForm({
      ...place,
      seen: paper.latest?.number ?? 0,
      shown: shownOf(paper),
      reading: paper.reading,
    }),
  );
};

const perform = async (use: Use, action: ReviewAction): Promise<void> => {
  const { interaction, admitted, deps } = use;
  const guildId = admitted.guild.id;
  switch (action.do) {
    case 'next':
      return turnPanel(
        interaction,
        await nextPage(guildId, action.before === 0 ? null : action.before, deps),
      );
    case 'history':
      return turnPanel(interaction, await historyPage(guildId, deps));
    case 'correct':
      return openForm(use, { doc: action.doc, content: action.content });
    case 'corrected':
      return change(use, action, 'correct', (paper) => correctionOf(interaction, paper));
    case 'approve':
    case 'reject':
      return change(use, action, action.do, () => ({ do: action.do }));
    case 'undo':
      return change(use, action, 'undo', () => null);
  }
};

/**
 * Does what a control of a review says, for a member who may.
 * @throws UserError for everybody else, and where the id is stale or forged.
 */
export const onReview = async (interaction: Configured, deps: BotDeps): Promise<void> => {
  const admitted = await admit(interaction, deps);
  const action = decodeReview(interaction.customId);
  if (!action) throw new UserError('stale-component');
  await reaching(() => perform({ interaction, admitted, deps }, action), deps);
};
