import {
  type APIEmbed,
  type Client,
  ComponentType,
  type Interaction,
  type Message,
  MessageFlags,
} from 'discord.js';

/** A picture of one point. */
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const TREATMENTS = ['Gabapentin', 'Botulinum toxin', 'Carbamazepine', 'Clonazepam'];

const EMBED: APIEmbed = {
  color: 0xf0b232,
  title: 'Gabapentin for hemifacial spasm 123456789012345678',
  description:
    '**The evidence is very uncertain.**\n`▰▰▰▱` very low\n<img src=x onerror="window.hit = 1"> [x](javascript:window.hit=1)',
  fields: [
    { name: 'Findings', value: '- Four of five improved [[1]](<https://example.org/study>)' },
    { name: 'People', value: '5', inline: true },
    { name: 'Studies', value: '1', inline: true },
  ],
  footer: { text: 'Evidence, not medical advice' },
};

const ROWS = [
  {
    type: ComponentType.ActionRow,
    components: [
      { type: ComponentType.Button, style: 1, label: 'Not helpful', custom_id: 'form' },
      { type: ComponentType.Button, style: 2, label: 'Silent', custom_id: 'silent' },
      { type: ComponentType.Button, style: 4, label: 'Off', custom_id: 'off', disabled: true },
    ],
  },
  {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: 'section',
        placeholder: 'Another condition',
        options: [
          { label: 'Hemifacial spasm', value: 'spasm' },
          { label: 'Migraine', value: 'migraine', description: 'Twelve studies' },
        ],
      },
    ],
  },
  {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.UserSelect,
        custom_id: 'people',
        placeholder: 'Up to two people',
        max_values: 2,
      },
    ],
  },
];

const MODAL = {
  custom_id: 'why',
  title: 'What was not helpful?',
  components: [
    {
      type: ComponentType.Label,
      label: 'In your words',
      component: {
        type: ComponentType.TextInput,
        custom_id: 'words',
        style: 1,
        min_length: 3,
        max_length: 100,
        required: true,
      },
    },
    {
      type: ComponentType.Label,
      label: 'Kind',
      component: {
        type: ComponentType.StringSelect,
        custom_id: 'kind',
        options: [
          { label: 'A wrong number', value: 'number' },
          { label: 'A missing study', value: 'study' },
        ],
      },
    },
  ],
};

const COMMANDS = [
  {
    name: 'ask',
    description: 'Ask whether a treatment helps',
    contexts: [0, 1],
    options: [
      { type: 3, name: 'treatment', description: 'Which', required: true, autocomplete: true },
      { type: 4, name: 'year', description: 'Since when', min_value: 1900, max_value: 2100 },
      { type: 5, name: 'private', description: 'To you alone' },
    ],
  },
  { name: 'never', description: 'Is never answered', contexts: [0, 1] },
  {
    name: 'plot',
    description: 'Draws',
    contexts: [0, 1],
    options: [
      {
        type: 1,
        name: 'forest',
        description: 'A forest plot',
        options: [
          {
            type: 3,
            name: 'size',
            description: 'How big',
            required: true,
            choices: [
              { name: 'Small', value: 's' },
              { name: 'Large', value: 'l' },
            ],
          },
        ],
      },
    ],
  },
  { name: 'Check the evidence', type: 3, contexts: [0, 1] },
];

const answerMessage = async (client: Client<true>, message: Message): Promise<void> => {
  if (message.author.bot || !message.mentions.users.has(client.user.id)) return;
  await message.reply({
    embeds: [EMBED],
    components: ROWS as never,
    allowedMentions: { parse: [] },
  });
};

const answerInteraction = async (interaction: Interaction): Promise<void> => {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    const fitting = TREATMENTS.filter((name) => name.toLowerCase().includes(typed));
    await interaction.respond(fitting.map((name) => ({ name, value: name.toLowerCase() })));
  } else if (interaction.isChatInputCommand() && interaction.commandName === 'ask') {
    const { options } = interaction;
    const told = `${options.getString('treatment')} since ${options.getInteger('year') ?? 'ever'}`;
    await interaction.reply({
      content: `You asked of ${told}`,
      ...(options.getBoolean('private') === true && { flags: MessageFlags.Ephemeral }),
    });
  } else if (interaction.isChatInputCommand() && interaction.commandName === 'plot') {
    await interaction.deferReply();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const files = [
      { attachment: Buffer.from(PIXEL, 'base64'), name: 'plot.png', description: 'A forest plot' },
      { attachment: Buffer.from('a,b\n1,2\n'), name: 'table.csv' },
    ];
    const { options } = interaction;
    await interaction.editReply({
      content: `Drawn: ${options.getSubcommand()} ${options.getString('size')}`,
      files,
    });
  } else if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply({
      content: `Checked: ${interaction.targetMessage.content.toUpperCase()}`,
      flags: MessageFlags.Ephemeral,
    });
  } else if (interaction.isButton() && interaction.customId === 'form') {
    await interaction.showModal(MODAL as never);
  } else if (interaction.isModalSubmit()) {
    const words = interaction.fields.getTextInputValue('words');
    const kind = interaction.fields.getStringSelectValues('kind').join();
    await interaction.reply({
      content: `Heard: ${words} (${kind})`,
      flags: MessageFlags.Ephemeral,
    });
  } else if (interaction.isAnySelectMenu()) {
    await interaction.update({ content: `Chosen: ${interaction.values.join()}` });
  }
};

/** A small bot for the page's tests: it answers mentions, /ask, its button, menu and modal. */
export const hangPageBot = async (client: Client<true>): Promise<void> => {
  client.on('messageCreate', (message) => void answerMessage(client, message));
  client.on('interactionCreate', (interaction) => void answerInteraction(interaction));
  await client.application.commands.set(COMMANDS as never);
};
