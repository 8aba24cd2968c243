import { beforeAll, describe, expect, it } from 'vitest';
import { HubLab, push } from '../../../tests/factories/hub-lab.ts';
import { ManualTimers } from '../../../tests/factories/manual-timers.ts';
import { appointSigner, carryOut } from '../../../tests/factories/staff-signers.ts';
import { stationCommands } from '../../shared/contracts/commands/station-commands.ts';
import type { SelfTestDone } from '../../shared/contracts/self-test.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk', 'supervisor'] });
  hub = await lab.open({ timers: new ManualTimers() });
}, 60_000);

const found = (code: string, outcome: 'pass' | 'fail'): SelfTestDone => ({
  code,
  // One that this hub knows nothing of comes with it: of a later app.
  results: [
    { check: 'disk', outcome },
    { check: 'tilt-of-the-floor', outcome: 'not-possible' },
  ],
});

async function listed() {
  const technician = await appointSigner(hub, { role: 'technician' });
  const answer = await carryOut(hub, {
    type: 'station.list',
    input: {},
    as: lab.station(2),
    by: [technician],
  });
  if (answer.result !== 'done') throw new Error(answer.code);
  const { stations } = stationCommands['station.list'].output.parse(answer.output);
  return stations.map(({ tested }) => tested ?? null);
}

describe('[SLF5] what a PC found of itself, at the hub', () => {
  it('stands with its station and in the trail at once, the last of it, whoever brings it and how often', async () => {
    expect(await listed()).toEqual([null, null, null]);
    const store = lab.store();
    const first = store.record({ type: 'self-test.done', ...found('ABCD-EF', 'fail') }, null);
    await push(hub, lab.station(1), [first]);
    await push(hub, lab.station(0), [first]);
    await hub.settled();
    await expect.poll(async () => (await listed())[0]).toMatchObject(found('ABCD-EF', 'fail'));
    const second = store.record({ type: 'self-test.done', ...found('GHJK-MN', 'pass') }, null);
    await push(hub, lab.station(0), [second]);
    await hub.settled();
    await expect.poll(async () => (await listed())[0]).toMatchObject(found('GHJK-MN', 'pass'));
    expect((await listed()).slice(1)).toEqual([null, null]);
    const { rows } = await hub.parts.trail.page({ kind: 'self-test.done' }, null);
    expect(rows.map(({ changed, station }) => [changed, station])).toEqual([
      [['self-test:GHJK-MN'], lab.station(0).station],
      [['self-test:ABCD-EF'], lab.station(0).station],
    ]);
  });

  it('comes back with a hub that is started anew', async () => {
    await hub.close();
    hub = await lab.open({ timers: new ManualTimers() });
    expect((await listed())[0]).toMatchObject(found('GHJK-MN', 'pass'));
  });
});
