import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HubLab, ask } from '../../../tests/factories/hub-lab.ts';
import { liveReport } from '../../../tests/factories/live-reports.ts';
import {
  appointSigner,
  carryOut,
  command,
  signedCommand,
} from '../../../tests/factories/staff-signers.ts';
import { withoutHub } from '../../shared/contracts/seat-order.ts';
import type { StationId } from '../../shared/ids.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;
let officer: CommandSigner;
let went: string[];
let refused: string | null;

const power = {
  go: (how: string) => {
    went.push(how);
    return Promise.resolve(refused);
  },
};

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk', 'supervisor'], learners: 1 });
  [went, refused] = [[], null];
  hub = await lab.open({ power });
  officer = await appointSigner(hub, { role: 'officer' });
});
afterEach(() => hub.close());

const [first, second, desk] = [0, 1, 2] as const;
const station = (at: number) => lab.station(at).station;
const asking = (despite: readonly StationId[] = [], by = officer) => ({
  type: 'hub.power-off',
  input: { despite: [...despite] },
  as: lab.station(desk),
  by: [by],
});
const says = (at: number, leaving: { to: 'power-off'; gone: boolean } | null, number = 1) => {
  const orders = { number: 1, lock: null, leaving, outcomes: [] };
  return ask(hub, { path: '/v1/live', body: liveReport({ number, orders }), as: lab.station(at) });
};
const facts = () => hub.parts.office.factsAfter(0, ['hub.powered-off']);

describe('[CLS4] the hub', () => {
  it('goes off once its seats have, on record, and not again when the same is asked after its next start', async () => {
    await says(first, null);
    await says(second, { to: 'power-off', gone: true });
    expect(await carryOut(hub, asking())).toMatchObject({ code: 'hub.seats-on' });
    expect(went).toEqual([]);
    await says(first, { to: 'power-off', gone: true }, 2);
    const signed = await signedCommand(hub, asking());
    const tell = () => command(hub, lab.station(desk), signed);
    for (const _time of [1, 2]) {
      expect(await tell()).toEqual({ result: 'done', output: { goes: true } });
    }
    expect(went).toEqual(['power-off']);
    expect((await facts()).map(({ payload }) => payload.by)).toEqual([officer.staff]);
    await hub.close();
    hub = await lab.open({ power });
    expect(await tell()).toMatchObject({ code: 'command.stale' });
    expect(went).toEqual(['power-off']);
  });

  it('goes though seats are on that who asks says they know of, and no others', async () => {
    await says(first, null);
    expect(await carryOut(hub, asking([station(second)]))).toMatchObject({ code: 'hub.seats-on' });
    expect(await carryOut(hub, asking([station(first)]))).toMatchObject({ result: 'done' });
    expect(went).toEqual(['power-off']);
  });

  it('is nobody’s to switch off but an officer’s or a site manager’s', async () => {
    for (const role of ['technician', 'instructor', 'programme'] as const) {
      const other = await appointSigner(hub, { role });
      expect(await carryOut(hub, asking([], other))).toMatchObject({ code: 'permission.denied' });
    }
    expect(went).toEqual([]);
    const manager = await appointSigner(hub, { role: 'site-manager' });
    expect(await carryOut(hub, asking([], manager))).toMatchObject({ result: 'done' });
  });

  it('says so where its system does not let it, and where nothing switches it off', async () => {
    refused = 'Access denied';
    expect(await carryOut(hub, asking())).toEqual({ result: 'done', output: { goes: false } });
    await hub.close();
    hub = await lab.open({});
    expect(await carryOut(hub, asking())).toEqual({ result: 'done', output: { goes: false } });
    expect(await facts()).toHaveLength(2);
  });
});

describe('[CLS7] an officer’s computer that went off', () => {
  it('is on record once it is told, though it was signed without the hub, and for no other role', async () => {
    const off = { type: 'desk.power-off', input: {}, as: lab.station(desk), hubRun: withoutHub };
    const signed = await signedCommand(hub, { ...off, by: [officer] });
    for (const _time of [1, 2]) {
      expect(await command(hub, lab.station(desk), signed)).toMatchObject({ result: 'done' });
    }
    const told = await hub.parts.office.factsAfter(0, ['desk.powered-off']);
    expect(told.map(({ payload }) => payload.by)).toEqual([officer.staff]);
    for (const role of ['technician', 'instructor'] as const) {
      const by = [await appointSigner(hub, { role })];
      expect(await carryOut(hub, { ...off, by })).toMatchObject({ code: 'permission.denied' });
    }
    expect(went).toEqual([]);
  });
});
