/** Discord's answer to a request it refuses: `{ code, message }`, with `errors` where a form is wrong. */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: FormErrors | null;

  constructor(status: number, code: number, message: string, errors: FormErrors | null = null) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

export type FieldError = { code: string; message: string };
/** Nested by path; the faults of a field stand under its `_errors`. */
export type FormErrors = {
  _errors?: FieldError[];
  [key: string]: FormErrors | FieldError[] | undefined;
};

const KNOWN = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached (100)'],
  tooLarge: [413, 40005, 'Request entity too large'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  missingAccess: [403, 50001, 'Missing Access'],
  notForDirectMessages: [403, 50003, 'Cannot execute action on a DM channel'],
  notYourMessage: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotMessageUser: [403, 50007, 'Cannot send messages to this user'],
  notTextChannel: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  cannotReplyUnread: [400, 160002, 'Cannot reply without permission to read message history'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
} as const satisfies Record<string, readonly [number, number, string]>;

export type KnownError = keyof typeof KNOWN;

/** One of Discord's own errors, by our name for it. */
export const discordError = (name: KnownError): DiscordError => {
  const [status, code, message] = KNOWN[name];
  return new DiscordError(status, code, message);
};

/** A form fault at one path, or several. */
export type FormFault = FieldError & { path: readonly (string | number)[] };

/** 50035 with the faults nested by path, as Discord sends them. */
export const invalidForm = (faults: readonly FormFault[]): DiscordError => {
  const errors: FormErrors = {};
  for (const { path, code, message } of faults) {
    let node = errors;
    for (const key of path) {
      node[key] ??= {};
      node = node[key] as FormErrors;
    }
    node._errors = [...(node._errors ?? []), { code, message }];
  }
  return new DiscordError(400, 50035, 'Invalid Form Body', errors);
};
