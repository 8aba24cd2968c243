import { beforeEach, describe, expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import {
  appointSigner,
  carryOut,
  command,
  signedCommand,
} from '../../../tests/factories/staff-signers.ts';
import type { RoomCount } from '../../shared/contracts/reading-room.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import type { Hub } from '../hub.ts';
import { labDateAt } from '../lab-day.ts';

let lab: HubLab;
let hub: Hub;
let officer: CommandSigner;

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['supervisor'] });
  hub = await lab.open();
  officer = await appointSigner(hub, { role: 'officer' });
});

const today = () => labDateAt(lab.clock.wallMs());
const daysAgo = (days: number) => labDateAt(lab.clock.wallMs() - days * 86_400_000);
const visits = (over: Partial<Extract<RoomCount, { kind: 'visits' }>> = {}) =>
  ({ kind: 'visits', day: today(), scope: 'women', people: 12, ...over }) as const;
const asked = (count: unknown, by = officer) => ({
  type: 'reading-room.count',
  input: { count },
  as: lab.station(0),
  by: [by],
});
const corrected = (entry: string, count: unknown, by = officer, reason = 'miscounted') => ({
  type: 'reading-room.correct',
  input: { entry, count },
  as: lab.station(0),
  by: [by],
  reason,
});
const entries = async () =>
  (await hub.parts.office.directory.all('room-count:')).flatMap((each) =>
    each.type === 'room-count' ? each : [],
  );
const counted = async (count: unknown = visits()) => {
  const signed = await signedCommand(hub, asked(count));
  expect(await command(hub, lab.station(0), signed)).toMatchObject({ result: 'done' });
  return signed;
};

describe('[LIB6] counting the reading room', () => {
  it('makes an entry of the journal that keeps what was signed, and names nobody who came', async () => {
    await counted();
    await counted({ kind: 'loans', day: daysAgo(31), topic: 'law', lent: 3, returned: 0 });
    expect(await entries()).toMatchObject([
      { by: officer.staff, count: visits() },
      { count: { topic: 'law', lent: 3 } },
    ]);
    const [fact] = await hub.parts.office.factsAfter(0, ['reading-room.counted']);
    expect(fact?.payload).toMatchObject({
      by: officer.staff,
      command: { type: 'reading-room.count' },
    });
    expect(fact?.payload.command?.salt).toBeDefined();
  });

  it('[CMD3] counts once what is sent twice, over a start of the hub too', async () => {
    const signed = await counted();
    expect(await command(hub, lab.station(0), signed)).toMatchObject({ result: 'done' });
    await hub.close();
    lab.cutPower();
    hub = await lab.open();
    const again = await signedCommand(hub, { ...asked(visits()), id: signed.id });
    expect(await command(hub, lab.station(0), again)).toMatchObject({ result: 'done' });
    const other = await signedCommand(hub, { ...asked(visits({ people: 40 })), id: signed.id });
    expect(await command(hub, lab.station(0), other)).toMatchObject({ code: 'command.repeated' });
    expect(await entries()).toMatchObject([{ count: visits() }]);
  });

  it('takes no day to come, none too long ago, and nothing that is no count', async () => {
    for (const day of [daysAgo(-1), daysAgo(32)]) {
      expect(await carryOut(hub, asked(visits({ day })))).toMatchObject({ code: 'count.day' });
    }
    const hostile = [
      visits({ people: 0 }),
      visits({ people: 501 }),
      visits({ people: -3 }),
      { ...visits(), name: 'សុខា' },
      { ...visits(), learner: 'ln-aaaaaaaaaaaa' },
      { kind: 'loans', day: today(), topic: 'law', lent: 0, returned: 0 },
      { kind: 'loans', day: today(), topic: 'ទុំទាវ', lent: 1, returned: 0 },
      visits({ day: '2026-02-31' }),
      null,
    ];
    for (const count of hostile) {
      expect(await carryOut(hub, asked(count))).toMatchObject({ code: 'shape.invalid' });
    }
    expect(await entries()).toEqual([]);
  });

  it('[PRM1] is for officers and site managers, of their scopes', async () => {
    const men = await appointSigner(hub, { role: 'officer', scopes: ['men'] });
    expect(await carryOut(hub, asked(visits(), men))).toMatchObject({ code: 'permission.denied' });
    for (const role of ['instructor', 'technician', 'programme'] as const) {
      const other = await appointSigner(hub, { role });
      expect(await carryOut(hub, asked(visits(), other))).toMatchObject({
        code: 'permission.denied',
      });
    }
    const { id } = await counted();
    expect(await carryOut(hub, corrected(id, null, men))).toMatchObject({
      code: 'permission.denied',
    });
  });
});

describe('[LIB6] correcting a count', () => {
  it('is a new entry with a reason that points at the old, which stays', async () => {
    const { id } = await counted();
    const correct = await signedCommand(hub, corrected(id, visits({ people: 21 })));
    expect(await command(hub, lab.station(0), correct)).toMatchObject({ result: 'done' });
    const all = (await entries()).toSorted((a, b) => a.hubSeq - b.hubSeq);
    expect(all).toMatchObject([{ count: visits() }, { count: { people: 21 }, corrects: id }]);
    const [fact] = await hub.parts.office.factsAfter(0, ['reading-room.corrected']);
    expect(fact?.payload.command?.reason).toBe('miscounted');
    // The correction can be taken back in its turn.
    expect(await carryOut(hub, corrected(correct.id, null))).toMatchObject({ result: 'done' });
  });

  it('is done once: who comes second, or corrects what is not there, is told', async () => {
    const { id } = await counted();
    const both = await Promise.all([
      carryOut(hub, corrected(id, visits({ people: 13 }))),
      carryOut(hub, corrected(id, visits({ people: 14 }))),
    ]);
    expect(both.map(({ result }) => result).toSorted()).toEqual(['done', 'refused']);
    expect(await carryOut(hub, corrected('cm-zzzzzzzzzzzzzzzz', null))).toMatchObject({
      code: 'count.corrected',
    });
    expect(await entries()).toHaveLength(2);
  });

  it('takes no words of somebody’s own as a reason [CMD7]', async () => {
    const { id } = await counted();
    expect(await carryOut(hub, corrected(id, null, officer, 'សុខាមិនបានមក'))).toMatchObject({
      code: 'shape.invalid',
    });
  });
});
