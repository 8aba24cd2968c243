import type { ResponseOutgoingPacket } from 'multicast-dns';
import { siteIdSchema } from '../../../shared/ids.ts';
import type { SiteId } from '../../../shared/ids.ts';
import { readServices } from '../../peer/discovery/service-records.ts';

/** How a hub tells the LAN that it is there: DNS-SD over multicast DNS (RFC 6763) ([FBT2]). */

export const hubServiceName = '_rean-hub._tcp.local';

const ttlSeconds = 120;

export interface AnnouncedHub {
  readonly site: SiteId;
  readonly port: number;
}

/** The records that say where this hub answers. Its address is where they come from. */
export function hubRecords({ site, port }: AnnouncedHub): ResponseOutgoingPacket['answers'] {
  const instance = `${site}.${hubServiceName}`;
  return [
    { name: hubServiceName, type: 'PTR', ttl: ttlSeconds, data: instance },
    { name: instance, type: 'SRV', ttl: ttlSeconds, data: { port, target: `${site}.local` } },
    { name: instance, type: 'TXT', ttl: ttlSeconds, data: ['v=1', `site=${site}`] },
  ];
}

/** The hubs a packet announces; anything else in it is passed over. Pure; never throws. */
export function readHubs(packet: unknown): readonly AnnouncedHub[] {
  return readServices(packet).flatMap(({ name, port, members }) => {
    const site = siteIdSchema.safeParse(members.get('site')).data;
    const isHub = site !== undefined && name === `${site}.${hubServiceName}`;
    return isHub && members.get('v') === '1' ? [{ site, port }] : [];
  });
}
