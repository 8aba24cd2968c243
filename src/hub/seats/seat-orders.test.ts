import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HubLab, ask } from '../../../tests/factories/hub-lab.ts';
import { liveReport } from '../../../tests/factories/live-reports.ts';
import { ManualTimers } from '../../../tests/factories/manual-timers.ts';
import {
  appointSigner,
  carryOut,
  command,
  signedCommand,
} from '../../../tests/factories/staff-signers.ts';
import { orderRules } from '../../domain/seat-orders/order-rules.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { ordersAnswerSchema, ordersHoldMs, withoutHub } from '../../shared/contracts/seat-order.ts';
import type { HubSeen } from '../../shared/contracts/hub-seen.ts';
import type { SeatAct } from '../../shared/contracts/seat-order.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;
let timers: ManualTimers;
let officer: CommandSigner;

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk', 'supervisor'], learners: 1 });
  timers = new ManualTimers();
  hub = await lab.open({ timers });
  officer = await appointSigner(hub, { role: 'officer' });
});
afterEach(() => hub.close());

const lock: SeatAct = { kind: 'lock', message: 'wait' };
const unlock: SeatAct = { kind: 'unlock' };
const [first, second, desk] = [0, 1, 2] as const;

const ordering = (
  act: SeatAct,
  number: number,
  by = officer,
  seats: readonly number[] = [first],
) => ({
  type: orderRules[act.kind].command,
  input: { number, seats: seats.map((seat) => lab.station(seat).station), act },
  as: lab.station(desk),
  by: [by],
});
const order = async (...of: Parameters<typeof ordering>) => {
  const answer = await carryOut(hub, ordering(...of));
  return answer.result === 'refused' ? answer.code : answer.result;
};
const handed = async (seat: number, seen: HubSeen | null = null) => {
  const query = seen === null ? '' : `?hub=${seen.hub}&number=${seen.number}`;
  const answer = await ask(hub, { path: `/v1/orders${query}`, as: lab.station(seat) });
  expect(answer.statusCode).toBe(200);
  return ordersAnswerSchema.parse(answer.json());
};
const lying = async (seat: number) => {
  const [found] = await hub.parts.office.directory.all(`seat:${lab.station(seat).station}`);
  return found?.type === 'seat' ? found.command : null;
};
const facts = () => hub.parts.office.factsAfter(0, ['seat.ordered']);

describe('what staff have seats do, at the hub', () => {
  it('[ACT1] [ACT2] is on record, lies in the directory, and goes to those seats and no other', async () => {
    expect(await order(lock, 1, officer, [first, second])).toBe('done');
    const [fact] = await facts();
    expect(fact?.payload).toMatchObject({ by: officer.staff, command: { type: 'seat.order' } });
    const answer = await handed(first);
    expect(answer.orders).toMatchObject([{ command: { input: { act: lock, number: 1 } } }]);
    expect(await lying(second)).toEqual(answer.orders[0]?.command);
    expect(await order(unlock, 2)).toBe('done');
    expect((await handed(first, answer)).orders).toMatchObject([
      { command: { input: { act: unlock } } },
    ]);
    const seen = await handed(second);
    expect(seen.orders).toHaveLength(1);
    const waiting = handed(second, seen);
    await expect.poll(() => timers.pending).toContain(ordersHoldMs);
    await order(unlock, 3, officer, [second]);
    expect((await waiting).orders).toMatchObject([{ command: { input: { number: 3 } } }]);
    const asked = await ask(hub, { path: '/v1/orders', as: lab.station(desk) });
    expect(asked.statusCode).toBe(403);
    expect((await ask(hub, { path: '/v1/orders', as: null })).statusCode).toBe(401);
  });

  it('[ACT3] lies there after a start of the hub too, though nothing is on its way any more', async () => {
    await order(lock, 1);
    await hub.close();
    hub = await lab.open({ timers });
    expect((await lying(first))?.input).toMatchObject({ act: lock });
  });

  it('[ACT4] leaves a later order where it is', async () => {
    await order(lock, 5);
    await order(unlock, 5);
    expect((await lying(first))?.input).toMatchObject({ act: lock });
    await order(unlock, 4);
    expect((await lying(first))?.input).toMatchObject({ act: lock });
    await order(unlock, 6);
    expect((await lying(first))?.input).toMatchObject({ act: unlock });
    expect(await order(lock, 900_000_000)).toBe('shape.invalid');
  });

  it('[ACT6] is judged by who sits there', async () => {
    const sitting = {
      learner: lab.learner(),
      open: null,
      helpAsked: false,
      stuck: false,
      quiet: null,
    };
    await ask(hub, { path: '/v1/live', body: liveReport({ sitting }), as: lab.station(first) });
    const ofWomen = await appointSigner(hub, { role: 'officer', scopes: ['women'] });
    const instructor = await appointSigner(hub, { role: 'instructor', groups: [] });
    const technician = await appointSigner(hub, { role: 'technician' });
    for (const by of [ofWomen, instructor, technician]) {
      expect(await order(lock, 1, by, [first, second])).toBe('permission.denied');
    }
    // Nobody sits at the other one: it is an officer's, and no instructor's.
    expect(await order(lock, 1, ofWomen, [second])).toBe('done');
    expect(await order(lock, 2, instructor, [second])).toBe('permission.denied');
    const groups = (await hub.parts.office.directory.all('group:')).flatMap((each) =>
      each.type === 'group' ? [each.group] : [],
    );
    const teacher = await appointSigner(hub, { role: 'instructor', groups });
    expect(await order(lock, 1, teacher, [first])).toBe('done');
    expect(await order(lock, 1, officer, [desk])).toBe('station.not-enrolled');
    expect(await facts()).toHaveLength(2);
  });

  it('[PWR1] has PCs restarted and switched off by technicians too, and by nobody under another name', async () => {
    const technician = await appointSigner(hub, { role: 'technician' });
    const instructor = await appointSigner(hub, { role: 'instructor' });
    const restart: SeatAct = { kind: 'restart' };
    expect(await order(restart, 1, instructor)).toBe('permission.denied');
    expect(await order(restart, 1, technician)).toBe('done');
    expect((await handed(first)).orders).toMatchObject([{ command: { type: 'seat.power' } }]);
    // It is of no use later: nothing waits for a PC that is off.
    expect(await lying(first)).toBeNull();
    const dressed = { ...ordering(restart, 2), type: 'seat.order' };
    expect(await carryOut(hub, dressed)).toMatchObject({ code: 'shape.invalid' });
    const undressed = { ...ordering(lock, 2, technician), type: 'seat.power' };
    expect(await carryOut(hub, undressed)).toMatchObject({ code: 'shape.invalid' });
    expect(await facts()).toHaveLength(1);
  });

  it('[ACT5] takes on record what was done without it, once, and leaves to other commands no such way', async () => {
    const late = await signedCommand(hub, { ...ordering(lock, 3), hubRun: withoutHub });
    const tell = (signed: typeof late) => command(hub, lab.station(desk), signed);
    expect(await tell(late)).toMatchObject({ result: 'done' });
    expect((await lying(first))?.id).toBe(late.id);
    expect(await tell(late)).toMatchObject({ result: 'done' });
    await hub.close();
    hub = await lab.open({ timers });
    expect(await tell(late)).toMatchObject({ code: 'command.repeated' });
    expect(await facts()).toHaveLength(1);
    const technician = await appointSigner(hub, { role: 'technician' });
    const strange = await signedCommand(hub, {
      ...ordering(lock, 4, technician),
      hubRun: withoutHub,
    });
    expect(await tell(strange)).toMatchObject({ code: 'permission.denied' });
    const forged = { ...late, input: { ...ordering(unlock, 9).input } };
    expect(await tell({ ...forged, id: strange.id })).toMatchObject({ code: 'signature.invalid' });
    const other = await signedCommand(hub, {
      type: 'room.arrange',
      input: { places: [] },
      as: lab.station(desk),
      by: [officer],
      hubRun: withoutHub,
    });
    expect(await tell(other)).toMatchObject({ code: 'command.stale' });
  });
});
