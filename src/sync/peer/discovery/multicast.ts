import { isIPv4 } from 'node:net';
import makeMulticastDns from 'multicast-dns';
import type { MulticastDNS, QueryPacket, ResponsePacket } from 'multicast-dns';
import { timer } from 'rxjs';
import * as z from 'zod';
import type { Observable } from 'rxjs';
import type { Clock, Log } from '../../../shared/ports.ts';
import type { PeerAddress } from '../peer.ts';
import { FoundStations } from './found-stations.ts';
import { readAnnounced, recordsOf, serviceName } from './service-records.ts';
import type { Announced } from './service-records.ts';

export interface Discovery {
  /** Stations of this site heard of lately, at once and as they come and go. */
  readonly found$: Observable<readonly PeerAddress[]>;
  close(): void;
}

export interface DiscoveryOptions {
  /** Where this station answers; it is told to whoever asks. */
  readonly self: Announced;
  /** This PC's address on the lab's segment, where it has several. */
  readonly at?: string | undefined;
  readonly clock: Clock;
  readonly logger: Log;
}

/** Everybody is asked for this often, ms. */
const askEveryMs = 15_000;
/** Own records are told this often at most, whoever asks how often, ms. */
const tellEveryMs = 500;

/**
 * Finds the stations of this site on the LAN by multicast DNS, and is found by them. What is heard is
 * a hint only: who a station is, its certificate says ([PER11]). Where multicast does not work,
 * nobody is found and nothing else happens.
 */
export function discover({ self, at, clock, logger }: DiscoveryOptions): Discovery {
  const found = new FoundStations(clock);
  // Bound to every address all the same: multicast reaches no socket bound to one.
  const socket = makeMulticastDns(at === undefined ? {} : { interface: at, bind: '0.0.0.0' });
  let toldMs = Number.NEGATIVE_INFINITY;
  let warned = false;
  const warn = (error: Error) => {
    if (!warned) logger.warn('peer.discovery-failed', { reason: error.message.slice(0, 200) });
    warned = true;
  };
  const tell = () => {
    const now = clock.monotonicMs();
    if (now - toldMs < tellEveryMs) return;
    toldMs = now;
    socket.respond({ answers: recordsOf(self) });
  };
  socket.on('error', warn);
  socket.on('warning', () => undefined);
  socket.on('query', (packet) => {
    if (asksForUs(packet)) tell();
  });
  socket.on('response', (packet, { address }) => hear(packet, address, self, found));
  const asking = timer(0, askEveryMs).subscribe(() => {
    found.tidy();
    ask(socket, warn);
    tell();
  });
  return {
    found$: found.found$,
    close() {
      asking.unsubscribe();
      socket.destroy();
    },
  };
}

function ask(socket: MulticastDNS, warn: (error: Error) => void): void {
  socket.query([{ name: serviceName, type: 'PTR' }], (error) => {
    if (error) warn(error);
  });
}

const questionSchema = z.object({ name: z.literal(serviceName), type: z.enum(['PTR', 'ANY']) });

function asksForUs({ questions = [] }: QueryPacket): boolean {
  return questions.some((question) => questionSchema.safeParse(question).success);
}

/** A station is where its word came from: nobody can send us to a third party. */
function hear(
  packet: ResponsePacket,
  address: string,
  self: Announced,
  found: FoundStations,
): void {
  if (!isIPv4(address)) return;
  for (const { station, port } of readAnnounced(packet, self.site)) {
    if (station !== self.station) found.hear({ station, url: `https://${address}:${port}` });
  }
}
