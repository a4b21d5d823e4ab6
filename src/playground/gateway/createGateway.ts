import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { toGatewayGuild } from '../apiObjects.ts';
import { toApiApplication } from '../rest/userRoutes.ts';
import type { Stand } from '../stand.ts';
import { areIntentsValid } from './intents.ts';
import { membersChunk } from './membersChunk.ts';
import {
  acknowledge,
  canResumeFrom,
  createSession,
  dispatchTo,
  replayFrom,
  type Session,
} from './sessions.ts';
import { toDispatch } from './toDispatch.ts';

const HEARTBEAT_MS = 41_250;
/** A bot that closes so means to end its session. */
const ENDING_CLOSES = [1_000, 1_001];

type Frame = { op: number; d: unknown };
type Identify = { token?: unknown; intents?: unknown };
type Resume = { token?: unknown; session_id?: unknown; seq?: unknown };

export type Gateway = {
  accept: (socket: WebSocket, query: URLSearchParams) => void;
  /** Cuts every socket; the sessions stay for those who may resume. */
  drop: (how: { code: number | null; isResumable: boolean }) => void;
  /** Sends an opcode to every bot: 7 asks it to reconnect, 9 ends its session. */
  tellAll: (op: 7 | 9, isResumable: boolean) => void;
  isBotOnline: () => boolean;
  stop: () => void;
};

/** The gateway half of the stand-in. */
export const createGateway = (stand: Stand): Gateway => {
  const sessions = new Map<string, Session>();
  const sockets = new Set<WebSocket>();
  const isBotOnline = () => [...sessions.values()].some(({ socket }) => socket !== null);

  const stopListening = stand.bus.listen((event) => {
    for (const session of sessions.values()) {
      const dispatch = toDispatch(stand.world, event, session.intents, stand.now());
      if (dispatch) dispatchTo(session, dispatch);
    }
  });

  const announcePresence = () => stand.bus.emit({ type: 'botPresence', isOnline: isBotOnline() });

  const identify = (socket: WebSocket, { token, intents }: Identify): Session | null => {
    if (token !== stand.token) {
      socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
      return null;
    }
    if (!areIntentsValid(intents)) {
      socket.close(GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).');
      return null;
    }
    if (stand.faults.refusesMessageContent && (intents & GatewayIntentBits.MessageContent) !== 0) {
      socket.close(GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).');
      return null;
    }
    // Whoever starts anew does not come back to an old session.
    for (const [id, old] of sessions) if (old.socket === null) sessions.delete(id);
    const session = createSession(intents, socket);
    sessions.set(session.id, session);
    const { id, flags } = toApiApplication(stand);
    const isInGuild = stand.world.members.has(stand.world.bot.id);
    dispatchTo(session, {
      t: 'READY',
      d: {
        v: 10,
        user: { ...stand.world.bot, verified: true, mfa_enabled: false, email: null, flags: 0 },
        guilds: isInGuild ? [{ id: stand.world.guild.id, unavailable: true }] : [],
        session_id: session.id,
        resume_gateway_url: `ws://${stand.host()}/gateway`,
        shard: [0, 1],
        application: { id, flags },
        private_channels: [],
        relationships: [],
        session_type: 'normal',
      },
    });
    if (isInGuild && (intents & GatewayIntentBits.Guilds) !== 0) {
      const withMembers = (intents & GatewayIntentBits.GuildMembers) !== 0;
      dispatchTo(session, { t: 'GUILD_CREATE', d: toGatewayGuild(stand.world, withMembers) });
    }
    announcePresence();
    return session;
  };

  const resume = (socket: WebSocket, { token, session_id, seq }: Resume): Session | null => {
    const session = sessions.get(String(session_id));
    if (token !== stand.token) {
      socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.');
      return null;
    }
    if (!session || !canResumeFrom(session, Number(seq))) {
      socket.send(
        JSON.stringify({ op: GatewayOpcodes.InvalidSession, d: false, s: null, t: null }),
      );
      return null;
    }
    session.socket = socket;
    replayFrom(session, Number(seq));
    dispatchTo(session, { t: 'RESUMED', d: {} });
    announcePresence();
    return session;
  };

  const accept: Gateway['accept'] = (socket, query) => {
    sockets.add(socket);
    let session: Session | null = null;
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => {
      sockets.delete(socket);
      if (!session || session.socket !== socket) return;
      session.socket = null;
      if (ENDING_CLOSES.includes(code)) sessions.delete(session.id);
      announcePresence();
    });
    if ((query.get('v') ?? '10') !== '10') {
      socket.close(GatewayCloseCodes.InvalidAPIVersion, 'Only version 10 is spoken here.');
      return;
    }
    if ((query.get('encoding') ?? 'json') !== 'json' || query.has('compress')) {
      socket.close(GatewayCloseCodes.DecodeError, 'Only plain JSON is spoken here.');
      return;
    }
    const send = (op: number, d: unknown) =>
      socket.send(JSON.stringify({ op, d, s: null, t: null }));
    send(GatewayOpcodes.Hello, { heartbeat_interval: HEARTBEAT_MS, _trace: [] });

    socket.on('message', (data) => {
      const frame = parseFrame(String(data));
      if (!frame) {
        socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.');
        return;
      }
      switch (frame.op) {
        case GatewayOpcodes.Heartbeat:
          if (session && typeof frame.d === 'number') acknowledge(session, frame.d);
          send(GatewayOpcodes.HeartbeatAck, null);
          return;
        case GatewayOpcodes.Identify:
          if (session) {
            socket.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.');
          } else session = identify(socket, Object(frame.d));
          return;
        case GatewayOpcodes.Resume:
          session = resume(socket, Object(frame.d));
          return;
        case GatewayOpcodes.RequestGuildMembers:
          if (session) dispatchTo(session, membersChunk(stand, Object(frame.d)));
          else socket.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.');
          return;
        case GatewayOpcodes.PresenceUpdate:
        case GatewayOpcodes.VoiceStateUpdate:
          return;
        default:
          socket.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.');
      }
    });
  };

  return {
    accept,
    isBotOnline,
    drop: ({ code, isResumable }) => {
      if (!isResumable) sessions.clear();
      for (const socket of sockets) code === null ? socket.terminate() : socket.close(code);
    },
    tellAll: (op, isResumable) => {
      for (const [id, session] of sessions) {
        session.socket?.send(
          JSON.stringify({ op, d: op === 9 ? isResumable : null, s: null, t: null }),
        );
        if (!isResumable) sessions.delete(id);
      }
    },
    stop: () => {
      stopListening();
      for (const socket of sockets) socket.terminate();
    },
  };
};

const parseFrame = (text: string): Frame | null => {
  try {
    const frame = JSON.parse(text) as Frame;
    return typeof frame?.op === 'number' ? frame : null;
  } catch {
    return null;
  }
};
