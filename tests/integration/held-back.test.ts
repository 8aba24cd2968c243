import { filter, firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { quarantineItemSchema } from '../../src/shared/contracts/quarantine.ts';
import type { QuarantineItem } from '../../src/shared/contracts/quarantine.ts';
import { deskStation, officer, passphrase, sokha, technician } from '../factories/desk-people.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';

const content = 'a'.repeat(64);

function item(over: Partial<QuarantineItem> = {}): QuarantineItem {
  return quarantineItemSchema.parse({
    content,
    reason: 'signature',
    event: `${deskStation}:0123456789abcdef:000000000007`,
    origin: deskStation,
    type: 'attempt.recorded',
    learner: sokha,
    recordedMs: 5,
    wallMs: 9,
    bytes: 900,
    decided: null,
    ...over,
  });
}

async function windowOf(desk: Desk, staff: typeof officer) {
  desk.hub.pull();
  const window = supervisorWindow(await desk.start());
  await firstValueFrom(window.observe('staff', undefined).pipe(filter(({ ready }) => ready)));
  await window.call('staff.sign-in', { staff, passphrase });
  return window;
}

const decision = { kind: 'reject', contents: [content], reason: 'trial' } as const;

describe('[SUP14] what the hub holds back', { timeout: 30_000 }, () => {
  it('is shown to an officer with the names known here, and decided over in their name', async () => {
    const desk = await stationDesk('supervisor');
    const decided = { kind: 'reject', reason: 'trial', by: officer, who: null } as const;
    desk.hub.held = ({ state }) => ({
      items: [state === 'open' ? item() : item({ decided: { ...decided, wallMs: 1, hubSeq: 3 } })],
      twins: [],
      next: null,
      open: 1,
      decided: 1,
    });
    const window = await windowOf(desk, officer);
    const open = await firstValueFrom(window.observe('held', { state: 'open', pages: 1 }));
    expect(open).toMatchObject({
      open: 1,
      items: [{ content, learnerName: { km: 'សុខា' }, decided: null }],
    });
    const done = await firstValueFrom(window.observe('held', { state: 'decided', pages: 1 }));
    expect(done?.items[0]?.decided).toMatchObject({ kind: 'reject', who: { km: 'ចាន់' } });
    const answer = await window.call('quarantine.decide', { ...decision, contents: [content] });
    expect(answer.outcomes).toEqual([{ content, outcome: 'rejected' }]);
    expect(desk.hub.decisions).toEqual([{ ...decision, staff: officer }]);
  });

  it('is not known while the hub is away', async () => {
    const desk = await stationDesk('supervisor');
    const window = await windowOf(desk, officer);
    expect(await firstValueFrom(window.observe('held', { state: 'open', pages: 1 }))).toBeNull();
  });

  it('is for no technician, and for nobody before a sign-in', async () => {
    const desk = await stationDesk('supervisor');
    desk.hub.held = () => ({ items: [item()], twins: [], next: null, open: 1, decided: 0 });
    const window = await windowOf(desk, technician);
    const denied = { code: 'permission.denied' };
    const held = () => firstValueFrom(window.observe('held', { state: 'open', pages: 1 }));
    const decide = () => window.call('quarantine.decide', { ...decision, contents: [content] });
    await expect(held()).rejects.toMatchObject(denied);
    await expect(decide()).rejects.toMatchObject(denied);
    await window.call('staff.sign-out', undefined);
    await expect(held()).rejects.toMatchObject(denied);
    await expect(decide()).rejects.toMatchObject(denied);
    expect(desk.hub.decisions).toEqual([]);
    expect(await firstValueFrom(window.observe('status', undefined))).toBeDefined();
  });
});
