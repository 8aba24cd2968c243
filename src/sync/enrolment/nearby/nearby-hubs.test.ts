import fc from 'fast-check';
import makeMulticastDns from 'multicast-dns';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { siteIdSchema } from '../../../shared/ids.ts';
import { systemClock } from '../../machine/system-ports.ts';
import { announceHub } from './announce-hub.ts';
import { findHubs } from './find-hubs.ts';
import { hubRecords, readHubs } from './hub-records.ts';
import type { AnnouncedHub } from './hub-records.ts';

const self: AnnouncedHub = { site: siteIdSchema.parse('site-abcdefgh'), port: 8643 };
const log = { warn: () => undefined };
/** Multicast on this PC alone. */
const at = '127.0.0.1';

describe('[FBT2] a hub on the LAN', () => {
  it('is read as it was told, and whatever else is told does no harm', () => {
    expect(readHubs({ answers: hubRecords(self) })).toEqual([self]);
    const renamed = hubRecords(self).map((record) => ({
      ...record,
      name: 'x._rean-hub._tcp.local',
    }));
    expect(readHubs({ answers: renamed })).toEqual([]);
    fc.assert(
      fc.property(fc.anything(), fc.array(fc.anything()), (packet, answers) => {
        expect(readHubs(packet)).toEqual([]);
        expect(readHubs({ answers })).toEqual([]);
      }),
    );
  });

  it('is found by whoever asks, at the address its word comes from', async () => {
    const hub = announceHub({ self, at, clock: systemClock(), log });
    onTestFinished(() => hub.close());
    const search = findHubs(log, at);
    onTestFinished(() => search.close());
    await expect
      .poll(() => search.found(), { timeout: 20_000 })
      .toEqual([{ url: `https://${at}:8643`, site: self.site }]);
  });

  it('is one of a few: whoever tells of hundreds fills no screen', async () => {
    const search = findHubs(log, at);
    onTestFinished(() => search.close());
    const flood = makeMulticastDns({ interface: at, bind: '0.0.0.0' });
    onTestFinished(() => flood.destroy());
    await vi.waitFor(
      () => {
        for (let port = 1; port <= 40; port += 1) {
          flood.respond({ answers: hubRecords({ ...self, port }) });
        }
        expect(search.found().length).toBe(8);
      },
      { timeout: 20_000, interval: 100 },
    );
  });
});
