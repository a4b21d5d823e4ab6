import { z } from 'zod';

const Index = z.number().int().min(0).max(9999);
const Snowflake = z.string().regex(/^\d{15,20}$/);

/**
 * What a button, menu or form does. All that it needs stands in its custom id, in the value chosen, or
 * in the message that carries it, so that it works after a restart too.
 */
const Action = z.discriminatedUnion('do', [
  /** Opens a page of the studies. */
  z.strictObject({ do: z.literal('studies'), page: Index }),
  /** A menu of studies: the value is the page. */
  z.strictObject({ do: z.literal('studyMenu') }),
  /** Gives the reference of the study on a page. */
  z.strictObject({ do: z.literal('cite'), page: Index }),
  z.strictObject({ do: z.literal('rating'), section: Index }),
  /** A menu of sections: the value is the section whose rating is shown. */
  z.strictObject({ do: z.literal('ratingMenu') }),
  z.strictObject({ do: z.literal('safety') }),
  /** A menu of sections: the value is the section shown in full. */
  z.strictObject({ do: z.literal('section') }),
  /** A menu of questions that an answer suggests: the value is the one asked. */
  z.strictObject({ do: z.literal('ask') }),
  z.strictObject({ do: z.literal('feedback'), helpful: z.boolean() }),
  /** Opens the form for why an answer was not helpful. */
  z.strictObject({ do: z.literal('why'), answerId: Snowflake }),
  /** That form. */
  z.strictObject({ do: z.literal('explain'), answerId: Snowflake }),
  /** Erases what is stored of a person: for that person. */
  z.strictObject({ do: z.literal('erase'), userId: Snowflake }),
  /** Removes the answer: for the asker and moderators. */
  z.strictObject({ do: z.literal('remove'), askerId: Snowflake }),
  z.strictObject({ do: z.literal('conditions'), page: Index }),
  /** Opens a page of the papers that a program read. */
  z.strictObject({ do: z.literal('papers'), page: Index }),
  /** Erases the papers of the server, for those who may configure it. */
  z.strictObject({ do: z.literal('clearPapers') }),
]);
export type Action = z.infer<typeof Action>;

/** Ids of another version are stale: their buttons belong to messages of an older program. */
const PREFIX = 'c1:';

const argumentOf = (action: Action): string => {
  switch (action.do) {
    case 'studies':
    case 'papers':
    case 'cite':
    case 'conditions':
      return `:${action.page}`;
    case 'rating':
      return `:${action.section}`;
    case 'feedback':
      return action.helpful ? ':yes' : ':no';
    case 'why':
    case 'explain':
      return `:${action.answerId}`;
    case 'erase':
      return `:${action.userId}`;
    case 'remove':
      return `:${action.askerId}`;
    default:
      return '';
  }
};

const numberOf = (text: string | undefined): number | null =>
  text !== undefined && /^(?:0|[1-9]\d{0,3})$/.test(text) ? Number(text) : null;

/** The parts of an id as the fields that its action may have; what does not fit is refused. */
const fieldsOf = (name: string, argument: string | undefined): Record<string, unknown> => {
  switch (name) {
    case 'studies':
    case 'papers':
    case 'cite':
    case 'conditions':
      return { page: numberOf(argument) };
    case 'rating':
      return { section: numberOf(argument) };
    case 'feedback':
      return { helpful: argument === 'yes' ? true : argument === 'no' ? false : null };
    case 'why':
    case 'explain':
      return { answerId: argument };
    case 'erase':
      return { userId: argument };
    case 'remove':
      return { askerId: argument };
    default:
      return argument === undefined ? {} : { argument };
  }
};

/** An action as a custom id of at most 100 characters. */
export const encodeAction = (action: Action): string =>
  `${PREFIX}${action.do}${argumentOf(action)}`;

/** The action of a custom id; null for one that is stale, forged or not ours. Never throws. */
export const decodeAction = (text: string): Action | null => {
  if (!text.startsWith(PREFIX)) return null;
  const [name = '', argument, ...rest] = text.slice(PREFIX.length).split(':');
  if (rest.length > 0) return null;
  const parsed = Action.safeParse({ do: name, ...fieldsOf(name, argument) });
  return parsed.success ? parsed.data : null;
};
