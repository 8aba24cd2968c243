import { describe, expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, push } from '../../../tests/factories/hub-lab.ts';
import { openMemoryStorage } from '../../sync/store/memory-storage.ts';
import type { Storage } from '../../sync/store/storage.ts';
import { siteFiles } from './site-files.ts';
import { readRequired } from './site-vault.ts';

const before = 'aaaaaaaaaaaaaaaa';

/** The databases of a generation before, with a journal the present one goes on from, or doesn't. */
async function leaveOldGeneration(lab: HubLab, continued: boolean): Promise<void> {
  const { generation } = await readRequired(lab.vault, siteFiles.site);
  const storage = openMemoryStorage(lab.disk);
  for (const name of ['state', 'directory']) {
    await (await storage.open(`${name}-${before}`)).put({ _id: 'old' });
  }
  const present = await storage.open(`journal-${generation}`);
  const [, second] = await present.range({ from: 'hub-', to: 'hub-~', limit: 2 });
  if (second === undefined) throw new Error('no second entry');
  const { _rev, ...entry } = second;
  const old = await storage.open(`journal-${before}`);
  await old.put(continued ? entry : { ...entry, wallMs: 1 });
  await storage.close();
}

async function namesAfterARun(lab: HubLab): Promise<readonly string[]> {
  const hub = await lab.open();
  const store = lab.store();
  await push(hub, store.station, [store.record(payloads.started(), lab.learner())]);
  await hub.settled();
  const storage: Storage = openMemoryStorage(lab.disk);
  return (await storage.list()).filter((name) => name.endsWith(before));
}

describe('[RET4] a hub with databases of a generation before', () => {
  it('takes them away once everything is folded', async () => {
    const lab = await HubLab.make();
    await leaveOldGeneration(lab, true);
    expect(await namesAfterARun(lab)).toEqual([]);
  });

  it('keeps a journal that the present one does not go on from', async () => {
    const lab = await HubLab.make();
    await leaveOldGeneration(lab, false);
    expect(await namesAfterARun(lab)).toEqual([`journal-${before}`]);
    expect(lab.logged).toContainEqual(
      expect.objectContaining({ level: 'warn', event: 'generation.journal-kept' }),
    );
  });
});
