import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { initSite } from '../../hub/office/site-on-disk.ts';
import type { Clock, Randomness } from '../../shared/ports.ts';
import { addStationFolder } from '../site/station-folder.ts';
import { freePort } from './free-port.ts';
import { writeLabFile } from './lab-file.ts';
import type { LabFile } from './lab-file.ts';
import { beginLabFolder } from './lab-folder.ts';

/** The hub's port where no other is wished for. */
const usualPort = 8643;
const khmerDigits = '០១២៣៤៥៦៧៨៩';
const inKhmer = (count: number) =>
  String(count).replaceAll(/\d/g, (digit) => khmerDigits[Number(digit)] ?? digit);

export const hubFolder = (lab: string) => join(lab, 'hub');
export const stationFolder = (lab: string, name: string) => join(lab, 'stations', name);

export interface WishedLab {
  /** How many kiosk stations. */
  readonly kiosks: number;
  /** The hub's, unless another program has it; the usual one when left out. */
  readonly port?: number;
}

type NewStation = LabFile['stations'][number] & { readonly km: string; readonly en: string };

function plannedStations(kiosks: number): readonly NewStation[] {
  const seats = Array.from({ length: kiosks }, (_, index) => index + 1);
  return [
    ...seats.map((seat) => ({
      name: `station-${seat}`,
      kind: 'kiosk' as const,
      km: `ស្ថានីយ៍ទី${inKhmer(seat)}`,
      en: `Station ${seat}`,
    })),
    { name: 'supervisor', kind: 'supervisor', km: 'តុអ្នកទទួលបន្ទុក', en: 'Supervisor' },
  ];
}

/**
 * Makes a demo lab: a site with demo people, kiosks and a supervisor's station ([RUN1]). Every key,
 * code and passphrase is drawn for this lab alone.
 *
 * @throws ReanError `config.invalid` where the folder holds other files, or a `store.*` code
 */
export async function setUpLab(
  lab: string,
  { kiosks, port = usualPort }: WishedLab,
  ports: { readonly clock: Clock; readonly random: Randomness },
): Promise<LabFile> {
  await beginLabFolder(lab, (path) => writeFile(path, ''));
  const hubPort = await freePort(port);
  const name = { km: 'មជ្ឈមណ្ឌលសាកល្បង', en: 'Practice centre' };
  await initSite(hubFolder(lab), { name, hosts: [], demo: true }, ports);
  const stations = plannedStations(kiosks);
  for (const { name, kind, km, en } of stations) {
    const wanted = {
      hubFolder: hubFolder(lab),
      stationFolder: stationFolder(lab, name),
      name: { km, en },
      kind,
      hubUrl: `https://127.0.0.1:${hubPort}`,
    };
    await addStationFolder(wanted, ports);
  }
  const made = {
    v: 1,
    hubPort,
    stations: stations.map(({ name, kind }) => ({ name, kind })),
  } as const;
  await writeLabFile(lab, { ...made, stations: [...made.stations] });
  return { ...made, stations: [...made.stations] };
}
