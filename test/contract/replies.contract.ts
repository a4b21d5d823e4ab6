import { describe, expect, it } from 'vitest';
import { HOUR_MS, type Trial } from './trial.ts';

/** Which message answers which. */
export const repliesContract = (trial: Trial): void => {
  describe('replies', () => {
    const reply = { messageId: '11', channelId: '22', replyId: '33' };

    it('are found at once, and again after a restart', async () => {
      const written = trial.store.replies.remember(reply);
      expect(await trial.store.replies.find('11')).toEqual(reply);
      await written;
      expect(await trial.store.replies.find('11')).toEqual(reply);
      await trial.restart();
      expect(await trial.store.replies.find('11')).toEqual(reply);
      expect(await trial.store.replies.find('33')).toBeNull();
    });

    it('are written by a stop that comes before their turn', async () => {
      const written = trial.store.replies.remember(reply);
      await trial.restart();
      await written;
      expect(await trial.store.replies.find('11')).toEqual(reply);
    });

    it('are forgotten when told, before and after they are written', async () => {
      await trial.store.replies.remember(reply);
      const forgotten = trial.store.replies.forget('11');
      expect(await trial.store.replies.find('11')).toBeNull();
      await forgotten;
      expect(await trial.store.replies.find('11')).toBeNull();
      await Promise.all([
        trial.store.replies.remember({ ...reply, messageId: '12' }),
        trial.store.replies.forget('12'),
        trial.store.replies.forget('13'),
        trial.store.replies.remember({ ...reply, messageId: '13' }),
      ]);
      expect(await trial.store.replies.find('12')).toBeNull();
      expect(await trial.store.replies.find('13')).toMatchObject({ messageId: '13' });
    });

    it('are forgotten after an hour by themselves, and leave no row behind', async () => {
      await trial.store.replies.remember(reply);
      trial.now += HOUR_MS;
      expect(await trial.store.replies.find('11')).toEqual(reply);
      trial.now += 1;
      expect(await trial.store.replies.find('11')).toBeNull();
      await trial.store.replies.remember({ ...reply, messageId: '12' });
      expect(await trial.look('SELECT message_id FROM reply')).toEqual([{ message_id: '12' }]);
    });

    it('take the latest answer to a message', async () => {
      await Promise.all([
        trial.store.replies.remember(reply),
        trial.store.replies.remember({ ...reply, replyId: '44' }),
      ]);
      expect(await trial.store.replies.find('11')).toMatchObject({ replyId: '44' });
      await trial.store.replies.remember({ ...reply, replyId: '55' });
      expect(await trial.store.replies.find('11')).toMatchObject({ replyId: '55' });
    });

    it('are kept when thousands come at once', async () => {
      const ids = Array.from({ length: 20_000 }, (_, i) => String(i));
      await Promise.all(ids.map((id) => trial.store.replies.remember({ ...reply, messageId: id })));
      await trial.restart();
      for (const id of ['0', '999', '1000', '19999'])
        expect(await trial.store.replies.find(id)).toEqual({ ...reply, messageId: id });
    });
  });
};
