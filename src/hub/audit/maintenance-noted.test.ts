import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HubLab, push } from '../../../tests/factories/hub-lab.ts';
import { appointSigner } from '../../../tests/factories/staff-signers.ts';
import type { MaintenanceDeed } from '../../shared/contracts/maintenance.ts';
import { signStep } from '../../sync/command/sign-maintenance.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;
let technician: CommandSigner;

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['supervisor', 'kiosk'] });
  hub = await lab.open();
  technician = await appointSigner(hub, { role: 'technician' });
  await hub.settled();
});
afterEach(() => hub.close());

const kiosk = 1;

function stepOf(deed: MaintenanceDeed, step: number, station = lab.station(kiosk).station) {
  const { staff, key, privateKey } = technician;
  const said = { staff, key, deed, visit: '0123456789abcdef', step };
  return signStep(said, { site: hub.site.site, station }, privateKey);
}

async function rowsOf(events: readonly object[]) {
  await push(hub, lab.station(kiosk), events);
  await hub.settled();
  await hub.close();
  hub = await lab.open();
  await hub.settled();
  const { rows } = await hub.parts.trail.page({ kind: 'maintenance' }, null);
  return rows.map(({ kind, by, staff }) => ({ kind, by, staff }));
}

describe('[MNT4] a technician’s visit to a kiosk in the trail', () => {
  it('stands under their name where they signed it', async () => {
    const store = lab.store(kiosk);
    const record = (deed: MaintenanceDeed, step: number) =>
      store.record({ type: 'maintenance.done', ...stepOf(deed, step) }, null);
    const { staff } = technician;
    expect(await rowsOf([record('opened', 1), record('bundled', 2), record('closed', 3)])).toEqual([
      { kind: 'maintenance.closed', by: staff, staff: null },
      { kind: 'maintenance.bundled', by: staff, staff: null },
      { kind: 'maintenance.opened', by: staff, staff: null },
    ]);
  });

  it('stands there as somebody’s where it is the station’s word alone: refused, changed, or of elsewhere', async () => {
    const store = lab.store(kiosk);
    const { staff } = technician;
    const elsewhere = stepOf('opened', 2, lab.station(0).station);
    const events = [
      store.record({ type: 'maintenance.refused', staff }, null),
      store.record({ type: 'maintenance.done', ...stepOf('opened', 1), deed: 'restarted' }, null),
      store.record({ type: 'maintenance.done', ...elsewhere }, null),
      store.record({ type: 'maintenance.done', ...stepOf('closed', 4), key: 7 }, null),
    ];
    expect(await rowsOf(events)).toEqual(
      ['closed', 'opened', 'restarted', 'refused'].map((deed) => ({
        kind: `maintenance.${deed}`,
        by: 'somebody',
        staff,
      })),
    );
  });
});
