import * as z from 'zod';
import {
  driveSchema,
  finishMessage,
  helloMessage,
  launchSchema,
  leavingMessage,
  pingMessage,
  restMessage,
} from '../../shared/contracts/piece-bridge.ts';
import type { Drive, FrameMessage, Launch } from '../../shared/contracts/piece-bridge.ts';

type WithoutNonce<Message> = Message extends unknown ? Omit<Message, 'nonce'> : never;
export type Said = WithoutNonce<FrameMessage>;

/** A player's end of its port ([PCE2]). */
export interface PlayerPort extends Launch {
  say(message: Said): void;
  /** Has what is not told yet told when the learner leaves: the shell waits a moment for it ([PCE5]). */
  onLeaving(tell: Tell): void;
  /** Hears that the learner says that what is open is done, where they were asked. */
  onFinish(finish: () => void): void;
  /** Has a film on a big screen do what is asked elsewhere ([GRP1]). */
  onDrive(drive: (asked: Drive) => void): void;
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
      let drive: (asked: Drive) => void = () => undefined;
      port.addEventListener('message', ({ data }) => {
        if (data === pingMessage) say({ kind: 'here' });
        if (data === finishMessage) finish();
        if (data === restMessage) pauseAll(document);
        if (data === leavingMessage)
          void Promise.resolve(tell()).finally(() => say({ kind: 'told' }));
        const asked = driveOf(data);
        if (asked !== null) drive(asked);
      });
      port.start();
      const onLeaving = (last: Tell) => {
        tell = last;
      };
      const onFinish = (last: typeof finish) => {
        finish = last;
      };
      const onDrive = (follow: typeof drive) => {
        drive = follow;
      };
      resolve({ ...launch.data, say, onLeaving, onFinish, onDrive });
    };
    window.addEventListener('message', take);
    window.parent.postMessage(helloMessage, '*');
  });
}

/** Whatever plays in a page, and in the pages it shows, as far as they are of its own origin. */
function pauseAll(page: Document): void {
  for (const media of page.querySelectorAll<HTMLMediaElement>('audio, video')) media.pause();
  for (const frame of page.querySelectorAll('iframe')) {
    if (frame.contentDocument !== null) pauseAll(frame.contentDocument);
  }
}

function driveOf(data: unknown): Drive | null {
  if (typeof data !== 'string' || !data.startsWith('{')) return null;
  return driveSchema.safeParse(JSON.parse(data)).data ?? null;
}

/** Words for a technician, cut to what may be told. */
export const detailOf = (words: string) => words.slice(0, detailLength);
