import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { readWrappingKey } from '../../src/sync/envelope/wrapping.ts';
import { rawPublicKey } from '../../src/sync/envelope/signing.ts';
import {
  codesOf,
  drawOverrideSecret,
  wrapOverride,
} from '../../src/sync/override/override-code.ts';
import { deskStation } from '../factories/desk-people.ts';
import { seededRandomness } from '../factories/seeded-randomness.ts';
import { lockWith, signedOrder } from '../factories/seat-orders.ts';
import type { Desk } from '../factories/station-desk.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { first, look, open, pulledDesk, signedIn, until } from './kiosk-hand.ts';

const random = seededRandomness(41);

/** A seat with a sheet, locked from a supervisor's station; then hub and network go. */
async function lockedSeat() {
  const desk = await pulledDesk();
  const secret = drawOverrideSecret(random);
  const key = rawPublicKey(readWrappingKey(desk.config.wrappingKey.privateKey));
  const document = {
    _id: `override:${deskStation}`,
    type: 'override',
    v: 1,
    hubSeq: 60,
    station: deskStation,
    sheet: 1,
    wrapped: wrapOverride({ station: deskStation, sheet: 1, secret }, key, random),
  };
  await desk.hub.putDirectory(document);
  return { desk, codes: codesOf(secret) };
}

async function lock(desk: Desk, number = 1) {
  const command = await signedOrder(desk.people, lockWith(), { number });
  await desk.lab.take?.({ command, ageMs: 0 });
  desk.hub.status$.next({ ...desk.hub.status$.value, hubReachable: false });
}

const sheetOf = (window: KioskWindow) => until(window.observe('override', undefined), Boolean);
const lockOf = (window: KioskWindow) => firstValueFrom(window.observe('lock', undefined));
const usesOf = async (desk: Desk) =>
  (await desk.recorded()).flatMap(({ payload }) =>
    payload.type === 'override.used' ? [payload.code] : [],
  );

describe('[OVR1] a locked seat with everything down', { timeout: 30_000 }, () => {
  it('[OVR3] [OVR5] opens for a code, on record first, and its learner goes on', async () => {
    const { desk, codes } = await lockedSeat();
    const { station, window } = await signedIn(desk);
    await window.call('lesson.open', first);
    await look(window);
    await lock(desk);
    expect(await sheetOf(window)).toEqual({ sheet: 1, next: 1 });
    expect(await lockOf(window)).toEqual({ message: 'wait' });
    const code = codes[1] ?? '';
    expect(await window.call('override.enter', { code })).toEqual({ result: 'opened' });
    expect(await usesOf(desk)).toEqual([2]);
    expect(await lockOf(window)).toBeNull();
    expect((await window.call('lesson.open', first)).items).toMatchObject({ look: {} });
    await expect(window.call('override.enter', { code })).rejects.toMatchObject({
      code: 'permission.denied',
    });
    await station.close();
    const again = await open(desk);
    expect(await lockOf(again.window)).toBeNull();
    await again.station.close();
  });

  it('[OVR3] takes no code again that was used, when it is locked anew and over a start', async () => {
    const { desk, codes } = await lockedSeat();
    const { station, window } = await open(desk);
    await lock(desk);
    await sheetOf(window);
    await window.call('override.enter', { code: codes[1] ?? '' });
    await lock(desk, 2);
    expect(await sheetOf(window)).toEqual({ sheet: 1, next: 3 });
    const used = await window.call('override.enter', { code: codes[1] ?? '' });
    expect(used).toMatchObject({ result: 'wrong' });
    expect(await lockOf(window)).toEqual({ message: 'wait' });
    await station.close();
    const again = await open(desk);
    expect(await lockOf(again.window)).toEqual({ message: 'wait' });
    await sheetOf(again.window);
    const opened = await again.window.call('override.enter', { code: codes[2] ?? '' });
    expect(opened).toEqual({ result: 'opened' });
    expect(await usesOf(desk)).toEqual([2, 3]);
    await again.station.close();
  });

  it('[OVR5] opens nothing with a full disk', async () => {
    const { desk, codes } = await lockedSeat();
    const { station, window } = await open(desk);
    await lock(desk);
    await sheetOf(window);
    desk.disk.full = true;
    const asked = window.call('override.enter', { code: codes[3] ?? '' });
    await expect(asked).rejects.toMatchObject({ code: 'store.full' });
    expect(await lockOf(window)).toEqual({ message: 'wait' });
    desk.disk.full = false;
    const opened = await window.call('override.enter', { code: codes[3] ?? '' });
    expect(opened).toEqual({ result: 'opened' });
    await station.close();
  });
});
