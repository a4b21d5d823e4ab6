import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import dotenv from 'dotenv';
import { createCaveat } from './app/createCaveat.ts';
import { joinPrivacy } from './app/joinPrivacy.ts';
import { createPaperReader } from './app/papers/createPaperReader.ts';
import { createReadings } from './app/papers/createReadings.ts';
import { createReviewDesk } from './app/papers/createReviewDesk.ts';
import { type Config, readConfig } from './config.ts';
import { createPaperLinker } from './core/extraction/paper/linkPaper.ts';
import { createOtherNames } from './core/papers/otherNames.ts';
import type { BotDeps } from './discord/botDeps.ts';
import { createCommands } from './discord/commands/createCommands.ts';
import { globalPayloads } from './discord/commands/scopes.ts';
import { deploy } from './discord/deployment.ts';
import { createCourtesy } from './discord/events/createCourtesy.ts';
import { createInHand } from './discord/inHand.ts';
import { createOneAtATime } from './discord/library/oneAtATime.ts';
import { CAPS, createLimits, NO_CAPS } from './discord/limits/createLimits.ts';
import { createPictures } from './discord/pictures/createPictures.ts';
import { type Bot, startBot } from './discord/startBot.ts';
import { startChores } from './discord/usage/chores.ts';
import { readPapers } from './importers/readPapers.ts';
import { createStudyIndex } from './library/createStudyIndex.ts';
import { CHANGE_MODEL, loadChangeModel } from './library/loadChangeModel.ts';
import { loadLanguage } from './library/loadLanguage.ts';
import { loadLibrary } from './library/loadLibrary.ts';
import { createLiterature } from './literature/createLiterature.ts';
import { openPapers, type PapersPlace } from './papers/openPapers.ts';
import { createPlotter } from './plot/createPlotter.ts';
import { faultOf } from './ports/faultOf.ts';
import type { Logger } from './ports/logger.ts';
import type { Plotter } from './ports/plotter.ts';
import { createLogger } from './process/createLogger.ts';
import { endWith } from './process/endWith.ts';
import { startHealthServer } from './process/startHealthServer.ts';
import { whenToldToStop } from './process/whenToldToStop.ts';
import { openStore, type StorePlace } from './store/openStore.ts';

/** A stop waits so long for the answers in hand. */
const STOP_LIMIT_MS = 10_000;

/** Imports take time from answers: the bot has no more in hand at once. */
const MOST_IMPORTS = 2;

const readText = (name: string): string =>
  readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

const { version } = JSON.parse(readText('package.json')) as { version: string };

/** What is promised to people; `/privacy policy` gives them to whoever asks. */
const DOCUMENTS = ['PRIVACY.md', 'TERMS.md'];

/** Where the bot connects to: Discord, or the stand-in on this machine. */
type Place = {
  token: string;
  apiUrl: string | null;
  store: StorePlace;
  papers: PapersPlace;
  answerChannels: Config['answerChannels'];
  messageContent: boolean;
  opened: (bot: Bot, deps: BotDeps) => Promise<void>;
  close: () => Promise<void>;
};

const openDiscord = (config: Config, token: string): Place => ({
  ...config,
  token,
  apiUrl: config.discordApi,
  opened: async ({ client }, { commands, logger }) => {
    const scope = { applicationId: client.application.id, guildId: null };
    const difference = await deploy(client.rest, scope, globalPayloads(commands), { dryRun: true });
    const { create, update, remove } = difference;
    const count = create.length + update.length + remove.length;
    if (count > 0)
      logger.warn({ count }, 'the slash commands on Discord are not up to date: npm run deploy');
  },
  close: async () => {},
});

/** The playground is loaded only where it is used: a server that runs the bot needs none of it. */
const openPlayground = async (config: Config): Promise<Place> => {
  const { buildPage } = await import('./playground/buildPage.ts');
  const { createPlayground } = await import('./playground/createPlayground.ts');
  const scratch = mkdtempSync(join(tmpdir(), 'caveat-playground-'));
  const playground = await createPlayground({
    port: config.playgroundPort,
    page: await buildPage(),
  });
  return {
    token: playground.token,
    apiUrl: playground.apiUrl,
    store: { file: ':memory:' },
    papers: { file: join(scratch, 'papers.sqlite') },
    answerChannels:
      config.answerChannels.length > 0 ? config.answerChannels : [playground.ids.channels.ask],
    messageContent: config.messageContent,
    opened: async ({ client }, { commands }) => {
      const scope = { applicationId: client.application.id, guildId: null };
      await deploy(client.rest, scope, globalPayloads(commands), { dryRun: false });
      process.stdout.write(
        `No DISCORD_TOKEN is set, so this is the playground: the same bot, on a stand-in for Discord.\n\n  ${playground.url}\n\nNothing leaves this machine. Ctrl-C ends it. README.md says how to set up the bot in Discord.\n`,
      );
    },
    close: async () => {
      await playground.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
};

const createDeps = (
  config: Config,
  place: Place,
  { logger, plotter }: { logger: Logger; plotter: Plotter },
) => {
  const library = loadLibrary(config.libraryDir);
  const language = loadLanguage(config.libraryDir);
  const index = createStudyIndex(library.studies);
  const caveat = createCaveat({ library, index, language });
  const link = createPaperLinker(library, language);
  const { answerChannels } = place;
  return {
    index,
    library,
    otherNames: createOtherNames(library, language),
    read: createPaperReader({
      model: loadChangeModel(CHANGE_MODEL),
      link,
      outcomes: library.outcomes,
    }),
    caveat,
    commands: createCommands(caveat.conditions),
    logger,
    pictures: createPictures({ plotter, logger }),
    inHand: createInHand(),
    courtesy: createCourtesy(),
    hearsAll: (channelId: string, parentId: string | null) =>
      answerChannels === 'all' ||
      answerChannels.includes(channelId) ||
      (parentId !== null && answerChannels.includes(parentId)),
    version,
    limits: createLimits(config.limits ? CAPS : NO_CAPS),
    literature: createLiterature({ ...config.literature, readPapers, version }),
    readPapers,
    serverPapers: config.serverPapers,
    importing: createOneAtATime(MOST_IMPORTS),
    operatorContact: config.operatorContact,
    documents: DOCUMENTS.map((name) => ({ name, text: readText(name) })),
  };
};

const main = async (): Promise<void> => {
  const config = readConfig(process.env);
  const { token } = config;
  const logger = createLogger(config.logLevel ?? (token === null ? 'warn' : 'info'));
  const place = token === null ? await openPlayground(config) : openDiscord(config, token);
  const plotter = createPlotter();
  const { index, library, read, otherNames, ...parts } = createDeps(config, place, {
    logger,
    plotter,
  });
  const store = await openStore(place.store, { logger });
  const papers = await openPapers(place.papers, { expand: otherNames });
  const readings = createReadings({
    library,
    index,
    subjectOf: parts.caveat.subjectOf,
    papers,
    read,
    search: parts.literature.search,
    logger,
  });
  const deps: BotDeps = {
    ...parts,
    papers,
    readings,
    desk: createReviewDesk({ reviews: papers.reviews, read }),
    replies: store.replies,
    feedback: store.feedback,
    settings: store.settings,
    guilds: store.guilds,
    usage: store.usage,
    privacy: joinPrivacy([store.privacy, papers.reviews.privacy]),
  };
  let bot: Bot | null = null;
  const health =
    config.healthPort === null
      ? null
      : await startHealthServer(config.healthPort, () => bot?.isReady() ?? false);
  const closeAll = async (): Promise<void> => {
    // An answer in hand is given; one without its picture is one too.
    await plotter.stop();
    await bot?.stop(STOP_LIMIT_MS);
    await health?.close();
    await papers.close();
    await place.close();
    await store.close();
    index.close();
  };
  whenToldToStop((signal) => {
    logger.info({ signal }, 'told to stop: finishing what is in hand');
    closeAll().then(
      () => process.exit(0),
      (error) => {
        logger.error({ fault: faultOf(error) }, 'stopping failed');
        process.exit(1);
      },
    );
  });
  bot = await startBot({ ...place }, deps);
  await place.opened(bot, deps);
  startChores(bot.client, deps);
  bot.refused.then((refusal) => {
    process.stderr.write(`${refusal.message}\n`);
    closeAll().finally(() => process.exit(1));
  });
};

dotenv.config({ quiet: true });
process.on('uncaughtException', endWith);
process.on('unhandledRejection', endWith);
await main().catch(endWith);
