import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Playground } from '../../src/playground/createPlayground.ts';

export type Frame = { op: number; d: unknown; s: number | null; t: string | null };

/** A gateway socket without a client, to see every frame as it comes. */
export const openGateway = (playground: Playground, query = 'v=10&encoding=json') => {
  const socket = new WebSocket(`${playground.apiUrl.replace(/^http/, 'ws')}/../gateway?${query}`);
  onTestFinished(() => socket.terminate());
  const frames: Frame[] = [];
  const wakers = new Set<() => void>();
  let closed: { code: number; reason: string } | null = null;
  const wake = () => {
    for (const waker of wakers) waker();
  };
  socket.on('message', (data) => {
    frames.push(JSON.parse(String(data)));
    wake();
  });
  socket.on('close', (code, reason) => {
    closed = { code, reason: String(reason) };
    wake();
  });
  const until = <T>(look: () => T | undefined | null): Promise<T> =>
    new Promise((resolve) => {
      const check = () => {
        const found = look();
        if (!found) return;
        wakers.delete(check);
        resolve(found);
      };
      wakers.add(check);
      check();
    });
  return {
    socket,
    frames,
    send: (frame: { op: number; d: unknown }) => socket.send(JSON.stringify(frame)),
    frame: (isIt: (frame: Frame) => boolean) => until(() => frames.find(isIt)),
    closed: () => until(() => closed),
  };
};
