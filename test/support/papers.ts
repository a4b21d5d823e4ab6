import { Paper } from '../../src/core/domain/paper.ts';

/** A paper of which only the rest is at its default. */
export const paper = (fields: Partial<Paper> & { title: string }): Paper => Paper.parse(fields);

const of = (pmid: string, title: string, abstract: string): Paper =>
  paper({ pmid, title, abstract });

/** A few papers that are about different things. */
export const PAPERS: readonly Paper[] = [
  of(
    '1001',
    'Baclofen for spasticity in multiple sclerosis: a randomised trial',
    'Thirty patients took baclofen or placebo. Spasticity was less with baclofen; weakness was common.',
  ),
  of(
    '1002',
    'Tizanidine or diazepam after stroke',
    'In a randomised trial both drugs lowered muscle tone. Drowsiness was more common with diazepam.',
  ),
  of(
    '1003',
    'Botulinum toxin in blepharospasm',
    'Injections into the eyelids helped 27 of 30 patients for three months. Pain at the site was mild.',
  ),
  of(
    '1004',
    'Oral magnesium for nocturnal leg cramps: a randomised trial',
    'Magnesium was no better than placebo. Pain and number of cramps fell alike in both groups.',
  ),
  of(
    '1005',
    'Gabapentin in hemifacial spasm',
    'Five patients were followed. Spasms became rarer in all; pain was not measured in this series.',
  ),
  of(
    '1006',
    'Furosemide and edema of the legs',
    'A crossover trial. Swelling went down by a tenth; patients passed more urine.',
  ),
];
