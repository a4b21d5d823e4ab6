import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildPage } from '../../src/playground/buildPage.ts';
import { createPlayground, type PageAssets } from '../../src/playground/createPlayground.ts';
import { BROWSER_FLAGS, findBrowser } from './findBrowser.ts';
import { hangPageBot } from './pageBot.ts';
import { startBot } from './startBot.ts';

const executablePath = findBrowser();
const NO_BROWSER =
  'No browser is installed here: the tests of the playground page are skipped. ' +
  'Install Chromium, or name one in CHROMIUM.';
if (executablePath === null) console.warn(NO_BROWSER);

describe.skipIf(executablePath === null)('the page in a browser', () => {
  let assets: PageAssets;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let bot: Awaited<ReturnType<typeof startBot>>;
  let faults: string[];
  let requested: string[];

  const watch = (shown: Page): void => {
    shown.on('pageerror', (error) => faults.push(error.message));
    shown.on('console', (line) => {
      if (line.type() === 'error') faults.push(line.text());
    });
  };

  const open = async (options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
    await context?.close();
    context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    context.on('request', (request) => requested.push(request.url()));
    page = await context.newPage();
    page.setDefaultTimeout(5_000);
    watch(page);
    await page.goto(bot.playground.url);
    await page.getByRole('log').waitFor();
    return page;
  };

  const goTo = (name: string): Promise<void> =>
    page.getByRole('navigation').getByRole('button', { name, exact: true }).click();
  const composer = () => page.getByRole('textbox', { name: /^Message/ });
  const say = async (text: string): Promise<void> => {
    await composer().fill(text);
    await composer().press('Enter');
  };
  const messages = () => page.getByRole('article');

  beforeAll(async () => {
    assets = await buildPage();
    browser = await chromium.launch({
      executablePath: executablePath as string,
      args: BROWSER_FLAGS,
    });
  }, 60_000);
  afterAll(() => browser?.close());

  beforeEach(async () => {
    faults = [];
    requested = [];
    bot = await startBot({ page: assets, limits: { firstResponseMs: 600 } });
    await hangPageBot(bot.client);
    await open();
  });
  afterEach(async () => {
    await context.close();
    const host = new URL(bot.playground.url).host;
    expect(requested.length).toBeGreaterThan(2);
    expect(
      requested.filter((url) => !url.startsWith('data:') && new URL(url).host !== host),
    ).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('says what it is', async () => {
    await page.getByText('No token, nothing leaves this machine.').waitFor();
    await page.getByText('Try one of these').waitFor();
  });

  it('shows a mention answered with an embed, in markdown, and nothing in it runs', async () => {
    await say('@caveat does <b>gabapentin</b> help?\n<img src=x onerror="window.hit = 2">');
    const answer = messages().last();
    await answer.getByRole('heading', { name: /Gabapentin for hemifacial spasm/ }).waitFor();
    await expect(answer.getByRole('link', { name: '[1]' }).getAttribute('href')).resolves.toBe(
      'https://example.org/study',
    );
    await answer.locator('discord-verified-author-tag').waitFor();
    await answer.getByText('[x](javascript:window.hit=1)').waitFor();
    await expect(answer.getByRole('link').count()).resolves.toBe(1);
    await messages().first().getByText('does <b>gabapentin</b> help?').waitFor();
    await expect(page.evaluate('"hit" in globalThis')).resolves.toBe(false);
    await expect(answer.getByRole('button', { name: 'Off' }).isDisabled()).resolves.toBe(true);
  });

  it('fills in a slash command with autocomplete by the keyboard alone', async () => {
    await composer().focus();
    const { keyboard } = page;
    await keyboard.type('/as');
    await page.getByRole('option', { name: '/ask' }).waitFor();
    await keyboard.press('Enter');
    await page.getByRole('option', { name: 'Gabapentin' }).waitFor();
    await keyboard.type('c');
    await page.getByRole('option', { name: 'Gabapentin' }).waitFor({ state: 'detached' });
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await page.getByRole('combobox', { name: 'year' }).waitFor();
    await keyboard.type('1800');
    await keyboard.press('Enter');
    await page.getByText('No less than 1900.').waitFor();
    await keyboard.press('Control+A');
    await keyboard.type('1999');
    await keyboard.press('Enter');
    await page.getByText('You asked of clonazepam since 1999').waitFor();
    await expect(composer().evaluate((it) => it.matches(':focus'))).resolves.toBe(true);
  });

  it('does not send a command without what it requires, and leaves it by Escape', async () => {
    await composer().fill('/ask ');
    await page.getByRole('option', { name: 'Gabapentin' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.getByText('This option is required.').waitFor();
    await page.keyboard.press('Escape');
    await composer().waitFor();
  });

  it('opens a modal on a button, checks it, and shows the answer to that person alone', async () => {
    await say('@Caveat hello');
    await page.getByRole('button', { name: 'Not helpful' }).click();
    const modal = page.getByRole('dialog', { name: 'What was not helpful?' });
    await modal.getByRole('button', { name: 'Submit' }).click();
    await modal.getByText('This field is required.').waitFor();
    await modal.getByLabel('In your words').fill('no');
    await page.keyboard.press('Enter');
    await modal.getByText('At least 3 characters.').waitFor();
    await modal.getByLabel('In your words').fill('numbers');
    await modal.getByText('Make a choice.').waitFor();
    await modal.getByRole('combobox', { name: 'Kind' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'A missing study' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('option', { name: 'A missing study' }).waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await modal.getByRole('button', { name: 'Submit' }).click();
    await modal.waitFor({ state: 'detached' });
    await page.getByText('Heard: numbers (study)').waitFor();
    await page.getByText('Only you can see this').waitFor();

    await page.getByRole('button', { name: 'Alex admin' }).click();
    await page.getByRole('button', { name: 'Alex admin', pressed: true }).waitFor();
    await messages().first().waitFor();
    await expect(page.getByText('Heard: numbers (study)').count()).resolves.toBe(0);

    await page.getByRole('button', { name: 'Sam member' }).click();
    await page.getByText('Heard: numbers (study)').waitFor();
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    await page.getByText('Heard: numbers (study)').waitFor({ state: 'detached' });
  });

  it('chooses in a select menu by the keyboard', async () => {
    await say('@Caveat hello');
    await page.getByRole('combobox', { name: 'Another condition' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'Migraine' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText('Chosen: migraine').waitFor();
  });

  it('sends what was picked of several once the menu is shut', async () => {
    await say('@Caveat hello');
    await page.getByRole('combobox', { name: 'Up to two people' }).click();
    const names = ['Sam', 'Alex', 'Caveat'];
    for (const name of names) await page.getByRole('option', { name, exact: true }).click();
    await expect(page.getByRole('option', { selected: true }).allInnerTexts()).resolves.toEqual([
      'Alex',
      'Sam',
    ]);
    await page.keyboard.press('Escape');
    const { users } = bot.playground.ids;
    await page.getByText(`Chosen: ${users.member},${users.admin}`).waitFor();
  });

  it('goes by subcommands and choices, and shows an answer on its way, then its files', async () => {
    await composer().fill('/plot');
    await page.getByRole('option', { name: '/plot forest' }).click();
    await page.getByRole('option', { name: 'Large' }).click();
    await page.keyboard.press('Enter');
    await page.getByText('Caveat is thinking…').waitFor();
    await messages().getByText('Drawn: forest l').waitFor();
    const picture = page.getByRole('img', { name: 'A forest plot' });
    await expect
      .poll(() =>
        picture.evaluate((it) => (it as unknown as { naturalWidth: number }).naturalWidth),
      )
      .toBe(1);
    await page.getByRole('link', { name: /table.csv 8 bytes/ }).waitFor();
  });

  it('says who is typing', async () => {
    const { ids } = bot.playground;
    const channel = await bot.client.channels.fetch(ids.channels.ask);
    if (channel?.isSendable()) await channel.sendTyping();
    await page.getByText('Caveat is typing…').waitFor();
    if (channel?.isSendable()) await channel.send('done typing');
    await page.getByText('Caveat is typing…').waitFor({ state: 'detached' });
  });

  it('says when the bot does not answer, for a command and for a button', async () => {
    await say('@Caveat hello');
    await page.getByRole('button', { name: 'Silent' }).click();
    await messages().last().getByRole('alert').waitFor();
    await composer().fill('/never ');
    await page.keyboard.press('Enter');
    await page.getByText('/never: The application did not respond').waitFor();
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    await page.getByText('/never: The application').waitFor({ state: 'detached' });
  });

  it('edits, answers, checks and deletes messages by the keyboard', async () => {
    await say('first words');
    await messages().getByText('first words').waitFor();
    await page.keyboard.press('ArrowUp');
    await page.getByRole('textbox', { name: 'Edit your message' }).fill('second words');
    await page.keyboard.press('Enter');
    await messages().getByText('second words').waitFor();
    await messages().getByText('(edited)').waitFor();

    const menu = async (item: string): Promise<void> => {
      await messages().first().focus();
      await messages().first().getByRole('button', { name: 'More' }).focus();
      await page.keyboard.press('Enter');
      const wanted = page.getByRole('menuitem', { name: item });
      await wanted.waitFor();
      for (let steps = 0; steps < 8; steps += 1) {
        if (await wanted.evaluate((it) => it.matches(':focus'))) break;
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
    };
    await menu('Check the evidence');
    await page.getByText('Checked: SECOND WORDS').waitFor();
    await menu('Reply');
    await page.getByText('Replying to').waitFor();
    await say('an answer');
    await messages().last().getByRole('button', { name: 'second words' }).waitFor();
    await menu('Delete');
    await messages().last().getByText('Original message was deleted').waitFor();
  });

  it('shows the other person’s messages and marks channels that have something new', async () => {
    const { people, ids } = bot.playground;
    people.sendMessage({
      userId: ids.users.admin,
      channelId: ids.channels.general,
      content: 'anybody here?',
    });
    await page.getByRole('button', { name: 'general unread' }).click();
    await messages().getByText('anybody here?').waitFor();
    await page.getByRole('button', { name: 'general unread' }).waitFor({ state: 'detached' });
  });

  it('says when the bot is away, and comes back by itself when the playground does', async () => {
    await bot.client.destroy();
    await page.getByText('Caveat is offline').waitFor();
    const { url } = bot.playground;
    await bot.playground.close();
    await page.getByText('The playground is not reached').waitFor();
    faults = [];
    const again = await createPlayground({ page: assets, port: Number(new URL(url).port) });
    await page.getByText('The playground is not reached').waitFor({ state: 'detached' });
    again.people.sendMessage({
      userId: again.ids.users.admin,
      channelId: again.ids.channels.ask,
      content: 'we are back',
    });
    await messages().getByText('we are back').waitFor();
    await again.close();
    // The browser itself tells the console of each try that was refused.
    faults = faults.filter((fault) => !fault.includes('WebSocket'));
  });

  it('lets a user go who is remembered but not known here', async () => {
    await page.evaluate(() => sessionStorage.setItem('playground-user', '1'));
    await page.reload();
    await page.getByRole('button', { name: /^Sam/, pressed: true }).waitFor();
    faults = faults.filter((fault) => !fault.includes('WebSocket'));
  });

  it('stays at the end while messages grow, until one goes up', async () => {
    const distance = (): Promise<number> =>
      page
        .locator('.scroller')
        .evaluate((it) => Math.round(it.scrollHeight - it.scrollTop - it.clientHeight));
    for (let i = 0; i < 4; i += 1) {
      await say('@Caveat hello');
      await expect.poll(() => messages().count()).toBe(2 * i + 2);
    }
    await page
      .getByRole('heading', { name: /Gabapentin for/ })
      .nth(3)
      .waitFor();
    await expect.poll(distance).toBe(0);
    // A picture comes, and something else is drawn before anybody could see that the end moved.
    await page.evaluate(`
      [...document.querySelectorAll('[role=article]')].at(-1).style.paddingBottom = '900px';
      document.querySelector('#composer').value = 'x';
      document.querySelector('#composer').dispatchEvent(new InputEvent('input', { bubbles: true }));
    `);
    await expect.poll(distance).toBe(0);
    await page.locator('.scroller').evaluate((it) => it.scrollTo(0, 0));
    await say('hello again');
    await messages().getByText('hello again').waitFor();
    expect(await distance()).toBeGreaterThan(900);
  });

  it('fits a phone: nothing scrolls sideways, the channels are in a drawer', async () => {
    await open({ viewport: { width: 360, height: 700 }, isMobile: true, hasTouch: true });
    await say(`@Caveat ${'x'.repeat(400)} https://example.org/${'y'.repeat(200)}`);
    await page.getByRole('heading', { name: /Gabapentin for/ }).waitFor();
    await say(`\`\`\`\n${'z'.repeat(300)}\n\`\`\``);
    await messages().nth(2).waitFor();
    const widths = await page
      .locator('html, #app, .scroller, .foot')
      .evaluateAll((all) => all.map((it) => it.scrollWidth));
    const edges = await page
      .locator('.scroller .md *, .scroller .button, .scroller .select, .composer *')
      .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().right));
    const widest = Math.max(...widths, ...edges);
    expect(widest).toBeLessThanOrEqual(360);

    const left = async () => (await page.locator('.sidebar').boundingBox())?.x;
    await page.getByRole('button', { name: 'Channels' }).tap();
    await expect.poll(left).toBe(0);
    const small = await page.getByRole('button').evaluateAll((all) =>
      all
        .filter((it) => it.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .filter((it) => !it.closest('.md, discord-reply'))
        .filter((it) => it.getBoundingClientRect().height < 40)
        .map((it) => it.outerHTML),
    );
    expect(small).toEqual([]);
    await goTo('general');
    await expect.poll(left).toBeLessThanOrEqual(-300);
  });

  it('keeps the theme that was chosen', async () => {
    await open({ colorScheme: 'light' });
    await page.getByRole('button', { name: 'Switch to the dark theme' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Switch to the light theme' }).waitFor();
  });
});
