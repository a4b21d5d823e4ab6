import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { settingsPage } from './core/settings/settingsPage.ts';

/** `npm run docs:settings`: writes the page on the settings from what they declare. */
writeFileSync(fileURLToPath(new URL('../docs/settings.md', import.meta.url)), settingsPage());
