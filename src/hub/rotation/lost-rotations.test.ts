import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backUp, restore, testPassphrase } from '../../../tests/factories/backups.ts';
import { makeDiskSite, runHub } from '../../../tests/factories/https-hub.ts';
import type { DiskSite } from '../../../tests/factories/https-hub.ts';
import { backedUpFirst } from '../../shared/contracts/rotation.ts';
import type { RotatedKey } from '../../shared/contracts/rotation.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import type { HubParts } from '../hub-app.ts';
import { lostRotations } from './lost-rotations.ts';
import { rotateKey } from './rotate-key.ts';

function rotate(parts: HubParts, key: RotatedKey, place: string): Promise<void> {
  const keys = { path: join(place, `after-${key}`), passphrase: testPassphrase };
  const first = backedUpFirst.includes(key) ? { keys } : {};
  const persons = { reason: 'left', who: 'Chan', second: 'Sok' } as const;
  return rotateKey(parts, { ...persons, key, hosts: null, ...first });
}

async function makePlaces(seed: number) {
  const site = await makeDiskSite(seed);
  onTestFinished(() => site.remove());
  const place = join(site.folder, '..');
  const to = join(place, 'stick');
  await mkdir(to);
  return { site, place, to, again: join(place, 'again'), keys: join(place, 'keys') };
}

async function openHub(site: DiskSite): Promise<HubParts> {
  const hub = await runHub(site);
  onTestFinished(() => hub.close());
  return hub.hub.parts;
}

describe('[IDN11] a hub restored with keys of before a rotation', () => {
  it('says which to rotate again, until that was done', async () => {
    const { site, place, to, again, keys } = await makePlaces(91);
    const first = await runHub(site);
    await backUp(site.folder, to);
    await rotate(first.hub.parts, 'pepper', place);
    await rotate(first.hub.parts, 'hub-signing', place);
    expect(await lostRotations(first.hub.parts)).toEqual([]);
    await first.close();
    await backUp(site.folder, to, { keys: null });
    await restore(again, to, keys);
    const parts = await openHub({ ...site, folder: again });
    expect(await lostRotations(parts)).toEqual(['hub-signing', 'pepper']);
    expect(await verifyAudit(parts, [])).toMatchObject({ again: ['hub-signing', 'pepper'] });
    await rotate(parts, 'hub-signing', place);
    expect(await lostRotations(parts)).toEqual(['pepper']);
    await rotate(parts, 'pepper', place);
    expect(await lostRotations(parts)).toEqual([]);
  });

  it('[REC2] learns of them from what stations bring back', async () => {
    const { site, place, to, again, keys } = await makePlaces(92);
    const first = await runHub(site);
    const { office } = first.hub.parts;
    const before = office.journal.nextHubSeq - 1;
    await backUp(site.folder, to);
    for (const key of ['pepper', 'hub-signing', 'authority', 'site'] as const) {
      await rotate(first.hub.parts, key, place);
    }
    const entries = await office.journal.after(before, 20);
    await first.close();
    await restore(again, to, keys);
    const parts = await openHub({ ...site, folder: again });
    expect(await lostRotations(parts)).toEqual([]);
    const [station] = parts.registry.stations();
    if (!station) throw new Error('no station');
    const nothing = { keys: [], wrappingKey: '', folded: {}, last: false };
    await parts.recovery.take(station.station, { ...nothing, entries: [...entries] });
    // What the later site key sealed can't be read: it is not among the entries taken.
    expect(parts.recovery.progress?.stations[0]).toMatchObject({ taken: 3, refused: 1 });
    const all = ['hub-signing', 'authority', 'site', 'pepper'];
    expect(await lostRotations(parts)).toEqual(all);
  });
});
