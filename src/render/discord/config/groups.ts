import type { SettingKey } from '../../../core/settings/settings.ts';

export type GroupId = 'where' | 'what' | 'limits' | 'words' | 'people';

/** The settings as the panel lays them out: one menu for each group. */
export const GROUPS: readonly { id: GroupId; label: string; keys: readonly SettingKey[] }[] = [
  { id: 'where', label: 'Where it answers', keys: ['mode', 'place', 'private', 'conditions'] },
  {
    id: 'what',
    label: 'What it shows',
    keys: ['least-certainty', 'animals', 'secondary', 'look-beyond', 'length', 'pictures'],
  },
  {
    id: 'limits',
    label: 'Limits',
    keys: ['cooldown-member', 'cooldown-channel', 'cooldown-exempt'],
  },
  { id: 'words', label: 'Words', keys: ['wording', 'note', 'emergency'] },
  {
    id: 'people',
    label: 'People and privacy',
    keys: ['config-roles', 'report-channel', 'question-log'],
  },
];
