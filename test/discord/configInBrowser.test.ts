import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildPage } from '../../src/playground/buildPage.ts';
import type { PageAssets } from '../../src/playground/createPlayground.ts';
import { BROWSER_FLAGS, findBrowser } from '../playground/findBrowser.ts';
import { type BotOnPlayground, startBotOnPlayground } from './botOnPlayground.ts';

const executablePath = findBrowser();
if (executablePath === null)
  console.warn('No browser is installed here: the test of the panel in one is skipped.');

describe.skipIf(executablePath === null)('the panel of the settings in a browser', () => {
  let assets: PageAssets;
  let browser: Browser;
  let page: Page;
  let setup: BotOnPlayground;
  let faults: string[];

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
    setup = await startBotOnPlayground({ page: assets });
    page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
    page.setDefaultTimeout(5_000);
    page.on('pageerror', ({ message }) => faults.push(message));
    await page.goto(setup.playground.url);
    await page.getByRole('log').waitFor();
  });
  afterEach(async () => {
    await page.close();
    await setup.stop();
    expect(faults).toEqual([]);
  });

  const composer = () => page.getByRole('textbox', { name: /^Message/ });
  const stored = () => setup.store.settings.read(setup.playground.ids.guild);
  const menu = (name: string) => page.getByRole('combobox', { name });
  const choose = async (name: string, option: string | RegExp): Promise<void> => {
    await menu(name).click();
    await page.getByRole('option', { name: option }).click();
  };

  it('is opened by the admin, who changes a choice, a text, roles and a channel', async () => {
    await page.getByRole('button', { name: 'Alex admin' }).click();
    await page.getByRole('button', { name: 'Alex admin', pressed: true }).waitFor();
    await composer().fill('/config panel');
    await page.getByRole('option', { name: '/config panel' }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Settings of this server' }).waitFor();
    await page.getByText('Only you can see this').waitFor();

    await choose('What it shows', /^Length/);
    await page.getByRole('heading', { name: 'Length' }).waitFor();
    await choose('Length', 'Short');
    await page.getByText('Saved.').waitFor();
    expect(await stored()).toEqual({ length: 'short' });

    await page.getByRole('button', { name: 'Back to all settings' }).click();
    await choose('Words', /^Note/);
    await page.getByRole('button', { name: 'Change' }).click();
    const form = page.getByRole('dialog', { name: 'Note' });
    await form.getByRole('textbox').fill('Our moderators are no doctors.');
    await form.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('Now: Our moderators are no doctors.').waitFor();

    await page.getByRole('button', { name: 'Back to all settings' }).click();
    await choose('People and privacy', /^Roles that may configure/);
    await choose('None. Choose roles', 'Helpers');
    await page.keyboard.press('Escape');
    const { roles, channels } = setup.playground.ids;
    await expect.poll(stored).toHaveProperty('config-roles', [roles.helpers]);
    await page.getByText('Helpers').first().waitFor();

    await page.getByRole('button', { name: 'Back to all settings' }).click();
    await choose('Where it answers', /^Channels/);
    await choose('Choose a channel', /read-only/);
    await choose('What is answered', 'All questions');
    await page
      .getByText(/I lack Send Messages/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Back to all settings' }).click();
    await page.getByText('Needs your attention').waitFor();
    expect(await stored()).toEqual({
      length: 'short',
      note: 'Our moderators are no doctors.',
      'config-roles': [roles.helpers],
      [`channel:${channels.readOnly}`]: { mode: 'all', place: 'channel' },
    });
  });

  it('is not offered to the member', async () => {
    await composer().fill('/conf');
    await page.getByText('/config', { exact: false }).waitFor({ state: 'hidden' });
    expect(await page.getByRole('option', { name: /config/ }).count()).toBe(0);
  });
});
