import { beforeAll, describe, expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { appointSigner, carryOut } from '../../../tests/factories/staff-signers.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;
let officer: CommandSigner;
let instructor: CommandSigner;

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk', 'supervisor'] });
  hub = await lab.open();
  officer = await appointSigner(hub, { role: 'officer' });
  instructor = await appointSigner(hub, { role: 'instructor' });
}, 60_000);

const arrange = (places: readonly object[], by = officer) =>
  carryOut(hub, {
    type: 'room.arrange',
    input: { places },
    as: lab.station(2),
    by: [by],
    reason: null,
  });
const at = (index: number, column: number, row: number) => ({
  station: lab.station(index).station,
  column,
  row,
});
const held = async () => (await hub.parts.office.directory.all('room'))[0];

describe('[SUP21] the room as staff arrange it', () => {
  it('is one document of the directory and an entry by name; the last one holds', async () => {
    await arrange([at(0, 1, 1)]);
    const places = [at(0, 3, 2), at(1, 5, 2)];
    expect(await arrange(places)).toMatchObject({ result: 'done' });
    expect(await held()).toMatchObject({ type: 'room', places });
    expect((await hub.parts.office.factsAfter(0, ['room.arranged'])).at(-1)).toMatchObject({
      payload: { by: officer.staff, command: { type: 'room.arrange' } },
    });
  });

  it('takes no supervisor’s station, no stranger’s, and no two on one spot', async () => {
    const before = await held();
    expect(await arrange([at(2, 1, 1)])).toMatchObject({ code: 'station.not-enrolled' });
    const stranger = { station: 'st-zzzzzzzz', column: 1, row: 1 };
    expect(await arrange([stranger])).toMatchObject({ code: 'station.not-enrolled' });
    expect(await arrange([at(0, 1, 1), at(1, 1, 1)])).toMatchObject({ code: 'shape.invalid' });
    expect(await held()).toEqual(before);
  });

  it('is arranged by no instructor', async () => {
    expect(await arrange([], instructor)).toMatchObject({ code: 'permission.denied' });
  });
});
