import * as z from 'zod';
import {
  finishMessage,
  helloMessage,
  launchSchema,
  leavingMessage,
  pingMessage,
} from '../../shared/contracts/piece-bridge.ts';
import type { FrameMessage, Launch } from '../../shared/contracts/piece-bridge.ts';

type WithoutNonce<Message> = Message extends unknown ? Omit<Message, 'nonce'> : never;
export type Said = WithoutNonce<FrameMessage>;

/** A player's end of its port ([PCE2]). */
export interface PlayerPort extends Launch {
  say(message: Said): void;
  /** Has what is not told yet told when the learner leaves: the shell waits a moment for it ([PCE5]). */
  onLeaving(tell: Tell): void;
  /** Hears that the learner says that what is open is done, where they were asked. */
  onFinish(finish: () => void): void;
}

type Tell = () => Promise<void> | void;

/** Longest that a script's own words are told, for who mends it. */
const detailLength = 200;

/** Says hello to the page around this one and waits for the port. Answers pings from then on. */
export function openPort(): Promise<PlayerPort> {
  z.config({ jitless: true });
  return new Promise((resolve) => {
    const take = (event: MessageEvent<unknown>) => {
      const [port] = event.ports;
      const launch = launchSchema.safeParse(event.data);
      if (event.source !== window.parent || !launch.success || port === undefined) return;
      window.removeEventListener('message', take);
      const say = (message: Said) =>
        port.postMessage(JSON.stringify({ ...message, nonce: launch.data.nonce }));
      let tell: Tell = () => undefined;
      let finish = () => undefined as void;
      port.addEventListener('message', ({ data }) => {
        if (data === pingMessage) say({ kind: 'here' });
        if (data === finishMessage) finish();
        if (data === leavingMessage)
          void Promise.resolve(tell()).finally(() => say({ kind: 'told' }));
      });
      port.start();
      const onLeaving = (last: Tell) => {
        tell = last;
      };
      const onFinish = (last: typeof finish) => {
        finish = last;
      };
      resolve({ ...launch.data, say, onLeaving, onFinish });
    };
    window.addEventListener('message', take);
    window.parent.postMessage(helloMessage, '*');
  });
}

/** Words for a technician, cut to what may be told. */
export const detailOf = (words: string) => words.slice(0, detailLength);
