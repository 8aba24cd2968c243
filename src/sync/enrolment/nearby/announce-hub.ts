import makeMulticastDns from 'multicast-dns';
import * as z from 'zod';
import type { Clock, Log } from '../../../shared/ports.ts';
import { hubRecords, hubServiceName } from './hub-records.ts';
import type { AnnouncedHub } from './hub-records.ts';

export interface AnnounceOptions {
  readonly self: AnnouncedHub;
  /** The address of this PC on the lab's segment, where it is to be told there alone. */
  readonly at?: string | undefined;
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly log: Pick<Log, 'warn'>;
}

/** Told this often at most, whoever asks how often, ms. */
const tellEveryMs = 500;

const questionSchema = z.object({
  name: z.literal(hubServiceName),
  type: z.enum(['PTR', 'ANY']),
});

/**
 * Tells whoever asks by multicast DNS where this hub answers ([FBT2]); it is a hint and no more, who a hub is its
 * certificate says. Where multicast does not work nobody hears it, and nothing else happens.
 */
export function announceHub({ self, at, clock, log }: AnnounceOptions): { close(): void } {
  const socket = makeMulticastDns(at === undefined ? {} : { interface: at, bind: '0.0.0.0' });
  let toldMs = Number.NEGATIVE_INFINITY;
  let warned = false;
  const warn = (error: Error) => {
    if (!warned) log.warn('hub.not-announced', { reason: error.message.slice(0, 200) });
    warned = true;
  };
  const tell = () => {
    const now = clock.monotonicMs();
    if (now - toldMs < tellEveryMs) return;
    toldMs = now;
    socket.respond({ answers: hubRecords(self) });
  };
  socket.on('error', warn);
  socket.on('warning', () => undefined);
  socket.on('query', ({ questions = [] }) => {
    if (questions.some((question) => questionSchema.safeParse(question).success)) tell();
  });
  return { close: () => socket.destroy() };
}
