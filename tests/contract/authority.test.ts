import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeDisk } from '../../src/content/disk/node-disk.ts';
import type { Hub } from '../../src/hub/hub.ts';
import { rotateKey } from '../../src/hub/rotation/rotate-key.ts';
import { siteFiles } from '../../src/hub/site/site-files.ts';
import { readRequired } from '../../src/hub/site/site-vault.ts';
import type { SiteVault } from '../../src/hub/site/site-vault.ts';
import type { DirectoryDocumentOf } from '../../src/shared/contracts/documents/directory.ts';
import { renewalAnswerSchema } from '../../src/shared/contracts/renewal.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import { readStationConfig } from '../../src/station/config/read-station-config.ts';
import { openRenewal } from '../../src/station/renewal/open-renewal.ts';
import { trustedBy } from '../../src/station/renewal/take-authority.ts';
import { Authorities } from '../../src/sync/transport/authorities.ts';
import { systemRandomness } from '../../src/sync/machine/system-ports.ts';
import { HubLab, ask } from '../factories/hub-lab.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';

/** A site goes over to another authority: a hub and a station as they are, less the wire. */

const rotation = {
  key: 'authority',
  reason: 'stolen',
  who: 'Chan',
  second: 'Sok',
  hosts: null,
} as const;

async function folderOf(config: StationConfig): Promise<string> {
  const made = await temporaryFolder();
  await writeFile(join(made, 'station.json'), JSON.stringify(config), { mode: 0o600 });
  return made;
}

async function documentIn(hub: Hub): Promise<DirectoryDocumentOf<'authority'>> {
  const [document] = await hub.parts.office.directory.all('authority');
  if (document?.type !== 'authority') throw new Error('no document');
  return document;
}

/** What the station does when it hears of the directory as it is now, and its next start. */
async function comeBy(hub: Hub, folder: string): Promise<void> {
  const as = await readStationConfig(folder);
  const hello = await ask(hub, { path: '/v1/hello', as });
  if (hello.statusCode !== 200) throw new Error(`refused ${hello.statusCode}`);
  const post = async (path: string, body: object) => {
    const answer = await ask(hub, { path, body, as });
    if (answer.statusCode !== 200) throw new Error(`refused ${answer.statusCode}`);
    const value: unknown = JSON.parse(answer.body);
    return value;
  };
  const renewal = openRenewal({
    folder,
    disk: nodeDisk(),
    randomness: systemRandomness(),
    authorities: Authorities.of(as.tls),
    running: as.tls,
    uplink: {
      renew: async (request) => renewalAnswerSchema.parse(await post('/v1/renew', request)),
      knowAuthority: async (authority) => {
        await post('/v1/authority', { authority });
      },
    },
  });
  await renewal.takeAuthority(await documentIn(hub));
  const stations = await hub.parts.office.directory.all(`station:${as.station}`);
  for (const each of stations) {
    if (each.type === 'station' && each.renewal !== undefined)
      await renewal.renew(each.renewal, generationOf(hub));
  }
}

const generationOf = (hub: Hub) => hub.parts.office.site.generation;

const stageOf = async (hub: Hub) => (await hub.parts.authority.standing())?.stage ?? null;

describe('[IDN13] another authority', () => {
  it('counts alone once every station that is enabled has come with a certificate by it', async () => {
    const lab = await HubLab.make({ stations: ['kiosk', 'kiosk'] });
    const hub = await lab.open();
    const [one, two] = [await folderOf(lab.station(0)), await folderOf(lab.station(1))];
    const before = await readRequired(lab.vault, siteFiles.authority);
    await rotateKey(hub.parts, rotation);
    expect(await hub.parts.authority.standing()).toEqual({
      stage: 'told',
      waiting: [lab.station(0).station, lab.station(1).station].toSorted(),
    });
    await comeBy(hub, one);
    expect(await stageOf(hub)).toBe('told');
    expect(await readRequired(lab.vault, siteFiles.authority)).toEqual(before);
    await comeBy(hub, two);
    expect(await stageOf(hub)).toBe('given');
    for (const folder of [one, two]) await comeBy(hub, folder);
    expect(await hub.parts.authority.standing()).toEqual({
      stage: 'given',
      waiting: [lab.station(0).station],
    });
    await comeBy(hub, one);
    expect(await stageOf(hub)).toBe('done');
    await comeBy(hub, two);
    const { ca, also } = (await readStationConfig(two)).tls;
    const after = await readRequired(lab.vault, siteFiles.authority);
    expect({ ca, also }).toEqual({ ca: after.certificate, also: undefined });
    expect(after.certificate).not.toBe(before.certificate);
    expect((await ask(hub, { path: '/v1/hello', as: lab.station(0) })).statusCode).toBe(401);
    await hub.close();
  });

  it('is waited for no longer by one who has not come, when somebody says so', async () => {
    const lab = await HubLab.make({ stations: ['kiosk', 'kiosk'] });
    const hub = await lab.open();
    const one = await folderOf(lab.station(0));
    await rotateKey(hub.parts, rotation);
    await comeBy(hub, one);
    await hub.parts.authority.skip();
    expect(await stageOf(hub)).toBe('given');
    await comeBy(hub, one);
    await hub.parts.authority.skip();
    expect(await stageOf(hub)).toBe('done');
    await comeBy(hub, one);
    expect((await ask(hub, { path: '/v1/hello', as: lab.station(1) })).statusCode).toBe(401);
    await rotateKey(hub.parts, rotation);
    expect(await stageOf(hub)).toBe('told');
    await hub.close();
  });

  it.each(['before', 'after'] as const)(
    'comes to its end wherever the hub is cut off %s it writes a file',
    async (when) => {
      let cuts = 0;
      for (let at = 1, whole = false; !whole; at += 1) {
        const lab = await HubLab.make();
        const folder = await folderOf(lab.station());
        const { vault } = lab;
        lab.vault = cutAt(vault, at, when, () => {
          lab.disk.full = true;
        });
        let hub = await lab.open();
        const begun = await run(hub, folder);
        if (begun === 'cut') {
          cuts += 1;
          await hub.close();
          lab.vault = vault;
          lab.disk.full = false;
          hub = await lab.open();
          if ((await stageOf(hub)) === null) await rotateKey(hub.parts, rotation);
          for (let times = 0; times < 4; times += 1) await comeBy(hub, folder);
        } else whole = true;
        expect(await stageOf(hub)).toBe('done');
        expect((await documentIn(hub)).stage).toBe('done');
        const as = await readStationConfig(folder);
        expect((await ask(hub, { path: '/v1/hello', as })).statusCode).toBe(200);
        await hub.close();
      }
      // Told, known, given, the authority, the certificate, a station's next key, done.
      expect(cuts).toBe(7);
    },
  );

  const nextStep = {
    'when its last station has come': (_hub: Hub, come: () => Promise<void>) => come(),
    'when a person waits no longer': (hub: Hub) => hub.parts.authority.skip(),
  };

  it.each(Object.entries(nextStep))(
    'is given before it is done, %s and a write fails in a hub that goes on',
    async (_when, goOn) => {
      const lab = await HubLab.make();
      const folder = await folderOf(lab.station());
      lab.vault = afterWrite(lab.vault, 'given', () => {
        lab.disk.full = true;
      });
      const hub = await lab.open();
      await rotateKey(hub.parts, rotation);
      const step = () => goOn(hub, () => comeBy(hub, folder));
      await expect(step()).rejects.toThrow(/refused|store/);
      lab.disk.full = false;
      await step();
      expect(await stageOf(hub)).toBe('given');
      expect((await documentIn(hub)).stage).toBe('given');
      for (let times = 0; times < 2; times += 1) await comeBy(hub, folder);
      expect(await stageOf(hub)).toBe('done');
      expect((await documentIn(hub)).stage).toBe('done');
      await hub.close();
    },
  );

  it('is done, once the hub is asked again, where the last write failed', async () => {
    const lab = await HubLab.make();
    const folder = await folderOf(lab.station());
    lab.vault = afterWrite(lab.vault, 'done', () => {
      lab.disk.full = true;
    });
    const hub = await lab.open();
    await rotateKey(hub.parts, rotation);
    await comeBy(hub, folder);
    await expect(comeBy(hub, folder)).rejects.toThrow('refused');
    lab.disk.full = false;
    expect(await stageOf(hub)).toBe('done');
    expect((await documentIn(hub)).stage).toBe('done');
    await hub.close();
  });

  it('is taken by a station on the word of one it knows, and on nobody else’s', async () => {
    const [lab, stranger] = [await HubLab.make({ seed: 1 }), await HubLab.make({ seed: 2 })];
    const documents: DirectoryDocumentOf<'authority'>[] = [];
    for (const each of [lab, stranger]) {
      const hub = await each.open();
      await rotateKey(hub.parts, rotation);
      documents.push(await documentIn(hub));
      await hub.close();
    }
    const [own, foreign] = documents;
    if (!own || !foreign) throw new Error('no document');
    const config = lab.station();
    expect(trustedBy(config, own)?.also).toEqual([own.certificates[1]]);
    expect(trustedBy(config, foreign)).toBeNull();
    expect(trustedBy(config, { ...own, handedOver: foreign.handedOver })).toBeNull();
    const swapped = [own.certificates[0] ?? '', foreign.certificates[1] ?? ''];
    expect(trustedBy(config, { ...own, certificates: swapped })).toBeNull();
  });
});

/** From the first word to the last, or until it is cut off. */
async function run(hub: Hub, folder: string): Promise<'whole' | 'cut'> {
  try {
    await rotateKey(hub.parts, rotation);
    for (let times = 0; times < 4; times += 1) await comeBy(hub, folder);
    return 'whole';
  } catch {
    return 'cut';
  }
}

/** Something happens, once, as soon as it is durable that this stage is begun. */
function afterWrite(vault: SiteVault, stage: string, happen: () => void): SiteVault {
  let happened = false;
  return {
    read: (file) => vault.read(file),
    write: async (file, content) => {
      await vault.write(file, content);
      if (happened || file.path !== siteFiles.authorityChange.path) return;
      if (!JSON.stringify(content).includes(`"stage":"${stage}"`)) return;
      happened = true;
      happen();
    },
  };
}

/** The power goes out before or after the write of this number: nothing is written from then on. */
function cutAt(
  vault: SiteVault,
  at: number,
  when: 'before' | 'after',
  fillDisk: () => void,
): SiteVault {
  let writes = 0;
  return {
    read: (file) => vault.read(file),
    write: async (file, content) => {
      writes += 1;
      if (writes > at || (writes === at && when === 'before')) throw new Error('cut');
      await vault.write(file, content);
      if (writes === at) fillDisk();
    },
  };
}
