import { readFile, readdir } from 'node:fs/promises';
import { usedPart } from '../../domain/disk-level.ts';
import type { DiskUse } from '../../domain/disk-level.ts';

/** How the PC of a station is, as far as its system says. */
export interface StationHealth {
  readonly diskUsedPart: number | null;
  /** Of its hottest part, °C. */
  readonly celsius: number | null;
}

export async function stationHealth(
  diskUse: () => Promise<DiskUse | null>,
): Promise<StationHealth> {
  return {
    diskUsedPart: usedPart(await diskUse()),
    celsius: await hottest('/sys/class/thermal'),
  };
}

/**
 * The hottest of what Linux measures, °C; null where it measures nothing.
 * @param folder one folder for each, with its `temp` in thousandths of a degree
 */
export async function hottest(folder: string): Promise<number | null> {
  const names = await readdir(folder).catch((): string[] => []);
  const measured: number[] = [];
  for (const name of names.filter((each) => each.startsWith('thermal_zone'))) {
    const text = await readFile(`${folder}/${name}/temp`, 'utf8').catch(() => '');
    const degrees = Number.parseInt(text, 10) / 1000;
    // Zones of nothing that could be measured say so by figures no PC has.
    if (degrees > 0 && degrees < 150) measured.push(degrees);
  }
  return measured.length === 0 ? null : Math.round(Math.max(...measured));
}
