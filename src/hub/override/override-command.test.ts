import { beforeAll, describe, expect, it } from 'vitest';
import { HubLab, push } from '../../../tests/factories/hub-lab.ts';
import { ManualTimers } from '../../../tests/factories/manual-timers.ts';
import { appointSigner, carryOut } from '../../../tests/factories/staff-signers.ts';
import { overrideCommands } from '../../shared/contracts/commands/override-commands.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { readWrappingKey } from '../../sync/envelope/wrapping.ts';
import { codesOf, unwrapOverride } from '../../sync/override/override-code.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;
let officer: CommandSigner;
const timers = new ManualTimers();

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk', 'supervisor'] });
  hub = await lab.open({ timers });
  officer = await appointSigner(hub, { role: 'officer' });
}, 60_000);

const making = (stations: readonly string[], by = officer) =>
  carryOut(hub, {
    type: 'override.make',
    input: { stations },
    as: lab.station(2),
    by: [by],
  });
const idOf = (index: number) => lab.station(index).station;
async function made(stations: readonly string[]) {
  const answer = await making(stations);
  if (answer.result !== 'done') throw new Error(answer.code);
  return overrideCommands['override.make'].output.parse(answer.output).sheets;
}
const documentOf = async (index: number) => {
  const [document] = await hub.parts.office.directory.all(`override:${idOf(index)}`);
  if (document?.type !== 'override') throw new Error('no sheet');
  return document;
};
const keyOf = (index: number) => readWrappingKey(lab.station(index).wrappingKey.privateKey);

describe('[OVR2] sheets of codes, at the hub', () => {
  it('are told once, and kept as only their station opens them', async () => {
    const [first, second] = await made([idOf(0), idOf(1)]);
    expect(first).toMatchObject({ station: idOf(0), sheet: 1 });
    const document = await documentOf(0);
    const secret = unwrapOverride(document.wrapped, 1, [keyOf(0)]);
    expect(codesOf(secret)).toEqual(first?.codes);
    expect(second?.codes).not.toEqual(first?.codes);
    expect(() => unwrapOverride(document.wrapped, 1, [keyOf(1)])).toThrow('seal.broken');
    const [fact] = (await hub.parts.office.factsAfter(0, ['override.made'])).slice(-1);
    expect(fact?.payload).toMatchObject({ by: officer.staff, command: { type: 'override.make' } });
    const kept = JSON.stringify(await hub.parts.office.directory.all('')) + JSON.stringify(fact);
    for (const code of first?.codes ?? []) expect(kept).not.toContain(code);
  });

  it('are ended by the next, of another secret and number', async () => {
    const [before] = await made([idOf(0)]);
    const [next] = await made([idOf(0)]);
    expect(next?.sheet).toBe((before?.sheet ?? 0) + 1);
    expect(next?.codes).not.toEqual(before?.codes);
    expect((await documentOf(0)).sheet).toBe(next?.sheet);
  });

  it('are an officer’s or site manager’s to make, for learners’ seats in use', async () => {
    const technician = await appointSigner(hub, { role: 'technician' });
    const instructor = await appointSigner(hub, { role: 'instructor' });
    for (const by of [technician, instructor]) {
      expect(await making([idOf(0)], by)).toMatchObject({ code: 'permission.denied' });
    }
    const manager = await appointSigner(hub, { role: 'site-manager' });
    expect(await making([idOf(0)], manager)).toMatchObject({ result: 'done' });
    expect(await making([idOf(2)])).toMatchObject({ code: 'station.not-enrolled' });
    expect(await making(['st-zzzzzzzz'])).toMatchObject({ code: 'station.not-enrolled' });
    expect(await making([])).toMatchObject({ code: 'shape.invalid' });
    expect(await making([idOf(0), idOf(0)])).toMatchObject({ code: 'shape.invalid' });
  });

  it('[OVR5] [AUD2] have their uses in the trail, once, whoever brings them', async () => {
    const store = lab.store();
    const used = store.record({ type: 'override.used', sheet: 3, code: 7 }, null);
    await push(hub, lab.station(1), [used]);
    await push(hub, lab.station(0), [used]);
    await hub.settled();
    timers.elapse(30_000);
    await expect
      .poll(async () => (await hub.parts.trail.page({ kind: 'override.used' }, null)).rows)
      .toMatchObject([
        { by: 'somebody', station: idOf(0), changed: ['override:3-7'], learner: null },
      ]);
  });
});
