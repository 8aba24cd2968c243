import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { hottest, stationHealth } from './station-health.ts';

describe('[LIV7] how a station’s PC is', () => {
  it('is its hottest part, as far as Linux measures any', async () => {
    const folder = await temporaryFolder();
    const zones = { thermal_zone0: '41000', thermal_zone1: '67500', thermal_zone2: '-274000' };
    for (const [name, temp] of [...Object.entries(zones), ['cooling_device0', '99000'] as const]) {
      await mkdir(join(folder, name));
      await writeFile(join(folder, name, 'temp'), `${temp}\n`);
    }
    expect(await hottest(folder)).toBe(68);
    expect(await hottest(join(folder, 'not-there'))).toBeNull();
  });

  it('is the part of its disk that is taken, where the system says so', async () => {
    const half = () => Promise.resolve({ usedBytes: 1, totalBytes: 2 });
    expect(await stationHealth(half)).toMatchObject({ diskUsedPart: 0.5 });
    expect(await stationHealth(() => Promise.resolve(null))).toMatchObject({ diskUsedPart: null });
  });
});
