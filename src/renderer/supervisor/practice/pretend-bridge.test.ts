import { firstValueFrom } from 'rxjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { contracts } from '../../../shared/contracts/ipc/contract.ts';
import type { SignedIn } from '../../../shared/contracts/ipc/views.ts';
import { staffIdSchema } from '../../../shared/ids.ts';
import { createStationClient } from '../../bridge/station-client.ts';
import { PretendLab } from './lab/pretend-lab.ts';
import { stationAt } from './lab/pretend-people.ts';
import { pretendBridge } from './pretend-bridge.ts';

const officer: SignedIn = {
  staff: staffIdSchema.parse('of-aaaaaaaaaaaa'),
  name: { km: 'មន្ត្រី', en: 'Officer' },
  role: 'officer',
  scopes: ['men'],
  groups: [],
};
let lab: PretendLab;
let client: ReturnType<typeof open>;

const open = (of: PretendLab) =>
  createStationClient(
    contracts.supervisor,
    pretendBridge(of, () => Promise.resolve({ jpeg: 'AAAA' })),
  );

beforeEach(() => {
  lab = new PretendLab(officer);
  client = open(lab);
});

describe('[PRC1] a window’s line to the pretend lab', () => {
  it('answers what the screens ask in the shapes of the contract, over minutes', async () => {
    for (let passed = 0; passed < 120; passed += 1) {
      lab.pass(1_000);
      if (passed === 10) {
        const seats = [1, 2, 7, 8].map(stationAt);
        await client.call('seats.order', { seats, act: { kind: 'lock', message: 'wait' } });
      }
      const room = await firstValueFrom(client.observe('room', undefined));
      expect(room.seats).toHaveLength(8);
      await firstValueFrom(client.observe('help', undefined));
      await firstValueFrom(client.observe('orders', undefined));
      await firstValueFrom(client.observe('groups', undefined));
      await firstValueFrom(client.observe('courses', undefined));
      for (const { sitting } of room.seats) {
        if (sitting === null) continue;
        const { learner } = sitting.learner;
        await firstValueFrom(client.observe('learner', { learner, from: 'room' }));
      }
    }
  });

  it('tells what moves, until it is left', async () => {
    const heard: unknown[] = [];
    const following = client.observe('room', undefined).subscribe((room) => heard.push(room));
    for (let passed = 0; passed < 40; passed += 1) lab.pass(250);
    const before = heard.length;
    expect(before).toBeGreaterThan(2);
    following.unsubscribe();
    for (let passed = 0; passed < 40; passed += 1) lab.pass(250);
    expect(heard).toHaveLength(before);
  });

  it('shows a look at a lesson, and says where none is open', async () => {
    const room = await firstValueFrom(client.observe('room', undefined));
    const learner = room.seats[0]?.sitting?.learner.learner;
    if (learner === undefined) throw new Error('Nobody sits at the first seat.');
    const look = (seat: number) => client.call('seat.look', { station: stationAt(seat), learner });
    await expect(look(1)).resolves.toEqual({ jpeg: 'AAAA' });
    await expect(look(5)).rejects.toMatchObject({ code: 'look.gone' });
  });

  it('puts seats where they stand, and refuses every other command and question', async () => {
    const places = [{ station: stationAt(1), column: 2, row: 2 }];
    const arrange = { type: 'room.arrange', input: { places }, reason: null } as const;
    await expect(client.call('hub.command', arrange)).resolves.toEqual({});
    const refused = { code: 'permission.denied' };
    const end = { type: 'staff.appoint', input: {}, reason: null } as const;
    await expect(client.call('hub.command', end)).rejects.toMatchObject(refused);
    await expect(client.call('staff.sign-out', undefined)).rejects.toMatchObject(refused);
    await expect(
      client.call('report.file', { number: 1, format: 'csv', language: 'km' }),
    ).rejects.toMatchObject(refused);
    await expect(firstValueFrom(client.observe('learners', undefined))).rejects.toMatchObject(
      refused,
    );
  });
});
