import { closingLine } from '../evidenceWords.ts';
import { PLAIN_COLOUR } from './colours.ts';
import { type MessagePayload, messageOf } from './messagePayload.ts';
import { contactLine } from './renderPrivacy.ts';
import { cleanWithin } from './safeText.ts';

type About = {
  studies: number;
  conditions: number;
  interventions: number;
  asOf: string;
  version: string;
  /** Who runs this bot; null where they do not say. */
  contact: string | null;
};

/** What Caveat is, what it holds and what it does not do. */
export const renderAbout = (about: About): MessagePayload => {
  const { studies, conditions, interventions, asOf, version, contact } = about;
  const description = [
    '**Caveat answers whether a treatment helps a condition, from study records.**',
    'Every number links to its study. How sure one can be is rated by GRADE, step by step: press “Why this rating?”. Studies that found nothing stand beside those that found something. The same question always gets the same answer; no text is made up by a machine.',
    `It holds ${studies} studies of ${interventions} treatments for ${conditions} conditions. What is not in them, it says it does not know.`,
    'It informs. It never says what anyone should take: ask a doctor or a pharmacist.',
    contactLine(contact),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  return messageOf({
    title: 'About Caveat',
    description,
    color: PLAIN_COLOUR,
    footer: { text: `${closingLine({ studies, asOf })} Version ${cleanWithin(version, 40)}.` },
  });
};
