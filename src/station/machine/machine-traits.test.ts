import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { cardsOf } from './machine-traits.ts';

describe('[CLO1] the network cards a PC is known by', () => {
  it('are its own, whether a cable is in or not, and none that the system made up', async () => {
    const folder = await temporaryFolder();
    const card = async (name: string, address: string, parts: readonly string[]) => {
      for (const part of ['', ...parts]) await mkdir(join(folder, name, part), { recursive: true });
      await writeFile(join(folder, name, 'address'), `${address}\n`);
    };
    await card('enp3s0', '3c:97:0e:11:22:33', ['device']);
    await card('lo', '00:00:00:00:00:00', []);
    await card('docker0', '3c:97:0e:44:55:66', []);
    await card('wlan-random', '02:97:0e:11:22:33', ['device']);
    expect(await cardsOf(folder)).toEqual(['3c:97:0e:11:22:33']);
    expect(await cardsOf(join(folder, 'not-there'))).toEqual([]);
  });
});
