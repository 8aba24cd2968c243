import fc from 'fast-check';
import makeMulticastDns from 'multicast-dns';
import { filter, firstValueFrom, timeout } from 'rxjs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ids } from '../../../../tests/factories/events.ts';
import { siteIdSchema, stationIdSchema } from '../../../shared/ids.ts';
import type { Log } from '../../../shared/ports.ts';
import { systemClock } from '../../machine/system-ports.ts';
import { FoundStations } from './found-stations.ts';
import { discover } from './multicast.ts';
import { readAnnounced, recordsOf, serviceName } from './service-records.ts';
import type { Announced } from './service-records.ts';

const site = siteIdSchema.parse('site-abcdefgh');
const otherSite = siteIdSchema.parse('site-bcdefghj');
const self: Announced = { site, station: ids.station, port: 4000 };
const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
/** Multicast on this PC alone. */
const at = '127.0.0.1';

/** A station on the LAN, until the test is over. */
function station(announced: Announced) {
  const found = discover({ self: announced, at, clock: systemClock(), logger: silent });
  onTestFinished(() => found.close());
  return found;
}

describe('[PER11] what is told over multicast DNS', () => {
  it('is read as it was told', () => {
    expect(readAnnounced({ answers: recordsOf(self) }, site)).toEqual([self]);
    const [pointer, ...more] = recordsOf(self);
    expect(readAnnounced({ answers: [pointer], additionals: more }, site)).toEqual([self]);
  });

  it('by another site is passed over', () => {
    expect(readAnnounced({ answers: recordsOf({ ...self, site: otherSite }) }, site)).toEqual([]);
  });

  it('in another station’s name is passed over', () => {
    const records = recordsOf(self).map((record) => ({
      ...record,
      name: record.name.replace(ids.station, ids.otherStation),
    }));
    expect(readAnnounced({ answers: records }, site)).toEqual([]);
  });

  it('may be anything, and does no harm', () => {
    const record = fc.record({
      type: fc.constantFrom('SRV', 'TXT', 'PTR', 'A'),
      name: fc.oneof(fc.string(), fc.constant(`${ids.station}.${serviceName}`)),
      data: fc.anything(),
    });
    const list = fc.oneof(fc.array(fc.oneof(record, fc.anything())), fc.anything());
    const packet = fc.oneof(fc.record({ answers: list, additionals: list }), fc.anything());
    fc.assert(
      fc.property(packet, (told) => {
        expect(readAnnounced(told, site)).toEqual([]);
      }),
    );
  });
});

describe('[PER11] stations found', () => {
  it('find each other, and nobody of another site', async () => {
    const here = station(self);
    station({ site: otherSite, station: stationIdSchema.parse('st-cccccccc'), port: 4002 });
    station({ ...self, station: ids.otherStation, port: 4001 });
    const found = here.found$.pipe(
      filter(({ length }) => length > 0),
      timeout({ first: 20_000 }),
    );
    expect(await firstValueFrom(found)).toEqual([
      { station: ids.otherStation, url: `https://${at}:4001` },
    ]);
  });

  it('go on being found through a flood of garbage', async () => {
    const here = station(self);
    const flood = makeMulticastDns({ interface: at, bind: '0.0.0.0' });
    onTestFinished(() => flood.destroy());
    for (let count = 0; count < 200; count += 1) {
      const lie = { site, station: self.station, port: 1 + count };
      flood.respond({ answers: recordsOf(lie) });
      flood.respond([{ name: serviceName, type: 'TXT', data: ['x'.repeat(200)] }]);
    }
    station({ ...self, station: ids.otherStation, port: 4001 });
    const found = here.found$.pipe(
      filter((stations) => stations.some(({ url }) => url.endsWith(':4001'))),
      timeout({ first: 20_000 }),
    );
    expect((await firstValueFrom(found)).length).toBeLessThanOrEqual(64 * 4);
  });

  it('are bounded, and forgotten when nothing is heard of them', async () => {
    let nowMs = 0;
    const found = new FoundStations({ wallMs: () => 0, monotonicMs: () => nowMs });
    for (let port = 1; port <= 1000; port += 1) {
      found.hear({ station: ids.station, url: `https://192.0.2.1:${port}` });
    }
    expect(await firstValueFrom(found.found$)).toHaveLength(4);
    nowMs = 100_000;
    found.hear({ station: ids.otherStation, url: 'https://192.0.2.2:1' });
    nowMs = 130_000;
    found.tidy();
    expect(await firstValueFrom(found.found$)).toEqual([
      { station: ids.otherStation, url: 'https://192.0.2.2:1' },
    ]);
  });
});
