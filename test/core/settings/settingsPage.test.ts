import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { SETTING_KEYS } from '../../../src/core/settings/settings.ts';
import { settingsPage } from '../../../src/core/settings/settingsPage.ts';

it('the page on the settings is what they declare: npm run docs:settings', () => {
  const page = readFileSync(new URL('../../../docs/settings.md', import.meta.url), 'utf8');
  expect(page).toBe(settingsPage());
  for (const key of SETTING_KEYS) expect(page).toContain(`| \`${key}\` |`);
});
