import { BehaviorSubject, NEVER, of } from 'rxjs';
import { expect, it, onTestFinished } from 'vitest';
import type { LiveReport } from '../../src/shared/contracts/live-seat.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import { SeatTeller } from '../../src/station/live/seat-teller.ts';
import type { UplinkStatus } from '../../src/station/uplink/uplink.ts';
import { systemClock } from '../../src/sync/machine/system-ports.ts';
import { hubTransport } from '../../src/sync/transport/https-transport.ts';
import { HubClient } from '../../src/sync/transport/hub-client.ts';
import { FaultyProxy } from '../factories/faulty-proxy.ts';
import { call, makeDiskSite, runHub } from '../factories/https-hub.ts';
import { liveReport } from '../factories/live-reports.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';

/** A hub over HTTPS, and a cable to it. */
async function hubOnCable() {
  const site = await makeDiskSite(91);
  onTestFinished(() => site.remove());
  const hub = await runHub(site);
  onTestFinished(() => hub.close());
  const cable = await FaultyProxy.open(Number(new URL(hub.url).port), {
    randomness: seededRandomness(5),
    took: () => undefined,
  });
  onTestFinished(() => cable.close());
  const [kiosk, other, supervisor] = site.stations;
  if (kiosk === undefined || other === undefined || supervisor === undefined) throw new Error();
  const clientOf = (url: string, { tls }: StationConfig) => {
    const transport = hubTransport({ url, tls });
    onTestFinished(() => transport.close());
    return new HubClient(transport);
  };
  const onCable = `https://127.0.0.1:${cable.port}`;
  const watching = clientOf(hub.url, supervisor);
  const says = async (): Promise<LiveReport | null | undefined> =>
    (await watching.seats(null))?.seats.find(({ station }) => station === kiosk.station)?.report;
  return { site, hub, cable, kiosk, other, says, client: clientOf(onCable, kiosk) };
}

const resting: UplinkStatus = {
  phase: 'idle',
  hubReachable: true,
  waiting: 0,
  receiptAtMs: null,
  trouble: null,
  machine: null,
};

const unordered = { number: 0, lock: null, outcomes: [] };

/** The part of a kiosk that tells, with nobody sitting there. @param seed of its run */
function teller(client: HubClient, seed: number) {
  const status$ = new BehaviorSubject(resting);
  const seat = new SeatTeller({
    sitting$: of(null),
    catalogue$: NEVER,
    uplink: {
      status$,
      live: {
        tell: (report, signal) => client.tellSeat(report, signal),
        seats: (seen, signal) => client.seats(seen, signal),
      },
    },
    orders: { now: unordered, now$: of(unordered) },
    ends$: of(null),
    health: () => Promise.resolve({ diskUsedPart: 0.5, celsius: null }),
    appVersion: '0.0.0',
    clock: systemClock(),
    randomness: seededRandomness(seed),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  seat.start();
  onTestFinished(() => seat.stop());
  return { seat, waits: (waiting: number) => status$.next({ ...resting, waiting }) };
}

const patience = { timeout: 60_000, interval: 200 };

it('[LIV3] a seat whose line is half-open is out of touch, and tells what is so then once it is well', async () => {
  const { cable, client, says } = await hubOnCable();
  const { waits } = teller(client, 1);
  await expect.poll(says, patience).toMatchObject({ waiting: 0 });
  cable.mood = 'swallows';
  waits(3);
  await expect.poll(says, patience).toBeNull();
  waits(4);
  cable.mood = 'well';
  await expect.poll(says, patience).toMatchObject({ waiting: 4 });
});

it('[LIV3] a station that dies falls silent, and is heard at once when it is started anew', async () => {
  const { client, says } = await hubOnCable();
  const { seat } = teller(client, 1);
  await expect.poll(says, patience).not.toBeUndefined();
  const died = (await says())?.run;
  await seat.stop();
  await expect.poll(says, patience).toBeNull();
  teller(client, 2);
  await expect.poll(async () => (await says())?.run ?? died, patience).not.toBe(died);
});

it('[LIV3] nobody tells of another’s seat, or so much that the hub is held up', async () => {
  const { site, hub, kiosk, other, says } = await hubOnCable();
  const tell = (as: StationConfig, body: string) =>
    call(hub.url, site, { method: 'POST', path: '/v1/live', as, body });
  const forged = { ...liveReport({ waiting: 99 }), station: kiosk.station };
  expect((await tell(other, JSON.stringify(forged))).status).toBe(200);
  expect(await says()).toBeUndefined();
  expect((await tell(kiosk, `{"v":1,"more":"${'x'.repeat(9000)}"}`)).status).toBe(413);
  expect((await tell(kiosk, '{"v":1,')).status).toBe(400);
  expect(await says()).toBeUndefined();
});
