import { isIPv4 } from 'node:net';
import makeMulticastDns from 'multicast-dns';
import type { SiteId } from '../../../shared/ids.ts';
import type { Log } from '../../../shared/ports.ts';
import { hubServiceName, readHubs } from './hub-records.ts';

/** A hub that answered: where its word came from, and the site it says it is of. */
export interface NearbyHub {
  readonly url: string;
  readonly site: SiteId;
}

export interface HubSearch {
  /** Those that answered until now, in the order they did. */
  found(): readonly NearbyHub[];
  close(): void;
}

const askEveryMs = 1_000;
/** A LAN has one; whoever tells of hundreds is not listened to. */
const mostHubs = 8;

/**
 * Asks the LAN for hubs until it is closed ([FBT2]). What answers may be anybody: it is shown to a person, who has a
 * code of the hub they mean.
 * @param at the address of this PC to ask from, where it has several
 */
export function findHubs(log: Pick<Log, 'warn'>, at?: string): HubSearch {
  const hubs = new Map<string, NearbyHub>();
  const socket = makeMulticastDns(at === undefined ? {} : { interface: at, bind: '0.0.0.0' });
  let warned = false;
  const warn = (error: Error) => {
    if (!warned) log.warn('hubs.not-found', { reason: error.message.slice(0, 200) });
    warned = true;
  };
  socket.on('error', warn);
  socket.on('warning', () => undefined);
  socket.on('response', (packet, { address }) => {
    if (!isIPv4(address)) return;
    for (const { site, port } of readHubs(packet)) {
      const url = `https://${address}:${port}`;
      if (hubs.has(url) || hubs.size < mostHubs) hubs.set(url, { url, site });
    }
  });
  const ask = () =>
    socket.query([{ name: hubServiceName, type: 'PTR' }], (error) => {
      if (error) warn(error);
    });
  ask();
  const asking = setInterval(ask, askEveryMs);
  asking.unref();
  return {
    found: () => [...hubs.values()],
    close() {
      clearInterval(asking);
      socket.destroy();
    },
  };
}
