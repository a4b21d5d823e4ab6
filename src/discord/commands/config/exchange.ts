import { AttachmentBuilder, type InteractionReplyOptions, MessageFlags } from 'discord.js';
import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { exportSettings } from '../../../core/settings/exchangeSettings.ts';
import { renderPreview, renderTold } from '../../../render/discord/config/renderChanges.ts';
import { definePart } from '../../command.ts';
import { admit } from '../../config/admit.ts';
import { editsOfFile } from '../../config/applyFile.ts';
import { knownConditions } from '../../config/panelState.ts';
import { readAttachment } from '../../config/readAttachment.ts';
import { toOptions } from '../../reply.ts';

const FILE_NAME = 'caveat-settings.json';

const fileOf = (text: string): AttachmentBuilder =>
  new AttachmentBuilder(Buffer.from(text, 'utf8'), { name: FILE_NAME });

export const exportPart = definePart({
  payload: { name: 'export', description: 'All settings as a file, to keep or to carry on' },
  run: async ({ interaction, deps }) => {
    const { stored } = await admit(interaction, deps);
    await interaction.reply({
      content: 'The settings of this server. `/config import` takes this file.',
      files: [fileOf(exportSettings(stored))],
      flags: MessageFlags.Ephemeral,
      allowedMentions: { parse: [] },
    });
  },
});

export const importPart = definePart({
  payload: {
    name: 'import',
    description: 'Take the settings from a file; you see first what it would change',
    options: [
      {
        type: ApplicationCommandOptionType.Attachment,
        name: 'file',
        description: 'A file that /config export gave',
        required: true,
      },
    ],
  },
  run: async ({ interaction, args, deps }) => {
    const admitted = await admit(interaction, deps);
    const text = await readAttachment(args.file, interaction.client.rest.options.api);
    const { edits, leftOut, seen } = editsOfFile(text, admitted);
    const preview =
      edits.length === 0
        ? renderTold(
            ['The settings are as in this file already.', ...(leftOut ? [leftOut] : [])].join('\n'),
          )
        : renderPreview(edits, knownConditions(deps), { seen, notice: leftOut });
    await interaction.reply({
      ...toOptions(preview),
      flags: MessageFlags.Ephemeral,
      // What is applied is read from the preview itself, so that nothing has to be kept.
      ...(edits.length === 0 ? {} : { files: [fileOf(text)] }),
    } as InteractionReplyOptions);
  },
});
