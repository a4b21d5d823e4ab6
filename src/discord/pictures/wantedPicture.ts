import { type Interaction, PermissionFlagsBits } from 'discord.js';
import type { Answer } from '../../core/domain/answer.ts';
import { studiesDrawn } from '../../core/plot/plotAnswer.ts';
import type { Plot } from '../../core/plot/plotData.ts';
import type { BotDeps } from '../botDeps.ts';
import type { Here } from '../here.ts';
import type { Wanted } from './createPictures.ts';

/** What one study found is said in a line: a picture of it would say no more. */
const LEAST_STUDIES = 2;

const asWanted = (plot: Plot | null, { settings }: Here): Wanted | null => {
  const { pictures } = settings;
  if (plot === null || pictures === 'off') return null;
  return studiesDrawn(plot.data) < LEAST_STUDIES ? null : { plot, background: pictures };
};

/** The picture that an answer is to have in a place; null where it has none. */
export const pictureOfAnswer = (
  answer: Answer,
  here: Here,
  { caveat }: Pick<BotDeps, 'caveat'>,
): Wanted | null =>
  here.settings.pictures === 'off' ? null : asWanted(caveat.plotOf(answer, here.view), here);

/** The map for a list of conditions. */
export const mapOfConditions = (
  conditions: readonly { id: string }[],
  here: Here,
  { caveat }: Pick<BotDeps, 'caveat'>,
): Wanted | null => {
  if (here.settings.pictures === 'off') return null;
  const ids = conditions.map(({ id }) => id);
  return asWanted(caveat.mapOf(ids, here.view), here);
};

/** Whether we may attach files where somebody uses a command or a button. */
export const mayAttach = ({ appPermissions }: Interaction): boolean =>
  appPermissions?.has(PermissionFlagsBits.AttachFiles) ?? true;
