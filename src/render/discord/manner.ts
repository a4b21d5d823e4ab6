import type { Settings } from '../../core/settings/settings.ts';

/** How a server wants its answers to be. */
export type Manner = Pick<Settings, 'length' | 'wording' | 'note' | 'emergency'>;

/** How answers are where nobody has said otherwise. */
export const USUAL_MANNER: Manner = {
  length: 'full',
  wording: 'plain',
  note: null,
  emergency: null,
};

/** What the settings of a server say of its answers' looks. */
export const mannerOf = ({ length, wording, note, emergency }: Manner): Manner => ({
  length,
  wording,
  note,
  emergency,
});
