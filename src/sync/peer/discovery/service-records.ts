import * as z from 'zod';
import type { ResponseOutgoingPacket } from 'multicast-dns';
import { siteIdSchema, stationIdSchema } from '../../../shared/ids.ts';
import type { SiteId, StationId } from '../../../shared/ids.ts';

/** How a station tells the LAN that it is there: DNS-SD over multicast DNS (RFC 6763) ([PER11]). */

export const serviceName = '_rean._tcp.local';

const ttlSeconds = 120;

export interface Announced {
  readonly site: SiteId;
  readonly station: StationId;
  readonly port: number;
}

/** The records that say where this station answers. Its address is where they come from. */
export function recordsOf({ site, station, port }: Announced): ResponseOutgoingPacket['answers'] {
  const instance = `${station}.${serviceName}`;
  const data = ['v=1', `site=${site}`, `station=${station}`];
  return [
    { name: serviceName, type: 'PTR', ttl: ttlSeconds, data: instance },
    { name: instance, type: 'SRV', ttl: ttlSeconds, data: { port, target: `${station}.local` } },
    { name: instance, type: 'TXT', ttl: ttlSeconds, data },
  ];
}

const nameSchema = z.string().max(255);
const serviceSchema = z.object({
  type: z.literal('SRV'),
  name: nameSchema,
  data: z.object({ port: z.number().int().min(1).max(65_535) }),
});
const textSchema = z.object({
  type: z.literal('TXT'),
  name: nameSchema,
  data: z.array(z.union([z.string(), z.instanceof(Uint8Array)])).max(16),
});
const packetSchema = z.object({
  answers: z.array(z.unknown()).max(200).catch([]),
  additionals: z.array(z.unknown()).max(200).catch([]),
});

/** Something that answers at a port, as its records say. */
export interface ToldService {
  readonly name: string;
  readonly port: number;
  /** Of its TXT record: `site` to `site-…`. */
  readonly members: ReadonlyMap<string, string>;
}

/** The services a packet tells of, whatever else is in it. Pure; never throws. */
export function readServices(packet: unknown): readonly ToldService[] {
  const { answers, additionals } = packetSchema
    .catch({ answers: [], additionals: [] })
    .parse(packet);
  const records = [...answers, ...additionals];
  const services = records.flatMap((record) => serviceSchema.safeParse(record).data ?? []);
  const texts = records.flatMap((record) => textSchema.safeParse(record).data ?? []);
  return services.flatMap(({ name, data: { port } }) => {
    const text = texts.find((each) => each.name === name);
    return text === undefined ? [] : [{ name, port, members: membersOf(text.data) }];
  });
}

/**
 * The stations of a site that a packet announces; anything else in it, of whatever shape, is passed
 * over. Pure; never throws.
 */
export function readAnnounced(packet: unknown, site: SiteId): readonly Announced[] {
  return readServices(packet).flatMap(({ name, port, members }) => {
    const told = readMembers(members);
    const isOurs = told !== null && told.site === site && name === `${told.station}.${serviceName}`;
    return isOurs ? [{ ...told, port }] : [];
  });
}

function membersOf(data: readonly (string | Uint8Array)[]): ReadonlyMap<string, string> {
  return new Map(
    data.map((each) => {
      const text = typeof each === 'string' ? each : Buffer.from(each).toString('utf8');
      const at = text.indexOf('=');
      return [text.slice(0, at), text.slice(at + 1)] as const;
    }),
  );
}

function readMembers(members: ReadonlyMap<string, string>): Omit<Announced, 'port'> | null {
  const site = siteIdSchema.safeParse(members.get('site')).data;
  const station = stationIdSchema.safeParse(members.get('station')).data;
  return site === undefined || station === undefined || members.get('v') !== '1'
    ? null
    : { site, station };
}
