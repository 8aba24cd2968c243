import { filter, firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { packIdSchema } from '../../src/shared/ids.ts';
import { officer, passphrase, technician } from '../factories/desk-people.ts';
import { stationDesk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';

const testPack = packIdSchema.parse('org.rean.test');

async function signedIn(staff: typeof officer) {
  const desk = await stationDesk('supervisor');
  desk.hub.pull();
  const window = supervisorWindow(await desk.start());
  await firstValueFrom(window.observe('staff', undefined).pipe(filter(({ ready }) => ready)));
  await window.call('staff.sign-in', { staff, passphrase });
  return window;
}

describe('what of a pack is recorded', { timeout: 30_000 }, () => {
  it.each([officer, technician])('[VOI1] is told to %s, lesson by lesson', async (staff) => {
    const window = await signedIn(staff);
    const view = await firstValueFrom(window.observe('voices', { pack: testPack }));
    const [first] = view?.lessons ?? [];
    expect(first).toMatchObject({ lesson: 'first', title: { km: expect.any(String) } });
    expect(first?.prompts.map(({ recorded }) => recorded)).toContain(false);
    expect(first?.prompts.every(({ text }) => text.km !== '')).toBe(true);
  });

  it('[VOI1] is nothing where the pack is not installed', async () => {
    const window = await signedIn(officer);
    const absent = packIdSchema.parse('org.rean.absent');
    expect(await firstValueFrom(window.observe('voices', { pack: absent }))).toBeNull();
  });
});
