import type { FromPage, ToPage } from '../protocol.ts';

export type Connection = {
  /** Says whether it could be sent. */
  send: (message: FromPage) => boolean;
  /** Connects as another user; null lets the stand-in choose. */
  connectAs: (userId: string | null) => void;
};

type ConnectionDeps = {
  onMessage: (message: ToPage) => void;
  onLost: () => void;
};

const RETRY_FIRST_MS = 250;
const RETRY_MAX_MS = 4000;

const socketAddress = (userId: string | null): string => {
  const address = new URL('/playground/socket', location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  if (userId !== null) address.searchParams.set('user', userId);
  return address.href;
};

/** One WebSocket to the stand-in that comes back by itself; each time the state is told anew. */
export const createConnection = ({ onMessage, onLost }: ConnectionDeps): Connection => {
  let socket: WebSocket | null = null;
  let retryMs = RETRY_FIRST_MS;
  let hasSpoken = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connectAs = (userId: string | null): void => {
    clearTimeout(timer);
    const own = new WebSocket(socketAddress(userId));
    const before = socket;
    socket = own;
    before?.close();
    own.addEventListener('message', ({ data }) => {
      if (socket !== own) return;
      retryMs = RETRY_FIRST_MS;
      hasSpoken = true;
      onMessage(JSON.parse(String(data)) as ToPage);
    });
    own.addEventListener('close', () => {
      if (socket !== own) return;
      onLost();
      // A user remembered from another playground is refused here: then the stand-in chooses.
      timer = setTimeout(() => connectAs(hasSpoken ? userId : null), retryMs);
      retryMs = Math.min(RETRY_MAX_MS, retryMs * 2);
    });
  };

  return {
    connectAs,
    send: (message) => {
      if (socket?.readyState !== WebSocket.OPEN) return false;
      socket.send(JSON.stringify(message));
      return true;
    },
  };
};
