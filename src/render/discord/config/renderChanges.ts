import { ButtonStyle } from 'discord-api-types/v10';
import { countOf } from '../../../core/answer/words.ts';
import type { NamedCondition } from '../../../core/settings/parseSetting.ts';
import type { Json } from '../../../core/settings/stored.ts';
import { rowOf } from '../components.ts';
import type { MessagePayload } from '../messagePayload.ts';
import { packBlocks } from '../pack.ts';
import { configButton, pageOf, problemLines } from './panelParts.ts';
import { nameOfKey, showStored } from './settingWords.ts';

type Edit = { key: string; from: Json; to: Json };
/** A change that was made: by whom (null once that person had it erased) and when. */
export type ChangeLine = Edit & { userId: string | null; at: number };

const ROOM = 3600;

/** "**Length:** Full → Short" */
export const showEdit = ({ key, from, to }: Edit, known: readonly NamedCondition[]): string =>
  `**${nameOfKey(key)}:** ${showStored(key, from, known)} → ${showStored(key, to, known)}`;

/** Who made a change; who had their name erased is nobody any more. */
const whoMade = (userId: string | null): string =>
  userId !== null && /^\d{15,20}$/.test(userId) ? `<@${userId}>` : 'somebody';

/** "<@1> · 2 minutes ago" */
export const showMaker = ({ userId, at }: Pick<ChangeLine, 'userId' | 'at'>): string =>
  `${whoMade(userId)} <t:${Math.floor(at / 1000)}:R>`;

/** The latest changes, newest first: who, when, from what, to what. */
export const renderHistory = (
  changes: readonly ChangeLine[],
  known: readonly NamedCondition[],
): MessagePayload =>
  pageOf(
    { notice: null },
    {
      title: 'Latest changes',
      lines: [
        changes.length === 0
          ? 'Nothing was changed yet.'
          : packBlocks(
              changes.map((change) => `${showEdit(change, known)}\n-# ${showMaker(change)}`),
              ROOM,
              (left) => `-# ${left} older ones.`,
            ),
        ...(changes.length === 0 ? [] : ['', '/config undo takes back the latest.']),
      ],
    },
    [],
  );

/** What a file would change, to be applied or not. */
export const renderPreview = (
  edits: readonly Edit[],
  known: readonly NamedCondition[],
  { seen, notice }: { seen: string; notice: string | null },
): MessagePayload =>
  pageOf(
    { notice },
    {
      title: `${countOf(edits.length, 'change')} in this file`,
      lines: [
        packBlocks(
          edits.map((edit) => showEdit(edit, known)),
          ROOM,
          (left) => `-# ${left} more.`,
        ),
        '',
        'Nothing was changed yet.',
      ],
    },
    rowOf([
      configButton('Apply', { do: 'apply', seen }, { style: ButtonStyle.Success }),
      configButton('Cancel', { do: 'cancel' }),
    ]),
  );

/** What came of a change, with what is amiss in the channels that are set. */
export const renderTold = (text: string, problems: readonly string[] = []): MessagePayload =>
  pageOf({ notice: null }, { title: 'Settings', lines: [text, ...problemLines(problems)] }, []);
