import { BehaviorSubject } from 'rxjs';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { publisherKey, signedKeyring } from '../../../tests/factories/keyrings.ts';
import { patientWatch, TestOrigin } from '../../../tests/factories/pack-origins.ts';
import {
  laterSource,
  pressPack,
  testPack,
  testVersion,
  trustingStore,
} from '../../../tests/factories/pack-press.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { formatKeyring } from '../../content/keyring/root-keyring.ts';
import type { WantedPack } from '../../content/store/downloads.ts';
import type { PackStore } from '../../content/store/pack-store.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import { cappedBytesPerSecond, LabPace } from './lab-pace.ts';
import { PackKeeper } from './pack-keeper.ts';
import type { PackKeeperParts } from './pack-keeper.ts';
import type { PeerOrigin } from './pack-lines.ts';
import { PackPace } from './pack-pace.ts';
import { packReport } from './pack-report.ts';

const v1 = testVersion('1.0.0');
const v2 = testVersion('1.1.0');
const second = { pack: testPack, version: v2 };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const clock = { wallMs: () => Date.now(), monotonicMs: () => performance.now() };

let hub: PackStore;
let store: PackStore;
let origin: TestOrigin;
let peers: readonly PeerOrigin[];
let wanted$: BehaviorSubject<readonly WantedPack[]>;
let inside$: BehaviorSubject<boolean>;
let hubReachable$: BehaviorSubject<boolean>;
let changed: number;
let revoked: readonly string[];

beforeEach(async () => {
  ({ store: hub } = await trustingStore());
  await hub.install(await pressPack());
  await hub.install(await pressPack(laterSource('1.1.0', 2)));
  ({ store } = await trustingStore());
  await store.install(await pressPack());
  origin = new TestOrigin(hub);
  peers = [];
  changed = 0;
  revoked = [];
  wanted$ = new BehaviorSubject<readonly WantedPack[]>([second]);
  inside$ = new BehaviorSubject(false);
  hubReachable$ = new BehaviorSubject(true);
});

function keep(over: Partial<PackKeeperParts> = {}): PackKeeper {
  const keeper = new PackKeeper({
    store,
    lines: { hub: origin, peers: () => peers, report: () => Promise.resolve({}) },
    wanted$,
    inside$,
    hubReachable$,
    mostBytesPerSecond: (inside) => (inside ? cappedBytesPerSecond : null),
    pins: () => Promise.resolve(() => false),
    tellRevoked: (versions) => {
      revoked = versions.map(({ version, reason }) => `${version}: ${reason}`);
    },
    changed: () => {
      changed += 1;
      return Promise.resolve();
    },
    clock,
    randomness: seededRandomness(5),
    log: quiet,
    lookMs: 20,
    ...over,
  });
  keeper.start();
  onTestFinished(() => keeper.stop());
  return keeper;
}

const versions = async () => (await store.list())[0]?.versions.map(({ version }) => version);

/** A busy PC takes longer for a pack than vitest's second. */
const soon = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 20_000 });

describe('packs of the site’s list', () => {
  it('come by themselves, into use when nobody is inside [PKG18]', async () => {
    keep();
    await soon(async () => expect(await store.active(testPack)).toBe(v2));
    await soon(() => expect(changed).toBeGreaterThan(0));
  });

  it('are told of where a pack is new, and so in use without being chosen [PKG18]', async () => {
    ({ store } = await trustingStore());
    keep();
    await soon(async () => expect(await store.active(testPack)).toBe(v2));
    await soon(() => expect(changed).toBeGreaterThan(0));
  });

  it('come while somebody sits here, and wait to be used until they have left [PKG18]', async () => {
    inside$.next(true);
    const keeper = keep();
    let report: ReturnType<typeof packReport> | null = null;
    keeper.now$.subscribe((now) => {
      report = packReport(now, inside$.value);
    });
    await soon(() =>
      expect(report).toMatchObject({ packs: [{ active: v1, ready: v2, fetching: null }] }),
    );
    expect(await store.active(testPack)).toBe(v1);
    expect(changed).toBe(0);
    inside$.next(false);
    await soon(async () => expect(await store.active(testPack)).toBe(v2));
    await soon(() => expect(report).toMatchObject({ packs: [{ active: v2, ready: null }] }));
  });

  it('go on after a line that was cut, saying meanwhile why they do not come [PKG18]', async () => {
    origin.bytesLeft = 10;
    const keeper = keep();
    const codes: (string | undefined)[] = [];
    keeper.now$.subscribe((now) => codes.push(now.trouble(second)?.code));
    await soon(() => expect(codes).toContain('hub.unreachable'));
    origin.bytesLeft = Number.POSITIVE_INFINITY;
    await soon(async () => expect(await store.active(testPack)).toBe(v2));
    expect(origin.asked.some((path) => path.endsWith(' 10'))).toBe(true);
    expect(codes.at(-1)).toBeUndefined();
  });

  it('come from a station that has them while the hub is away [PKG18]', async () => {
    hubReachable$.next(false);
    const without = await trustingStore();
    const station = (id: string) => stationIdSchema.parse(id);
    const there = new TestOrigin(hub);
    peers = [
      { station: station('st-aaaaaaaa'), origin: new TestOrigin(without.store) },
      { station: station('st-bbbbbbbb'), origin: there },
    ];
    const from: unknown[] = [];
    keep().now$.subscribe(({ fetching }) => from.push(fetching?.now.from));
    await soon(async () => expect(await store.active(testPack)).toBe(v2));
    expect(origin.asked).toEqual([]);
    expect(from).toContain('st-bbbbbbbb');
  });

  it('go back to the version before at once, as it is still here [PKG19]', async () => {
    keep();
    await soon(async () => expect(await store.active(testPack)).toBe(v2));
    wanted$.next([{ pack: testPack, version: v1 }]);
    await soon(async () => expect(await store.active(testPack)).toBe(v1));
    expect(await versions()).toEqual([v1, v2]);
  });

  it('leave no version behind that nobody needs, nor take one where that is not known [PKG20]', async () => {
    await hub.install(await pressPack(laterSource('1.2.0', 3)));
    let known = false;
    keep({ pins: () => Promise.resolve(known ? () => false : null) });
    const v3 = testVersion('1.2.0');
    await soon(async () => expect(await store.active(testPack)).toBe(v2));
    wanted$.next([{ pack: testPack, version: v3 }]);
    await soon(async () => expect(await store.active(testPack)).toBe(v3));
    expect(await versions()).toEqual([v1, v2, v3]);
    known = true;
    await soon(async () => expect(await versions()).toEqual([v2, v3]));
  });

  it('stop coming when the list has another version, and when the station stops [PKG18]', async () => {
    inside$.next(true);
    const never = new Promise<void>(() => undefined);
    let stuck = 0;
    const waiting: PackKeeperParts['store'] = {
      list: () => store.list(),
      activate: (pack, version) => store.activate(pack, version),
      collect: (needs) => store.collect(needs),
      takeKeyring: (bytes) => store.takeKeyring(bytes),
      revoked: () => store.revoked(),
      fetch: (_wanted, _origin, { signal }) => {
        stuck += 1;
        return Promise.race([
          never,
          new Promise<void>((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(new Error('given up')));
          }),
        ]);
      },
    };
    const keeper = keep({ store: waiting });
    await soon(() => expect(stuck).toBe(1));
    wanted$.next([{ pack: testPack, version: testVersion('9.0.0') }]);
    await soon(() => expect(stuck).toBe(2));
    await keeper.stop();
    expect(stuck).toBe(2);
  });
});

describe('the programme’s keyring', () => {
  it('comes from the hub; what it revoked stays in use, is told of, and comes no more [PKG21] [PKG22]', async () => {
    const told = (reason: string | null, version: number) =>
      formatKeyring(signedKeyring({ version, publishers: [publisherKey(reason)] }));
    await hub.takeKeyring(told(null, 1));
    keep();
    await soon(async () => expect((await store.rootKeyring())?.version).toBe(1));
    await soon(async () => expect(await store.active(testPack)).toBe(v2));
    await hub.takeKeyring(told('លួច', 2));
    await soon(() => expect(revoked).toEqual(['1.0.0: លួច', '1.1.0: លួច']));
    expect(await store.active(testPack)).toBe(v2);
    const empty = await trustingStore();
    await empty.store.takeKeyring(told('លួច', 2));
    await expect(empty.store.fetch(second, origin, patientWatch())).rejects.toMatchObject({
      code: 'pack.key-revoked',
      facts: { reason: 'លួច' },
    });
  });
});

describe('the pace of a download', () => {
  it('is held back only while somebody learns [PKG18] [PKG23]', async () => {
    let nowMs = 0;
    let capped = true;
    const sleep = (ms: number) => {
      nowMs += ms;
      return Promise.resolve();
    };
    const most = () => (capped ? cappedBytesPerSecond : null);
    const pace = new PackPace({ wallMs: () => 0, monotonicMs: () => nowMs }, most, sleep);
    const piece = 16 * 1024;
    for (let taken = 0; taken < 8 * cappedBytesPerSecond; taken += piece) await pace.admit(piece);
    expect(nowMs / 1000).toBeGreaterThan(7);
    expect(nowMs / 1000).toBeLessThan(9);
    capped = false;
    const before = nowMs;
    for (let taken = 0; taken < 8 * cappedBytesPerSecond; taken += piece) await pace.admit(piece);
    expect(nowMs).toBe(before);
  });
});

describe('[PKG23] what downloads may take while people learn in the lab', () => {
  const labPace = () => {
    const now = { ms: 0 };
    return { now, pace: new LabPace({ wallMs: () => 0, monotonicMs: () => now.ms }) };
  };

  it('is what the hub says, who knows of the others, and at this station the cap at once', () => {
    const { pace } = labPace();
    pace.note({ mostBytesPerSecond: null });
    expect(pace.mostBytesPerSecond(false)).toBeNull();
    expect(pace.mostBytesPerSecond(true)).toBe(cappedBytesPerSecond);
    pace.note({ mostBytesPerSecond: 500_000 });
    expect(pace.mostBytesPerSecond(false)).toBe(500_000);
    expect(pace.mostBytesPerSecond(true)).toBe(500_000);
  });

  it('is the cap while nobody knows: before the hub answered, while it is away, long after', () => {
    const { pace, now } = labPace();
    expect(pace.mostBytesPerSecond(false)).toBe(cappedBytesPerSecond);
    pace.note({ mostBytesPerSecond: null });
    now.ms = 149_000;
    expect(pace.mostBytesPerSecond(false)).toBeNull();
    now.ms = 151_000;
    expect(pace.mostBytesPerSecond(false)).toBe(cappedBytesPerSecond);
    pace.note({ mostBytesPerSecond: null });
    pace.forget();
    expect(pace.mostBytesPerSecond(false)).toBe(cappedBytesPerSecond);
  });

  it('is as before with a hub that says nothing of it', () => {
    const { pace } = labPace();
    pace.note({});
    expect(pace.mostBytesPerSecond(false)).toBeNull();
    expect(pace.mostBytesPerSecond(true)).toBe(cappedBytesPerSecond);
  });
});
