import { ReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import type { Asker, SiteOffice } from '../office/site-office.ts';
import { changeStation, findStation, requireEnabled } from '../office/station-standing.ts';
import type { MachineWatch } from './machine-watch.ts';

interface Parts {
  readonly office: SiteOffice;
  readonly machines: MachineWatch;
}

/**
 * Of two PCs that say they are one station, this one goes on ([CLO2]): it is asked for other keys, and
 * once it has come with them the former certificate brings events, and nothing else.
 * @throws ReanError `station.not-enrolled`, with `problem: 'disabled'` or `'machine'`
 */
export async function decideClone(
  { office, machines }: Parts,
  { station, machine }: { readonly station: StationId; readonly machine: string },
  asker: Asker,
): Promise<void> {
  requireEnabled(await findStation(office, station));
  if (!machines.has(station, machine)) {
    throw new ReanError('station.not-enrolled', { station, problem: 'machine' });
  }
  const what = { station, type: 'clone.decided', asker } as const;
  await changeStation(office, what, ({ nextCertificate: _next, ...held }, hubSeq) => ({
    ...requireEnabled(held),
    renewal: hubSeq,
    renewalFor: machine,
  }));
}
