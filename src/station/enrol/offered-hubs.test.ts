import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { nodeDisk } from '../../content/disk/node-disk.ts';
import { offersOf } from './offered-hubs.ts';
import { plantedHub } from './planted-hub.ts';

const url = 'https://192.168.77.1:8643';

describe('hubs that a first start offers', () => {
  it('[FBT1] are the planted one first, once, and a few that answer', () => {
    const at = (host: number) => ({ url: `https://192.168.77.${host}:8643`, site: `site-${host}` });
    expect(offersOf(null, [])).toEqual([]);
    expect(offersOf(url, [at(2), at(1)])).toEqual([
      { url, isPlanted: true, site: 'site-1' },
      { ...at(2), isPlanted: false },
    ]);
    expect(offersOf(url, [2, 3, 4, 5, 6].map(at))).toHaveLength(3);
  });

  it.each([
    [
      'what rean image plants',
      `{"format":1,"hub":{"url":"${url}/","address":"x"},"kiosks":8}`,
      url,
    ],
    ['half a file', '{"hub":{"url":"https', null],
    ['another address than a hub’s', '{"hub":{"url":"http://192.168.77.1"}}', null],
    ['something else', '[]', null],
  ])('[FBT1] are read from the PC: %s', async (_what, text, expected) => {
    const path = join(await temporaryFolder(), 'site.json');
    expect(await plantedHub(path, nodeDisk())).toBeNull();
    await writeFile(path, text);
    expect(await plantedHub(path, nodeDisk())).toBe(expected);
  });
});
