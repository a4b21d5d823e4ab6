import { channelKey, readChannel } from '../../core/settings/channelSettings.ts';
import { isSettingKey } from '../../core/settings/settings.ts';
import { type ConfigAction, decodeConfig } from '../../render/discord/config/configId.ts';
import { renderChannel, renderChannels } from '../../render/discord/config/renderChannels.ts';
import { renderForm } from '../../render/discord/config/renderForm.ts';
import { CHANNELS_VALUE, renderHome } from '../../render/discord/config/renderHome.ts';
import { renderSetting } from '../../render/discord/config/renderSetting.ts';
import type { BotDeps } from '../botDeps.ts';
import { UserError } from '../userError.ts';
import { admit } from './admit.ts';
import { applyFile, leaveFile } from './applyFile.ts';
import { changeFromPanel, type Page, showPanel, type Use } from './changeFromPanel.ts';
import { channelValue, chosenValue } from './chosenValue.ts';
import { hearingOf } from './hearing.ts';
import { panelStateOf } from './panelState.ts';
import { type Configured, valuesOf } from './turnPanel.ts';

/** The page of a channel; of one that is gone, the list of them. */
const channelPage =
  (channelId: string, { admitted, deps }: Use): Page =>
  (state) => {
    if (!admitted.guild.channels.cache.has(channelId)) return renderChannels(state);
    const others = { ...state.stored, [channelKey(channelId)]: null };
    const inherited = hearingOf({ channelId, parentId: null }, others, deps);
    return renderChannel(channelId, inherited, state);
  };

const openChosen = (use: Use, value: string): Promise<void> => {
  if (value === CHANNELS_VALUE) return showPanel(use, renderChannels);
  if (!isSettingKey(value)) throw new UserError('stale-component');
  return showPanel(use, (state) => renderSetting(value, state));
};

const openForm = async (
  { interaction, admitted, deps }: Use,
  { key }: Extract<ConfigAction, { do: 'write' }>,
): Promise<void> => {
  if (interaction.isModalSubmit()) throw new UserError('stale-component');
  await interaction.showModal(renderForm(key, panelStateOf(admitted, deps)));
};

type ChangingOne = Extract<
  ConfigAction,
  { do: 'switch' | 'choose' | 'conditions' | 'written' | 'reset' }
>;

const changeOne = (use: Use, action: ChangingOne): Promise<void> => {
  const key = action.do === 'conditions' ? 'conditions' : action.key;
  const page = action.do === 'conditions' ? action.page : 0;
  const state = panelStateOf(use.admitted, use.deps);
  const to = action.do === 'reset' ? null : chosenValue(use.interaction, action, state);
  return changeFromPanel(use, { key, seen: action.seen, to }, (now) =>
    renderSetting(key, now, page),
  );
};

type ChangingChannel = Extract<ConfigAction, { do: 'mode' | 'place' | 'inherit' }>;

/** Changes one half of what a channel has of its own: the other stays as it is. */
const changeChannel = (
  use: Use,
  { channelId, seen, ...action }: ChangingChannel,
): Promise<void> => {
  const { interaction, admitted, deps } = use;
  const [chosen = ''] = valuesOf(interaction);
  const now =
    readChannel(admitted.stored, channelId) ??
    hearingOf({ channelId, parentId: null }, admitted.stored, deps);
  const to = action.do === 'inherit' ? null : channelValue({ ...now, [action.do]: chosen });
  return changeFromPanel(
    use,
    { key: channelKey(channelId), seen, to },
    channelPage(channelId, use),
  );
};

const perform = (use: Use, action: ConfigAction): Promise<void> => {
  const [chosen = ''] = valuesOf(use.interaction);
  switch (action.do) {
    case 'home':
      return showPanel(use, renderHome);
    case 'open':
      return openChosen(use, chosen);
    case 'turn':
      return showPanel(use, (state) => renderSetting('conditions', state, action.page));
    case 'channels':
      return showPanel(use, renderChannels);
    case 'channel':
      return showPanel(use, channelPage(chosen, use));
    case 'write':
      return openForm(use, action);
    case 'switch':
    case 'choose':
    case 'conditions':
    case 'written':
    case 'reset':
      return changeOne(use, action);
    case 'mode':
    case 'place':
    case 'inherit':
      return changeChannel(use, action);
    case 'apply':
      return applyFile(use, action.seen);
    case 'cancel':
      return leaveFile(use);
  }
};

/**
 * Does what a control of the panel says, for a member who may.
 * @throws UserError for everybody else, and where the id is stale or forged.
 */
export const onConfig = async (interaction: Configured, deps: BotDeps): Promise<void> => {
  const admitted = await admit(interaction, deps);
  const action = decodeConfig(interaction.customId);
  if (!action) throw new UserError('stale-component');
  await perform({ interaction, admitted, deps }, action);
};
