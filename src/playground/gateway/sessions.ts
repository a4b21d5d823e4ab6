import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Dispatch } from './toDispatch.ts';

/** How many events a session keeps for a bot that comes back. */
const KEPT_EVENTS = 10_000;

/** A bot's session; it outlives its socket, so that the bot can resume. */
export type Session = {
  readonly id: string;
  readonly intents: number;
  seq: number;
  socket: WebSocket | null;
  /** What was sent, as sent, by sequence number; the oldest first. */
  readonly sent: Map<number, string>;
};

export const createSession = (intents: number, socket: WebSocket): Session => ({
  id: randomBytes(16).toString('hex'),
  intents,
  seq: 0,
  socket,
  sent: new Map(),
});

/** Numbers an event, keeps it, and sends it if somebody listens. */
export const dispatchTo = (session: Session, { t, d }: Dispatch): void => {
  session.seq += 1;
  const frame = JSON.stringify({ op: 0, t, s: session.seq, d });
  session.sent.set(session.seq, frame);
  if (session.sent.size > KEPT_EVENTS) {
    const [oldest] = session.sent.keys();
    if (oldest !== undefined) session.sent.delete(oldest);
  }
  session.socket?.send(frame);
};

/** Forgets what the bot says it has. */
export const acknowledge = (session: Session, seq: number): void => {
  for (const sent of session.sent.keys()) {
    if (sent > seq) return;
    session.sent.delete(sent);
  }
};

/** Whether everything after `seq` is still kept. */
export const canResumeFrom = (session: Session, seq: number): boolean => {
  if (seq > session.seq || seq < 0) return false;
  const [oldest] = session.sent.keys();
  return seq === session.seq || (oldest !== undefined && oldest <= seq + 1);
};

/** Sends again all that came after `seq`. */
export const replayFrom = (session: Session, seq: number): void => {
  for (const [sent, frame] of session.sent) if (sent > seq) session.socket?.send(frame);
};
