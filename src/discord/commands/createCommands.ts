import type { Command } from '../command.ts';
import { about } from './about.ts';
import { ask } from './ask.ts';
import { checkEvidence } from './checkEvidence.ts';
import { compare } from './compare.ts';
import { condition } from './condition.ts';
import { conditionCommand } from './conditionCommands.ts';
import { conditions } from './conditions.ts';
import { config } from './config/config.ts';
import { help } from './help.ts';
import { library } from './library/library.ts';
import { privacy } from './privacy.ts';
import { report } from './report.ts';
import { study } from './study.ts';
import { treatment } from './treatment.ts';

const GENERAL = [
  ask,
  condition,
  treatment,
  compare,
  study,
  library,
  conditions,
  about,
  help,
  privacy,
  report,
  config,
];

/**
 * Every command of the bot: the one list that router, deployment and help read.
 * @param known the conditions, most studied first: those beyond Discord's limit are reached by
 *   `/condition`
 */
export const createCommands = (
  known: readonly { id: string; label: string; command: string | null }[],
): readonly Command[] => [
  ...GENERAL,
  ...known
    .flatMap(({ command, ...rest }) => (command === null ? [] : [{ ...rest, command }]))
    .map(conditionCommand),
  checkEvidence,
];
