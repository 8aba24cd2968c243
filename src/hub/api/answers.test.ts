import { beforeEach, describe, expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, ask, contiguousSeq, push } from '../../../tests/factories/hub-lab.ts';
import type { OpenOptions } from '../../../tests/factories/hub-lab.ts';
import { ManualTimers } from '../../../tests/factories/manual-timers.ts';
import {
  healthSchema,
  heldVectorSchema,
  helloSchema,
  keyringAnswerSchema,
  noticeSchema,
  receiptSchema,
  stationsAnswerSchema,
} from '../../shared/contracts/hub-api.ts';
import type { Notice } from '../../shared/contracts/hub-api.ts';
import { ReanError } from '../../shared/errors.ts';
import { hasMovedOn } from '../../shared/sequence.ts';
import { readWrappingKey, unwrapKeyring } from '../../sync/envelope/wrapping.ts';
import type { Hub } from '../hub.ts';
import { siteFiles } from '../site/site-files.ts';

let lab: HubLab;
let hub: Hub;
let timers: ManualTimers;

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk', 'supervisor'] });
  timers = new ManualTimers();
  hub = await lab.open({ timers });
});

/** Stops the hub and starts it again under other circumstances. */
async function reopen(options: OpenOptions): Promise<void> {
  await hub.close();
  hub = await lab.open({ timers, ...options });
}

const kiosk = () => lab.station(0);
const supervisor = () => lab.station(2);

async function answer(path: string, as = kiosk(), body?: object): Promise<unknown> {
  const response = await ask(hub, { path, as, ...(body === undefined ? {} : { body }) });
  return response.json<unknown>();
}

describe('/healthz', () => {
  it('[HUB2] says to anyone whether the hub is well, and how it is to its stations alone', async () => {
    const response = await ask(hub, { path: '/healthz', as: kiosk() });
    const health = healthSchema.parse(response.json());
    expect(health).toMatchObject({ ok: true, unfolded: 0, quarantined: 0 });
    const elsewhere = await HubLab.make({ seed: 2 });
    for (const as of [null, elsewhere.station()]) {
      expect((await ask(hub, { path: '/healthz', as })).json()).toEqual({ ok: true });
    }
    expect(response.body).not.toContain(hub.site.site);
  });

  it('[RET3] tells when the last backup was by the hub’s date, and that there was none', async () => {
    let nowMs = Date.UTC(2026, 10, 20, 20);
    await reopen({ clock: { wallMs: () => nowMs, monotonicMs: () => performance.now() } });
    const told = async () => {
      const { lastBackup } = healthSchema.parse(await answer('/healthz'));
      const stations = stationsAnswerSchema.parse(await answer('/v1/stations', supervisor()));
      expect(stations.lastBackup).toEqual(lastBackup);
      return lastBackup;
    };
    expect(await told()).toBeNull();
    const { generation } = hub.site;
    await lab.vault.write(siteFiles.backup, {
      v: 1,
      wallMs: nowMs,
      generation,
      hubSeq: 1,
      vector: {},
    });
    await hub.noteBackup();
    // 20:00 UTC is the next day in the lab.
    expect(await told()).toEqual({ date: '2026-11-21', days: 0 });
    nowMs += 12.5 * 86_400_000;
    expect(await told()).toEqual({ date: '2026-11-21', days: 12 });
    nowMs -= 40 * 86_400_000;
    expect(await told()).toEqual({ date: '2026-11-21', days: null });
  });

  it('[RET3] tells how full the disk is; the log hears of it once each time', async () => {
    let usedBytes = 69;
    await reopen({ diskUse: () => Promise.resolve({ usedBytes, totalBytes: 100 }) });
    expect(healthSchema.parse(await answer('/healthz'))).toMatchObject({ diskUsedPart: 0.69 });
    const receiptAfter = async (used: number) => {
      usedBytes = used;
      const store = lab.store();
      const asked = { store: store.id, lastSeq: 0, waiting: 0, appVersion: '0', diskUsedPart: 0.8 };
      await answer('/v1/receipt', kiosk(), asked);
      await hub.settled();
    };
    for (const used of [69, 70, 71, 86, 87, 20]) await receiptAfter(used);
    const told = lab.logged.filter(({ event }) => event.startsWith('disk.'));
    expect(told.map(({ level, event, facts }) => [level, event, facts['percent']])).toEqual([
      ['warn', 'disk.filling', 70],
      ['warn', 'disk.nearly-full', 86],
      ['info', 'disk.has-room', 20],
    ]);
    const { stations, hubDiskUsedPart } = stationsAnswerSchema.parse(
      await answer('/v1/stations', supervisor()),
    );
    expect(hubDiskUsedPart).toBe(0.2);
    const parts = stations.map((each) => [each.station, each.diskUsedPart]);
    expect(Object.fromEntries(parts)).toMatchObject({ [kiosk().station]: 0.8 });
  });

  it('[HUB11] is not well while the disk is nearly full', async () => {
    await reopen({ freeBytes: () => Promise.resolve(1_000_000) });
    const health = healthSchema.parse(await answer('/healthz'));
    expect(health).toMatchObject({ ok: false, diskFreeBytes: 1_000_000 });
  });
});

describe('/v1/hello', () => {
  it('tells a station who it is and where to push', async () => {
    const hello = helloSchema.parse(await answer('/v1/hello', supervisor()));
    expect(hello).toMatchObject({
      station: supervisor().station,
      kind: 'supervisor',
      segments: ['events-0001'],
      generation: hub.site.generation,
      labDay: { sure: false },
    });
  });
});

describe('[SYN6] /v1/notice', () => {
  const path = (seen: Notice) => {
    const { generation, directory, state, journal } = seen;
    const numbers = { directory: `${directory}`, state: `${state}`, journal: `${journal}` };
    return `/v1/notice?${new URLSearchParams({ generation, ...numbers }).toString()}`;
  };

  async function now(): Promise<Notice> {
    const { generation } = hub.site;
    const none = { generation, directory: 0, state: 0, journal: 0, keyring: 0 };
    return noticeSchema.parse(await answer(path(none)));
  }

  it('answers at once to a station that is behind', async () => {
    const notice = await now();
    expect([notice.directory, notice.journal]).not.toContain(0);
    const behind = { ...notice, journal: 1 };
    expect(noticeSchema.parse(await answer(path(behind)))).toEqual(notice);
  });

  it('answers as soon as a learner is folded', async () => {
    const before = await now();
    const waiting = answer(path(before));
    await expect.poll(() => timers.pending).toEqual([25_000]);
    const store = lab.store();
    await push(hub, store.station, [store.record(payloads.started(), lab.learner())]);
    const notice = noticeSchema.parse(await waiting);
    expect(hasMovedOn(notice.state, before.state)).toBe(true);
    expect(timers.pending).toEqual([]);
  });

  it('answers as soon as a sign-in is given, to a station that holds the keys of before', async () => {
    const before = await now();
    const waiting = answer(`${path(before)}&keyring=${before.keyring}`);
    await expect.poll(() => timers.pending).toEqual([25_000]);
    await hub.parts.office.changeKeyring((keyring) => keyring);
    expect(noticeSchema.parse(await waiting)).toEqual({ ...before, keyring: before.keyring + 1 });
  });

  it('answers with nothing new after 25 s', async () => {
    const before = await now();
    const waiting = answer(path(before));
    await expect.poll(() => timers.pending).toEqual([25_000]);
    timers.elapse(25_000);
    expect(await waiting).toEqual(before);
  });

  it('answers at once to a station of another generation', async () => {
    const other = { ...(await now()), generation: 'f'.repeat(16) };
    const notice = noticeSchema.parse(await answer(path(noticeSchema.parse(other))));
    expect(notice.generation).toBe(hub.site.generation);
  });
});

describe('[HUB14] /v1/vector', () => {
  const vector = async () => heldVectorSchema.parse(await answer('/v1/vector'));

  it('tells how far every store is held, and by when that is folded', async () => {
    const store = lab.store();
    const recorded = [1, 2, 3].map(() => store.record(payloads.started(), lab.learner()));
    await push(hub, store.station, recorded.slice(0, 2));
    await hub.settled();
    const { held, foldedBy, generation } = await vector();
    expect(held[`${store.station.station}:${store.id}`]).toBe(2);
    expect(generation).toBe(hub.site.generation);
    const none = { generation, directory: '0', state: '0', journal: '0' };
    const path = `/v1/notice?${new URLSearchParams(none).toString()}`;
    const { state } = noticeSchema.parse(await answer(path));
    expect(foldedBy).toBe(state);
  });
});

describe('/v1/receipt', () => {
  it('[JRN2] carries the head of the journal, so that a fork is noticed', async () => {
    const store = lab.store();
    const body = { store: store.id, lastSeq: 0, waiting: 0, appVersion: '0' };
    const receipt = receiptSchema.parse(await answer('/v1/receipt', kiosk(), body));
    expect(receipt).toMatchObject({ contiguousSeq: 0, generation: hub.site.generation });
    expect(receipt.auditHead).not.toBe('0'.repeat(64));
  });

  it('is given for the station’s own store only', async () => {
    const store = lab.store(0);
    await push(hub, store.station, [store.record(payloads.started(), lab.learner())]);
    const body = { store: store.id, lastSeq: 1, waiting: 0, appVersion: '0' };
    const receipt = receiptSchema.parse(await answer('/v1/receipt', lab.station(1), body));
    expect(receipt).toMatchObject({ station: lab.station(1).station, contiguousSeq: 0 });
  });

  it('says what was wrong with a question of the wrong shape', async () => {
    const response = await ask(hub, { path: '/v1/receipt', as: kiosk(), body: { store: 7 } });
    expect([response.statusCode, response.json<{ error: string }>().error]).toEqual([
      400,
      'bad_request',
    ]);
  });
});

describe('[KEY1] /v1/keyring', () => {
  it('is wrapped to the station that asks, and opens for no other', async () => {
    const { wrapped } = keyringAnswerSchema.parse(await answer('/v1/keyring'));
    const own = readWrappingKey(kiosk().wrappingKey.privateKey);
    expect(unwrapKeyring(wrapped, own)).toEqual(lab.keyring);
    const other = readWrappingKey(supervisor().wrappingKey.privateKey);
    expect(() => unwrapKeyring(wrapped, other)).toThrow('seal.broken');
  });
});

describe('/v1/stations', () => {
  it('[SUP13] calls nothing waiting that the receipt given covers', async () => {
    const store = lab.store(0);
    await push(hub, store.station, [store.record(payloads.started(), lab.learner())]);
    const body = { store: store.id, lastSeq: 1, waiting: 1, appVersion: '0' };
    await answer('/v1/receipt', kiosk(), body);
    const { stations } = stationsAnswerSchema.parse(await answer('/v1/stations', supervisor()));
    const own = stations.find(({ station }) => station === kiosk().station);
    expect(own).toMatchObject({ waiting: 0 });
  });

  it('tells a supervisor who has been in touch, and with how much waiting', async () => {
    const store = lab.store(0);
    const body = { store: store.id, lastSeq: 9, waiting: 9, appVersion: '0' };
    await answer('/v1/receipt', kiosk(), body);
    const { stations } = stationsAnswerSchema.parse(await answer('/v1/stations', supervisor()));
    const of = (id: string) => stations.find(({ station }) => station === id);
    expect(of(kiosk().station)).toMatchObject({ waiting: 9, lastContactAgeMs: expect.any(Number) });
    expect(of(lab.station(1).station)).toEqual({
      station: lab.station(1).station,
      lastContactAgeMs: null,
      waiting: null,
      diskUsedPart: null,
    });
  });

  it('[HUB2] is refused to kiosks', async () => {
    expect((await ask(hub, { path: '/v1/stations', as: kiosk() })).statusCode).toBe(403);
  });
});

describe('[HUB11] a full disk', () => {
  it('is told before it is full, and nothing is taken', async () => {
    await reopen({ freeBytes: () => Promise.resolve(1_000_000) });
    const store = lab.store();
    const response = await push(hub, store.station, [store.record(payloads.started(), null)]);
    expect([response.statusCode, response.json<{ error: string }>().error]).toEqual([
      507,
      'insufficient_storage',
    ]);
    expect(await contiguousSeq(hub, store)).toBe(0);
  });

  it('that comes while taking in is told, and the work goes on by itself later', async () => {
    let full = false;
    const beforeIndexWrite = () => {
      if (full) throw new ReanError('store.full');
    };
    await reopen({ beforeIndexWrite });
    const health = async () => healthSchema.parse(await answer('/healthz'));
    const store = lab.store();
    full = true;
    await push(hub, store.station, [store.record(payloads.started(), lab.learner())]);
    await hub.settled();
    expect(await health()).toMatchObject({ ok: false });
    expect(lab.logged.at(-1)).toMatchObject({ event: 'hub.work-failed' });
    expect(timers.pending).toHaveLength(1);
    full = false;
    timers.elapse(8000);
    await hub.settled();
    expect(await health()).toMatchObject({ ok: true, unfolded: 0 });
    const path = `/state-${hub.site.generation}/learner:${lab.learner()}`;
    expect((await ask(hub, { path, as: kiosk() })).statusCode).toBe(200);
  });
});
