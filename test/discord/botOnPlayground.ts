import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCaveat } from '../../src/app/createCaveat.ts';
import { joinPrivacy } from '../../src/app/joinPrivacy.ts';
import { createPaperReader } from '../../src/app/papers/createPaperReader.ts';
import { createReadings } from '../../src/app/papers/createReadings.ts';
import { createReviewDesk } from '../../src/app/papers/createReviewDesk.ts';
import { createPaperLinker } from '../../src/core/extraction/paper/linkPaper.ts';
import { createOtherNames } from '../../src/core/papers/otherNames.ts';
import type { BotDeps } from '../../src/discord/botDeps.ts';
import { createCommands } from '../../src/discord/commands/createCommands.ts';
import { globalPayloads } from '../../src/discord/commands/scopes.ts';
import { deploy } from '../../src/discord/deployment.ts';
import { createCourtesy } from '../../src/discord/events/createCourtesy.ts';
import { createInHand } from '../../src/discord/inHand.ts';
import { createOneAtATime } from '../../src/discord/library/oneAtATime.ts';
import { createLimits, NO_CAPS } from '../../src/discord/limits/createLimits.ts';
import { createPictures } from '../../src/discord/pictures/createPictures.ts';
import { type Bot, startBot } from '../../src/discord/startBot.ts';
import { readPapers } from '../../src/importers/readPapers.ts';
import { createStudyIndex } from '../../src/library/createStudyIndex.ts';
import { CHANGE_MODEL, loadChangeModel } from '../../src/library/loadChangeModel.ts';
import { loadLanguage } from '../../src/library/loadLanguage.ts';
import { loadLibrary } from '../../src/library/loadLibrary.ts';
import { createLiterature } from '../../src/literature/createLiterature.ts';
import { openPapers, type Papers } from '../../src/papers/openPapers.ts';
import {
  createPlayground,
  type PageAssets,
  type Playground,
} from '../../src/playground/createPlayground.ts';
import { createPlotter } from '../../src/plot/createPlotter.ts';
import type { Plotter } from '../../src/ports/plotter.ts';
import { createLogger } from '../../src/process/createLogger.ts';
import { openStore, type Store } from '../../src/store/openStore.ts';

const DATA = fileURLToPath(new URL('../../data', import.meta.url));
const library = loadLibrary(DATA);
/** Nobody answers there: a test that looks papers up brings a service of its own. */
const NOWHERE = { europePmc: 'http://127.0.0.1:1/', eutils: 'http://127.0.0.1:1/' };

const language = loadLanguage(DATA);
const index = createStudyIndex(library.studies);
const caveat = createCaveat({ library, index, language });
const link = createPaperLinker(library, language);
const read = createPaperReader({
  model: loadChangeModel(CHANGE_MODEL),
  link,
  outcomes: library.outcomes,
});

export type BotOnPlayground = {
  playground: Playground;
  bot: Bot;
  deps: BotDeps;
  store: Store;
  papers: Papers;
  /** Every line logged so far. */
  log: string[];
  stop: () => Promise<void>;
};

type Options = {
  messageContent?: boolean;
  /** Parts of the bot to replace. */
  deps?: Partial<BotDeps>;
  /** What draws its pictures. */
  plotter?: Plotter;
  /** A playground and store that another bot left behind: a restart. */
  after?: BotOnPlayground;
  firstResponseMs?: number;
  /** The page of the playground, to look at it in a browser. */
  page?: PageAssets;
  /** The longest wait for what is beyond the library. */
  beyondLimitMs?: number;
  /** Papers in the place of the usual, such as ones that fail. */
  papers?: (papers: Papers) => Papers;
};

/** The whole bot over real sockets, on a stand-in for Discord; it hears all in #ask-caveat. */
export const startBotOnPlayground = async ({
  messageContent = true,
  deps: replaced = {},
  plotter = createPlotter(),
  after,
  firstResponseMs = 3_000,
  page,
  papers: wrap = (usual) => usual,
  beyondLimitMs = 6_000,
}: Options = {}): Promise<BotOnPlayground> => {
  const playground =
    after?.playground ??
    (await createPlayground({ page: page ?? null, limits: { firstResponseMs } }));
  const store = after?.store ?? (await openStore({ file: ':memory:' }));
  const folder = mkdtempSync(join(tmpdir(), 'caveat-bot-'));
  const papers = wrap(
    after?.papers ??
      (await openPapers(
        { file: join(folder, 'papers.sqlite') },
        { expand: createOtherNames(library, language) },
      )),
  );
  const log: string[] = [];
  const logger = createLogger('debug', { write: (line) => void log.push(line) });
  const literature =
    replaced.literature ??
    createLiterature({
      readPapers,
      cacheDir: join(folder, 'literature'),
      email: null,
      apiKey: null,
      version: '0.0.0-test',
      services: NOWHERE,
      manners: { backOffMs: 1 },
    });
  const deps: BotDeps = {
    caveat,
    commands: createCommands(caveat.conditions),
    replies: store.replies,
    feedback: store.feedback,
    settings: store.settings,
    guilds: store.guilds,
    usage: store.usage,
    privacy: joinPrivacy([store.privacy, papers.reviews.privacy]),
    papers,
    literature,
    readings: createReadings({
      library,
      index,
      subjectOf: caveat.subjectOf,
      papers,
      read,
      search: literature.search,
      logger,
      beyondLimitMs,
    }),
    desk: createReviewDesk({ reviews: papers.reviews, read }),
    readPapers,
    serverPapers: 100,
    importing: createOneAtATime(2),
    logger,
    pictures: createPictures({ plotter, logger }),
    inHand: createInHand(),
    courtesy: createCourtesy(),
    // Tests ask faster than people do.
    limits: createLimits(NO_CAPS),
    operatorContact: null,
    documents: [],
    hearsAll: (channelId, parentId) => [channelId, parentId].includes(playground.ids.channels.ask),
    version: '0.0.0-test',
    ...replaced,
  };
  const bot = await startBot(
    { token: playground.token, apiUrl: playground.apiUrl, messageContent },
    deps,
  );
  await deploy(
    bot.client.rest,
    { applicationId: playground.applicationId, guildId: null },
    globalPayloads(deps.commands),
    { dryRun: false },
  );
  await playground.people.waitFor(
    ({ commands }) => [...commands.values()].some((command) => command.guild_id !== undefined),
    { what: 'the commands of the server' },
  );
  return {
    playground,
    bot,
    deps,
    store,
    papers,
    log,
    stop: async () => {
      await bot.stop(5_000);
      await plotter.stop();
      await playground.close();
      await store.close();
      await papers.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Everything a message says, for a look at the words. */
export const textOf = (message: {
  content: string;
  embeds: readonly {
    title?: string | undefined;
    description?: string | undefined;
    fields?: readonly { name: string; value: string }[] | undefined;
  }[];
}): string =>
  [
    message.content,
    ...message.embeds.flatMap(({ title = '', description = '', fields = [] }) => [
      title,
      description,
      ...fields.flatMap(({ name, value }) => [name, value]),
    ]),
  ].join('\n');

type Component = { custom_id?: string; label?: string; disabled?: boolean; type: number };

/** The buttons and menus of a message, row by row in one list. */
export const componentsOf = (message: { components?: unknown }): Component[] =>
  ((message.components ?? []) as { components: Component[] }[]).flatMap((row) => row.components);

/** The custom id of the button of this label, or of the menu whose id begins so. */
export const idOf = (message: { components?: unknown }, label: string): string => {
  const found = componentsOf(message).find(
    (component) => component.label?.startsWith(label) || component.custom_id?.startsWith(label),
  );
  if (found?.custom_id === undefined) throw new Error(`There is no ${label} on this message.`);
  return found.custom_id;
};

export const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms));
