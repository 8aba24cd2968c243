import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrateSite } from '../../src/hub/migrate/migrate-site.ts';
import { migrationFile } from '../../src/hub/migrate/migration-file.ts';
import { useCouch } from '../../src/hub/migrate/use-couch.ts';
import { siteFiles } from '../../src/hub/site/site-files.ts';
import { folderVault, readRequired } from '../../src/hub/site/site-vault.ts';
import { openHubStorage } from '../../src/hub/store/open-hub-storage.ts';
import type { HubStorage } from '../../src/hub/store/hub-storage.ts';
import { systemClock, systemRandomness } from '../../src/sync/machine/system-ports.ts';
import { clearCouch, couchAccount } from '../factories/couch-server.ts';
import { makeDiskSite, runHub } from '../factories/https-hub.ts';
import type { DiskSite } from '../factories/https-hub.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const ports = { clock: systemClock(), random: systemRandomness(), log, say: () => undefined };

let site: DiskSite;
let prefixes: string[];

beforeEach(async () => {
  site = await makeDiskSite(41);
  prefixes = [];
});
afterEach(async () => {
  for (const prefix of prefixes) await clearCouch(prefix);
  await site.remove();
});

const vault = () => folderVault(site.folder);

async function place() {
  const found = await vault().read(siteFiles.databases);
  if (found) prefixes.push(found.prefix);
  return found;
}

/** Every person and station the site knows, and what it holds. */
async function contents(): Promise<unknown> {
  const { generation } = await readRequired(vault(), siteFiles.site);
  const storage: HubStorage = await openHubStorage(site.folder, { ...ports, vault: vault() });
  const directory = await storage.open(`directory-${generation}`);
  const found = await directory.range({ from: '', to: '\uffff' });
  const journal = await (await storage.open(`journal-${generation}`)).info();
  await storage.close();
  return [found, journal.documents];
}

async function moveTo(to: ReturnType<typeof couchAccount> | null): Promise<void> {
  await place();
  await migrateSite({ ...ports, folder: site.folder, to });
  await place();
}

describe('[CDB8] a site', () => {
  it('moves from CouchDB to its folder and back with all it holds', async () => {
    const [before, entries] = [await contents()].flat();
    await moveTo(null);
    expect(await place()).toBeNull();
    expect(await contents()).toEqual([before, Number(entries) + 1]);
    await moveTo(couchAccount());
    expect(await place()).not.toBeNull();
    expect(await contents()).toEqual([before, Number(entries) + 2]);
    const hub = await runHub(site);
    await hub.close();
  });

  it('has its move finished by the next start, however often that is cut off', async () => {
    await moveTo(null);
    await moveTo(couchAccount());
    const { generation } = await readRequired(vault(), siteFiles.site);
    const to = {
      place: await readRequired(vault(), siteFiles.databases),
      account: await readRequired(vault(), siteFiles.couch),
    };
    await vault().write(migrationFile, { v: 1, to, generation, spent: true, switched: true });
    const hub = await runHub(site);
    await hub.close();
    expect(await vault().read(migrationFile)).toBeNull();
  });

  it('is moved to CouchDB by being run there, and found there afterwards', async () => {
    await moveTo(null);
    const to = couchAccount();
    await useCouch({ ...ports, folder: site.folder, to });
    const found = await place();
    await useCouch({ ...ports, folder: site.folder, to });
    expect(await place()).toEqual(found);
    const elsewhere = { ...to, password: 'wrong' };
    await expect(useCouch({ ...ports, folder: site.folder, to: elsewhere })).rejects.toMatchObject({
      code: 'store.refused',
    });
    expect(await place()).toEqual(found);
  });
});
