import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { RoomCount } from '../../src/shared/contracts/reading-room.ts';
import { officer, passphrase, technician } from '../factories/desk-people.ts';
import { stationDesk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import { until } from './kiosk-hand.ts';

const day = '2026-11-22';
const id = (number: number) => `cm-${String(number).padStart(16, '0')}`;
const document = (number: number, count: RoomCount | null, corrects?: string) => ({
  _id: `room-count:${id(number)}`,
  type: 'room-count',
  v: 1,
  hubSeq: 100 + number,
  by: officer,
  count,
  ...(corrects === undefined ? {} : { corrects }),
});
const visits = (people: number) => ({ kind: 'visits', day, scope: 'women', people }) as const;

async function windowOf(staff: typeof officer) {
  const desk = await stationDesk('supervisor');
  desk.hub.pull();
  const window = supervisorWindow(await desk.start());
  await until(window.observe('staff', undefined), ({ ready }) => ready);
  await window.call('staff.sign-in', { staff, passphrase });
  return { desk, window, room$: window.observe('reading-room', { span: 'month' }) };
}

describe('[LIB6] the reading room at a supervisor station', { timeout: 30_000 }, () => {
  it('is shown from what the hub wrote, corrected as it comes, also while the hub is away', async () => {
    const { desk, room$ } = await windowOf(officer);
    expect(await firstValueFrom(room$)).toEqual({ today: null, periods: [], entries: [] });
    await desk.hub.putDirectory(document(1, visits(12)));
    const counted = await until(room$, ({ entries }) => entries.length === 1);
    expect(counted).toMatchObject({
      periods: [{ from: '2026-11-01', visits: [{}, { scope: 'women', count: 10 }, {}] }],
      entries: [{ id: id(1), by: officer, byName: { km: 'ចាន់' }, count: visits(12) }],
    });
    desk.hub.answer = null;
    await desk.hub.putDirectory(document(2, visits(4), id(1)));
    const corrected = await until(room$, ({ entries }) => entries[0]?.id === id(2));
    expect(corrected.entries).toHaveLength(1);
    expect(corrected.periods[0]?.visits[1]?.count).toBe('few');
    await desk.hub.putDirectory(document(3, null, id(2)));
    await until(room$, ({ periods, entries }) => periods.length === 0 && entries.length === 0);
  });

  it('[CMD5] takes no count while the hub is away: the person is told', async () => {
    const { desk, window } = await windowOf(officer);
    desk.hub.answer = null;
    const asked = {
      type: 'reading-room.count',
      input: { count: visits(3) },
      reason: null,
    } as const;
    await expect(window.call('hub.command', asked)).rejects.toMatchObject({ code: 'hub.away' });
    expect(desk.hub.commands).toEqual([]);
  });

  it('[PRM1] is told to nobody whose business it is not', async () => {
    const { room$ } = await windowOf(technician);
    await expect(firstValueFrom(room$)).rejects.toMatchObject({ code: 'permission.denied' });
  });
});
