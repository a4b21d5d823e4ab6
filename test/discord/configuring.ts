import type { Seen } from '../../src/playground/people/see.ts';
import type { PageMessage } from '../../src/playground/protocol.ts';
import { encodeConfig } from '../../src/render/discord/config/configId.ts';
import { type BotOnPlayground, componentsOf } from './botOnPlayground.ts';

type Options = Record<string, string | boolean | number>;
type Who = { userId?: string; channelId?: string };

/** What an admin does with `/config` and its panel; others too, by force. */
export const configuring = (setup: BotOnPlayground) => {
  const { people, ids } = setup.playground;
  const admin = { userId: ids.users.admin, channelId: ids.channels.general };

  const command = (part: string, options: Options = {}, who: Who = {}): Promise<Seen> => {
    const isAdmin = (who.userId ?? admin.userId) === admin.userId;
    // Discord does not offer it to others: they have to force it.
    return people.runCommand({
      ...admin,
      ...who,
      command: 'config',
      path: [part],
      options,
      ...(isAdmin ? {} : { forge: true }),
    });
  };
  const run = async (part: string, options: Options = {}, who: Who = {}): Promise<PageMessage> =>
    (await command(part, options, who)).final();

  const press = (
    panel: PageMessage,
    customId: string,
    values: readonly string[] = [],
    { userId = admin.userId, forge = false } = {},
  ): Promise<Seen> =>
    people.press({
      userId,
      channelId: panel.channel_id,
      messageId: panel.id,
      customId,
      ...(values.length > 0 || customId.includes('choose') ? { values } : {}),
      forge,
    });

  /** The custom id of the control whose id begins so. */
  const controlOf = (panel: PageMessage, start: string): string => {
    const found = componentsOf(panel).find((it) => it.custom_id?.startsWith(`g1:${start}`));
    if (found?.custom_id === undefined) throw new Error(`The panel has no ${start}.`);
    return found.custom_id;
  };
  /** Uses the control whose id begins so, and gives the panel after it. */
  const use = async (
    panel: PageMessage,
    start: string,
    values: readonly string[] = [],
  ): Promise<PageMessage> => (await press(panel, controlOf(panel, start), values)).final();

  /** The page of one setting, the way a person gets there. */
  const open = async (key: string): Promise<PageMessage> => {
    const home = await run('panel');
    const menu = componentsOf(home).find((component) =>
      (component as { options?: { value: string }[] }).options?.some(({ value }) => value === key),
    );
    if (menu?.custom_id === undefined) throw new Error(`No menu has ${key}.`);
    return (await press(home, menu.custom_id, [key])).final();
  };

  /** Opens the form of a setting; what it gives fills it in. */
  const openForm = async (panel: PageMessage): Promise<(text: string) => Promise<Seen>> => {
    const seen = await press(panel, controlOf(panel, 'write'));
    if (seen.kind !== 'modal') throw new Error(`It answered with ${seen.kind}.`);
    return (text) =>
      people.submitModal({
        userId: admin.userId,
        channelId: panel.channel_id,
        customId: seen.modal.custom_id,
        fields: { value: text },
      });
  };
  const write = async (panel: PageMessage, text: string): Promise<Seen> =>
    (await openForm(panel))(text);

  const say = (content: string, channelId: string = ids.channels.ask): PageMessage =>
    people.sendMessage({ userId: ids.users.member, channelId, content });
  const ask = async (content: string, channelId: string = ids.channels.ask): Promise<PageMessage> =>
    people.replyTo(say(content, channelId));
  const askByCommand = async (question: string, options: Options = {}, who: Who = {}) =>
    (
      await people.runCommand({
        userId: ids.users.member,
        channelId: ids.channels.general,
        ...who,
        command: 'ask',
        options: { question, ...options },
      })
    ).final();
  /** Gives a person a role, as an admin would. */
  const giveRole = (userId: string, roleId: string): void => {
    setup.playground.world.members.get(userId)?.roles.push(roleId);
  };
  const stored = () => setup.store.settings.read(ids.guild);

  return {
    command,
    run,
    press,
    controlOf,
    use,
    open,
    openForm,
    write,
    say,
    ask,
    askByCommand,
    giveRole,
    stored,
    encode: encodeConfig,
  };
};
