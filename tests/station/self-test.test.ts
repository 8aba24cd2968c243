import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { selfTestChecks } from '../../src/shared/contracts/self-test.ts';
import type { SelfTestResult } from '../../src/shared/contracts/self-test.ts';
import type { Desk } from '../factories/station-desk.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { open, pulledDesk } from './kiosk-hand.ts';

const results: SelfTestResult[] = selfTestChecks.map((check) => ({ check, outcome: 'pass' }));
const isDue = async (window: KioskWindow) =>
  (await firstValueFrom(window.observe('self-test', undefined))).due;
const testsOf = async (desk: Desk) =>
  (await desk.recorded()).flatMap(({ payload }) =>
    payload.type === 'self-test.done' ? [payload.code] : [],
  );
/** As the PC is left by its enrolment. */
const letIn = (desk: Desk) =>
  writeFile(join(desk.folder, 'self-test.json'), '{"v":1,"due":true,"pending":null}');

describe('[SLF1] a PC that was let in', { timeout: 30_000 }, () => {
  it('is to be tested until it was, and what it found is recorded once, with the code of its slip', async () => {
    const desk = await pulledDesk();
    await letIn(desk);
    const { station, window } = await open(desk);
    expect(await isDue(window)).toBe(true);
    const { results: found } = await window.call('self-test.look', undefined);
    expect(found.map(({ check }) => check)).toEqual([
      'disk',
      'flush',
      'memory',
      'clock',
      'packs',
      'hub',
    ]);
    expect(found).toContainEqual({ check: 'hub', outcome: 'pass' });
    const { code } = await window.call('self-test.done', { results });
    expect(code).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{2}$/);
    expect(await isDue(window)).toBe(false);
    // Somebody who stands there may do it again.
    const again = await window.call('self-test.done', { results });
    await station.close();
    expect(await testsOf(desk)).toEqual([code, again.code]);
    const later = await open(desk);
    expect(await isDue(later.window)).toBe(false);
    await expect(later.window.call('self-test.done', { results })).rejects.toMatchObject({
      code: 'permission.denied',
    });
  });

  it('[SLF4] is to be tested anew where the power went in between', async () => {
    const desk = await pulledDesk();
    await letIn(desk);
    const { station, window } = await open(desk);
    await window.call('self-test.look', undefined);
    await station.close();
    expect(await isDue((await open(desk)).window)).toBe(true);
  });

  it.each([
    ['cut off', '{"v":1,"due":tr'],
    ['of another version', '{"v":2,"due":true}'],
  ])('keeps nobody from learning by a file that is %s', async (_what, text) => {
    const desk = await pulledDesk();
    await writeFile(join(desk.folder, 'self-test.json'), text);
    expect(await isDue((await open(desk)).window)).toBe(false);
  });

  it('is no PC from before: none is due there, and none may be recorded', async () => {
    const desk = await stationDesk();
    const { window } = await open(desk);
    expect(await isDue(window)).toBe(false);
    const asked = window.call('self-test.look', undefined);
    await expect(asked).rejects.toMatchObject({ code: 'permission.denied' });
  });
});
