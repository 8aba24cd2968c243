import { generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { BehaviorSubject, firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import { codesOnSheet } from '../../shared/contracts/override.ts';
import { ReanError } from '../../shared/errors.ts';
import { generationSchema, stationIdSchema } from '../../shared/ids.ts';
import { rawPublicKey } from '../../sync/envelope/signing.ts';
import { openMemoryStorage } from '../../sync/store/memory-storage.ts';
import { codesOf, drawOverrideSecret, wrapOverride } from '../../sync/override/override-code.ts';
import { DirectoryTables } from '../directory/directory-tables.ts';
import { localDocument } from '../record/local-documents.ts';
import { OverrideDesk, savedOverrideSchema } from './override-desk.ts';

const station = stationIdSchema.parse('st-aaaaaaaa');
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const random = seededRandomness(5);

/** The directory with a sheet for this station, and what stands on the paper. */
function sheetFor(key: KeyObject, sheet: number) {
  const secret = drawOverrideSecret(random);
  const tables = new DirectoryTables(log, null, generationSchema.parse('a'.repeat(16)));
  tables.take({
    _id: `override:${station}`,
    _rev: '1-a',
    type: 'override',
    v: 1,
    hubSeq: sheet,
    station,
    sheet,
    wrapped: wrapOverride({ station, sheet, secret }, rawPublicKey(key), random),
  });
  return { directory: tables.snapshot(), codes: codesOf(secret) };
}

/** A locked seat, whose disk and paper stay over its starts. */
async function lockedSeat() {
  const key = generateKeyPairSync('x25519').privateKey;
  const first = sheetFor(key, 1);
  const directory$ = new BehaviorSubject(first.directory);
  const storage = openMemoryStorage();
  const store = localDocument(await storage.open('station-local'), 'override', savedOverrideSchema);
  const recorded: EventPayload[] = [];
  const seat = { isLocked: true, opened: 0 };
  const disk = { full: '' };
  let nowMs = 1000;
  const start = (keys: readonly KeyObject[] = [key]) =>
    OverrideDesk.open({
      station,
      directory$,
      keys,
      store: {
        load: () => store.load(),
        save: (value) =>
          disk.full === 'saving' ? Promise.reject(new ReanError('store.full')) : store.save(value),
      },
      seat: {
        locked: () => seat.isLocked,
        release: async () => {
          // What is on record by then is what a power cut would leave.
          seat.opened = recorded.length;
          seat.isLocked = false;
        },
      },
      recorder: {
        record: async (_learner, payloads) => {
          if (disk.full === 'recording') throw new ReanError('store.full');
          recorded.push(...payloads);
          return [];
        },
      },
      clock: { monotonicMs: () => nowMs },
      log,
    });
  const pass = (ms: number) => {
    nowMs += ms;
  };
  const newSheet = (number: number) => {
    const next = sheetFor(key, number);
    directory$.next(next.directory);
    return next.codes;
  };
  const at = (number: number, codes: readonly string[] = first.codes) => codes[number - 1] ?? '';
  return { at, start, seat, disk, recorded, pass, newSheet, directory$ };
}

/** Fits together, and is none of the sheet's. */
const wrong = '000000000';

describe('a locked seat and its sheet of codes', () => {
  it('[OVR3] [OVR5] opens for the next code, the use on the disk first', async () => {
    const { at, start, seat, recorded } = await lockedSeat();
    const desk = await start();
    expect(await firstValueFrom(desk.view$)).toEqual({ sheet: 1, next: 1 });
    expect(await desk.enter(at(1))).toEqual({ result: 'opened' });
    expect(recorded).toEqual([{ type: 'override.used', sheet: 1, code: 1 }]);
    expect(seat).toEqual({ isLocked: false, opened: 1 });
    expect(await firstValueFrom(desk.view$)).toEqual({ sheet: 1, next: 2 });
    await expect(desk.enter(at(2))).rejects.toMatchObject({ code: 'permission.denied' });
  });

  it('[OVR3] takes each code once, and none before one that was used, over restarts too', async () => {
    const { at, start, seat } = await lockedSeat();
    await (await start()).enter(at(4));
    for (const used of [4, 3, 1]) {
      seat.isLocked = true;
      expect(await (await start()).enter(at(used))).toMatchObject({ result: 'wrong' });
      expect(seat.isLocked).toBe(true);
    }
    const { enter } = await start().then((desk) => ({ enter: desk.enter.bind(desk) }));
    expect(await enter(at(20))).toMatchObject({ result: 'wait' });
  });

  it('[OVR3] goes on behind codes that were skipped, to the last of the sheet', async () => {
    const { at, start, seat } = await lockedSeat();
    const desk = await start();
    for (const number of [2, 9, codesOnSheet]) {
      seat.isLocked = true;
      expect(await desk.enter(at(number))).toEqual({ result: 'opened' });
    }
    expect(await firstValueFrom(desk.view$)).toEqual({ sheet: 1, next: codesOnSheet + 1 });
    seat.isLocked = true;
    expect(await desk.enter(at(codesOnSheet))).toMatchObject({ result: 'wrong' });
  });

  it('[OVR3] opens once where one code is typed twice at once', async () => {
    const { at, start, recorded } = await lockedSeat();
    const desk = await start();
    const both = await Promise.allSettled([desk.enter(at(1)), desk.enter(at(1))]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(recorded).toHaveLength(1);
  });

  it('[OVR4] has wrong codes wait longer and longer, counted on the disk before they are looked at', async () => {
    const { at, start, pass, seat } = await lockedSeat();
    const desk = await start();
    expect(await desk.enter(wrong)).toEqual({ result: 'wrong', wrongTries: 1, waitMs: 0 });
    expect(await desk.enter(wrong)).toEqual({ result: 'wrong', wrongTries: 2, waitMs: 0 });
    expect(await desk.enter(wrong)).toEqual({ result: 'wrong', wrongTries: 3, waitMs: 5000 });
    expect(await desk.enter(at(1))).toEqual({ result: 'wait', waitMs: 5000 });
    pass(4999);
    // A restart takes nothing off: the wait begins anew.
    const again = await start();
    expect(await again.enter(at(1))).toEqual({ result: 'wait', waitMs: 5000 });
    pass(5000);
    expect(await again.enter(wrong)).toEqual({ result: 'wrong', wrongTries: 4, waitMs: 15_000 });
    pass(15_000);
    expect(await again.enter(at(1))).toEqual({ result: 'opened' });
    seat.isLocked = true;
    expect(await again.enter(wrong)).toMatchObject({ wrongTries: 1 });
  });

  it('[OVR4] counts no misread digit as a try', async () => {
    const { at, start } = await lockedSeat();
    const desk = await start();
    const misread = `${at(1).slice(0, 8)}${(Number(at(1).at(8)) + 1) % 10}`;
    for (let time = 0; time < 9; time += 1) {
      expect(await desk.enter(misread)).toEqual({ result: 'misread' });
    }
    expect(await desk.enter(at(1))).toEqual({ result: 'opened' });
  });

  it('[OVR2] ends a sheet with the next, and never goes back to one that was ended', async () => {
    const { at, start, seat, newSheet, directory$ } = await lockedSeat();
    const older = directory$.value;
    const desk = await start();
    const codes = newSheet(2);
    expect(await firstValueFrom(desk.view$)).toEqual({ sheet: 2, next: 1 });
    expect(await desk.enter(at(1))).toMatchObject({ result: 'wrong' });
    expect(await desk.enter(at(1, codes))).toEqual({ result: 'opened' });
    seat.isLocked = true;
    // A hub restored from an older backup.
    directory$.next(older);
    expect(await firstValueFrom(desk.view$)).toBeNull();
    expect(await desk.enter(at(2))).toEqual({ result: 'no-sheet' });
    const anew = newSheet(2);
    expect(await desk.enter(at(1, anew))).toEqual({ result: 'opened' });
  });

  it('[OVR5] opens nothing where the disk is full, and says so', async () => {
    const { at, start, seat, disk, recorded } = await lockedSeat();
    const desk = await start();
    disk.full = 'saving';
    await expect(desk.enter(at(1))).rejects.toMatchObject({ code: 'store.full' });
    disk.full = '';
    expect(await desk.enter(at(1))).toEqual({ result: 'opened' });
    seat.isLocked = true;
    disk.full = 'recording';
    await expect(desk.enter(at(2))).rejects.toMatchObject({ code: 'store.full' });
    expect(seat.isLocked).toBe(true);
    expect(recorded).toHaveLength(1);
    disk.full = '';
    // It was used up before it could be put on record: the next one serves.
    expect(await desk.enter(at(2))).toMatchObject({ result: 'wrong' });
    expect(await desk.enter(at(3))).toEqual({ result: 'opened' });
  });

  it('[OVR2] has no codes where its keys open no sheet', async () => {
    const { at, start } = await lockedSeat();
    const desk = await start([generateKeyPairSync('x25519').privateKey]);
    expect(await firstValueFrom(desk.view$)).toBeNull();
    expect(await desk.enter(at(1))).toEqual({ result: 'no-sheet' });
  });
});
