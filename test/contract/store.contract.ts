import { expect, it } from 'vitest';
import { feedbackContract } from './feedback.contract.ts';
import { privacyContract } from './privacy.contract.ts';
import { repliesContract } from './replies.contract.ts';
import { serversContract } from './servers.contract.ts';
import { settingsContract } from './settings.contract.ts';
import { type Bed, createTrial } from './trial.ts';
import { usageContract } from './usage.contract.ts';

/** What every database has to do, in the same words. */
export const storeContract = (bed: Bed): void => {
  const trial = createTrial(bed);
  repliesContract(trial);
  feedbackContract(trial);
  settingsContract(trial);
  serversContract(trial);
  usageContract(trial);
  privacyContract(trial);
  it('is available, and tells so', () => {
    expect(trial.store.isAvailable()).toBe(true);
  });
};
