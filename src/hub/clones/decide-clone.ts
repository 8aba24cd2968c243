import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StationId } from '../../shared/ids.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { Asker } from '../office/office-change.ts';
import { withFormer } from '../office/station-renewal.ts';
import { changeStation, findStation, requireEnabled } from '../office/station-standing.ts';
import type { MachineWatch } from './machine-watch.ts';

type StationDocument = DirectoryDocumentOf<'station'>;

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
  await changeStation(office, what, (held, hubSeq) => ({
    ...withNextOf(machine, requireEnabled(held)),
    renewal: hubSeq,
    renewalFor: machine,
  }));
}

/** Keys that another PC was given meanwhile bring events with the rest of what it has, and nothing else. */
function withNextOf(machine: string, held: StationDocument): StationDocument {
  const { nextCertificate, nextOf, ...without } = held;
  if (nextCertificate === undefined || nextOf?.machine === machine) return held;
  return { ...without, bringsOnly: withFormer(held.bringsOnly, nextCertificate) };
}
