import { filter, firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stickLine } from '../../src/station/stick/stick-line.ts';
import type { ExportKind } from '../../src/shared/contracts/stick.ts';
import { officer, passphrase, technician } from '../factories/desk-people.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { kioskWindow, supervisorWindow } from '../factories/station-window.ts';
import { stickService } from '../factories/stick-service.ts';
import type { StickService } from '../factories/stick-service.ts';
import { until } from './kiosk-hand.ts';

let service: StickService;

beforeEach(async () => {
  service = await stickService();
});
afterEach(() => service.close());

const content = Buffer.from('a,b\n').toString('base64');
const denied = { code: 'permission.denied' };

async function at(staff: string | null) {
  const desk = await stationDesk('supervisor', stickLine(service.address));
  desk.hub.pull();
  const window = supervisorWindow(await desk.start());
  await firstValueFrom(window.observe('staff', undefined).pipe(filter(({ ready }) => ready)));
  if (staff !== null) await window.call('staff.sign-in', { staff, passphrase });
  const save = (kind: ExportKind, name = 'report.csv') =>
    window.call('stick.save', { kind, name, content });
  return { desk, window, save };
}

/** What is on record of files that left, in order. */
async function exportsOf(desk: Desk) {
  return (await desk.recorded()).flatMap(({ payload }) =>
    payload.type === 'export.begun' || payload.type === 'export.ended' ? [payload] : [],
  );
}

describe('files that leave on a stick', { timeout: 60_000 }, () => {
  it('[STK4] are on record before a byte leaves, and their end after', async () => {
    const { desk, window, save } = await at(officer);
    expect((await window.call('app.info', undefined)).stick).toBe(true);
    const stick = { serial: '1A2B-3C4D', label: 'REAN' };
    expect(await save('report')).toEqual({ saved: 'report.csv', stick });
    const [begun, ended, ...more] = await exportsOf(desk);
    expect(more).toEqual([]);
    expect(begun).toMatchObject({ kind: 'report', file: 'report.csv', bytes: 4, staff: officer });
    expect(begun).toMatchObject({ type: 'export.begun', stick });
    expect(ended).toMatchObject({ type: 'export.ended', outcome: 'saved', file: 'report.csv' });
    expect(ended?.export).toBe(begun?.export);
  });

  it('[STK4] are on record as not there, and why, where the stick is pulled out; no stick leaves nothing', async () => {
    const { desk, save } = await at(officer);
    await service.is('pulled');
    await expect(save('report')).rejects.toMatchObject({ facts: { problem: 'gone' } });
    expect((await exportsOf(desk)).map(({ type }) => type)).toEqual([
      'export.begun',
      'export.ended',
    ]);
    expect((await exportsOf(desk)).at(-1)).toMatchObject({ outcome: 'gone', file: null });
    await service.ended();
    await service.plug(0);
    await expect(save('report')).rejects.toMatchObject({ facts: { problem: 'none' } });
    expect(await exportsOf(desk)).toHaveLength(2);
  });

  it('[STK3] are for whoever has a right to what is in them, and for nobody who is not signed in', async () => {
    const own = await at(officer);
    await expect(own.save('trail')).rejects.toMatchObject(denied);
    await expect(own.save('support')).rejects.toMatchObject(denied);
    await own.save('roster', 'roster-2026-11-24.pdf');
    const other = await at(technician);
    for (const kind of ['report', 'cards', 'trail', 'record'] as const) {
      await expect(other.save(kind)).rejects.toMatchObject(denied);
    }
    const nobody = await at(null);
    await expect(nobody.save('report')).rejects.toMatchObject(denied);
    expect(await service.files()).toEqual(['rean-out', 'rean-out/roster-2026-11-24.pdf']);
    expect(await exportsOf(other.desk)).toEqual([]);
  });

  it('[STK5] of a kiosk is the support bundle alone, for the technician who is there', async () => {
    const desk = await stationDesk('kiosk', stickLine(service.address));
    desk.hub.pull();
    const window = kioskWindow(await desk.start());
    await until(window.observe('maintenance', undefined), ({ people }) => people.length > 0);
    const give = () => window.call('maintenance.give-bundle', undefined);
    await expect(give()).rejects.toMatchObject(denied);
    await window.call('maintenance.sign-in', { staff: technician, passphrase });
    await expect(give()).rejects.toMatchObject({ code: 'file.unreadable' });
    const { bytes } = await window.call('maintenance.bundle', undefined);
    const { saved } = await give();
    expect(saved).toMatch(/^rean-support-st-.*\.zip$/);
    expect(Buffer.byteLength(await service.read(`rean-out/${saved}`), 'utf8')).toBeGreaterThan(0);
    expect(await exportsOf(desk)).toMatchObject([
      { kind: 'support', bytes, staff: technician },
      { outcome: 'saved' },
    ]);
    const deeds = (await desk.recorded()).flatMap(({ payload }) =>
      payload.type === 'maintenance.done' ? [payload.deed] : [],
    );
    expect(deeds).toEqual(['opened', 'bundled', 'bundle-given']);
  });
});
