/** Mentions of people, roles, channels and commands, own emoji, and times, as Discord writes them. */
const MARKUP = /<(?:@[!&]?|#)\d+>|<\/[^:>]+:\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>/g;

/** What a person wrote in a message, without Discord's own markup. */
export const plainContent = (content: string): string =>
  content.replace(MARKUP, ' ').replace(/\s+/g, ' ').trim();
