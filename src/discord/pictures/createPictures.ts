import { RESTJSONErrorCodes } from 'discord.js';
import type { Background, Plot } from '../../core/plot/plotData.ts';
import { faultOf } from '../../ports/faultOf.ts';
import type { Logger } from '../../ports/logger.ts';
import { type Plotter, PlotUnavailable } from '../../ports/plotter.ts';
import { isRefusal, type PictureFile } from '../reply.ts';

/** A picture that a message is to have. */
export type Wanted = { plot: Plot; background: Background };

/** Gives messages their pictures without ever holding them up. */
export type Pictures = {
  /** The picture as a file where it was drawn before; null where it must be drawn, or none is wanted. */
  ready: (wanted: Wanted | null) => PictureFile | null;
  /**
   * Adds the picture to a message that was sent without it, once it is drawn. Where it cannot be had,
   * or the message is changed or gone by then, it is left at that. Never rejects.
   * @param edit puts the file into the message
   */
  addLate: (
    messageId: string,
    wanted: Wanted,
    edit: (file: PictureFile) => Promise<unknown>,
  ) => Promise<void>;
  /** Before a message is changed otherwise: a picture on its way to it would show what it was. */
  overtake: (messageId: string) => Promise<void>;
};

/**
 * Discord takes 50 requests a second of a bot, and answers come first: beyond so many pictures a
 * second, answers are text alone.
 */
const MOST_PER_SECOND = 5;

type OnTheWay = { isOvertaken: boolean; sending: Promise<unknown> | null };

const FILE_NAME = 'evidence.png';

/** Nobody is there any more to see it, or it may no longer be sent. */
const NO_HARM = [
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
];

export const createPictures = ({
  plotter,
  logger,
  now = () => performance.now(),
}: {
  plotter: Plotter;
  logger: Logger;
  /** Milliseconds from any start. */
  now?: () => number;
}): Pictures => {
  const onTheWay = new Map<string, OnTheWay>();
  let thisSecond = { since: Number.NEGATIVE_INFINITY, pictures: 0 };

  /** Whether one more picture may go out in this second; it is counted then. */
  const admit = (): boolean => {
    if (now() - thisSecond.since >= 1_000) thisSecond = { since: now(), pictures: 0 };
    if (thisSecond.pictures >= MOST_PER_SECOND) return false;
    thisSecond.pictures += 1;
    return true;
  };

  const recover = (error: unknown): void => {
    if (error instanceof PlotUnavailable && error.fault === 'stopped') return;
    // Who asks much at a time gets text; a line for each would flood the log.
    if (error instanceof PlotUnavailable && error.fault === 'busy')
      return void logger.debug({}, 'too many pictures are asked for');
    if (isRefusal(error, NO_HARM)) logger.debug({}, 'a message was gone before its picture');
    else logger.warn({ fault: faultOf(error) }, 'an answer stays without its picture');
  };

  return {
    ready: (wanted) => {
      const picture = wanted && plotter.ready(wanted.plot.data, wanted.background);
      if (!picture || !admit()) return null;
      return { name: FILE_NAME, body: picture.body, description: wanted.plot.alt };
    },
    addLate: async (messageId, { plot, background }, edit) => {
      if (!admit()) return logger.debug({}, 'too many pictures are asked for');
      const mine: OnTheWay = { isOvertaken: false, sending: null };
      const before = onTheWay.get(messageId);
      if (before) before.isOvertaken = true;
      onTheWay.set(messageId, mine);
      try {
        const { body } = await plotter.draw(plot.data, background);
        if (mine.isOvertaken) return;
        mine.sending = edit({ name: FILE_NAME, body, description: plot.alt });
        await mine.sending;
      } catch (error) {
        recover(error);
      } finally {
        if (onTheWay.get(messageId) === mine) onTheWay.delete(messageId);
      }
    },
    overtake: async (messageId) => {
      const one = onTheWay.get(messageId);
      if (!one) return;
      one.isOvertaken = true;
      await one.sending?.catch(() => {});
    },
  };
};
