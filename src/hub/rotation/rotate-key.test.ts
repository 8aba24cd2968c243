import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backUp, restore, testPassphrase } from '../../../tests/factories/backups.ts';
import { call, makeDiskSite, runHub } from '../../../tests/factories/https-hub.ts';
import { payloads } from '../../../tests/factories/events.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { TestStore, keyIn } from '../../../tests/factories/test-store.ts';
import { testCost } from '../../../tests/factories/verifier-cost.ts';
import { appointStaff } from '../office/people.ts';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { readSigningKey, readVerifyingKey, signValue } from '../../sync/envelope/signing.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import type { RotatedKey } from '../../shared/contracts/rotation.ts';
import { readMonth } from '../audit/export-month.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { verifyExport } from '../audit/verify-files.ts';
import type { Hub } from '../hub.ts';
import { labDateAt } from '../lab-day.ts';
import { withOffice } from '../office/site-on-disk.ts';
import { siteFiles } from '../site/site-files.ts';
import { folderVault, memoryVault, readRequired } from '../site/site-vault.ts';
import type { SiteVault } from '../site/site-vault.ts';
import { rotateKey } from './rotate-key.ts';

const rotate = (hub: Pick<Hub, 'parts'>, key: RotatedKey) => rotateKey(hub.parts, asked(key));
const asked = (key: RotatedKey) => ({
  key,
  reason: 'planned' as const,
  who: 'Chan',
  second: 'Sok',
  hosts: null,
});

/** Any entry. */
const somethingElse = { type: 'keys.recovered', documents: () => [] } as const;

const whole = { fault: null, missing: [], restored: [] };

/** A vault whose writes of the signing key fail from some number on, before or after it is done. */
function failing(vault: SiteVault, at: number, when: 'before' | 'after'): SiteVault {
  let writes = 0;
  return {
    read: (file) => vault.read(file),
    write: async (file, content) => {
      if (file.path !== siteFiles.signing.path) return vault.write(file, content);
      writes += 1;
      if (writes > at || (writes === at && when === 'before')) throw new Error('cut');
      await vault.write(file, content);
      if (writes === at) throw new Error('cut');
    },
  };
}

describe('[JRN4] the hub’s signing key', () => {
  it('is another from the next entry on, and what was signed before goes on verifying', async () => {
    const lab = await HubLab.make();
    const hub = await lab.open();
    await rotate(hub, 'hub-signing');
    await hub.parts.office.record(somethingElse);
    await rotate(hub, 'hub-signing');
    await hub.parts.office.record(somethingElse);
    expect(await verifyAudit(hub.parts, [])).toMatchObject(whole);
    await hub.close();
    const again = await lab.open();
    await again.parts.office.record(somethingElse);
    expect(await verifyAudit(again.parts, [])).toMatchObject(whole);
    expect(await readRequired(lab.vault, siteFiles.signing)).toMatchObject({ number: 3 });
    await again.close();
  });

  it('no longer signs once it handed over: what it made is found', async () => {
    const lab = await HubLab.make();
    const hub = await lab.open();
    const { privateKey } = await readRequired(lab.vault, siteFiles.signing);
    await rotate(hub, 'hub-signing');
    await hub.parts.office.record(somethingElse);
    const { journal } = hub.parts.databases;
    const { newest } = hub.parts.office.journal;
    const held = await journal.get(newest?._id ?? '');
    if (held === null) throw new Error('no entry');
    const { sig: _sig, _rev, ...unsigned } = held;
    const forged = { ...unsigned, wallMs: 1 };
    await journal.put({ ...forged, _rev, sig: signValue(forged, readSigningKey(privateKey)) });
    expect((await verifyAudit(hub.parts, [])).fault).toMatchObject({
      id: newest?._id,
      why: 'signature',
    });
    await hub.close();
  });

  it('[AUD4] stands on the page of its month, and leads to the next in the file', async () => {
    const lab = await HubLab.make();
    const hub = await lab.open();
    const path = join(await temporaryFolder(), 'month.jsonl');
    const lines: string[] = [];
    await rotate(hub, 'hub-signing');
    await hub.parts.office.record(somethingElse);
    const month = labDateAt(lab.clock.wallMs()).slice(0, 7);
    const { hubKeys, head } = await readMonth(hub.parts, month, async (entry) => {
      lines.push(JSON.stringify(entry));
    });
    await writeFile(path, lines.join('\n'));
    expect(hubKeys).toHaveLength(2);
    const [first = '', second = ''] = hubKeys;
    const verdict = await verifyExport(path, [readVerifyingKey(first)], [head]);
    expect(verdict).toMatchObject({ ...whole, hubKey: second });
    const wrong = await verifyExport(path, [readVerifyingKey(second)], []);
    expect(wrong.fault).toMatchObject({ why: 'signature' });
    await hub.close();
  });

  it.each([
    [1, 'before'],
    [1, 'after'],
    [2, 'before'],
    [2, 'after'],
  ] as const)('is the one or the other when it is cut off at write %i, %s', async (at, when) => {
    const lab = await HubLab.make();
    const real = lab.vault;
    lab.vault = failing(real, at, when);
    const hub = await lab.open();
    await expect(rotate(hub, 'hub-signing')).rejects.toThrow('cut');
    // A hub that goes on, though it can't write the file, signs with what counts by now.
    await hub.parts.office.record(somethingElse);
    await hub.close();
    lab.vault = real;
    const again = await lab.open();
    await again.parts.office.record(somethingElse);
    expect(await verifyAudit(again.parts, [])).toMatchObject(whole);
    const { number, next } = await readRequired(real, siteFiles.signing);
    expect({ number, next }).toEqual({ number: at === 1 ? 1 : 2, next: undefined });
    await rotate(again, 'hub-signing');
    await again.parts.office.record(somethingElse);
    expect(await verifyAudit(again.parts, [])).toMatchObject(whole);
    await again.close();
  });

  it('is the one or the other when the power goes out at the entry that hands over', async () => {
    for (const survives of [false, true]) {
      const lab = await HubLab.make();
      const hub = await lab.open();
      const before = await readRequired(lab.vault, siteFiles.signing);
      const kept = memoryVault();
      const disk = lab.disk;
      lab.vault = kept;
      await copySecrets(hub.parts.vault, kept);
      lab.cutPower();
      await rotate(hub, 'hub-signing');
      // As it lay on the disk between the entry and the file: drawn, and handed over to or not.
      const after = await readRequired(hub.parts.vault, siteFiles.signing);
      const next = { number: after.number, privateKey: after.privateKey };
      await kept.write(siteFiles.signing, { ...before, next });
      if (survives) lab.disk = disk;
      await hub.close();
      const again = await lab.open();
      await again.parts.office.record(somethingElse);
      expect(await verifyAudit(again.parts, [])).toMatchObject(whole);
      const { number } = await readRequired(kept, siteFiles.signing);
      expect(number).toBe(survives ? 2 : 1);
      await again.close();
    }
  });
});

async function copySecrets(from: SiteVault, to: SiteVault): Promise<void> {
  for (const file of Object.values(siteFiles)) {
    const content = await from.read<unknown>(file);
    if (content !== null) await to.write<unknown>(file, content);
  }
}

describe('[KEY2] the site’s key', () => {
  it('is another for what comes, and opens what it sealed before, also from a backup', async () => {
    const site = await makeDiskSite(73);
    onTestFinished(() => site.remove());
    const hub = await runHub(site);
    const { office } = hub.hub.parts;
    const staff = await appointStaff(office, {
      name: { km: 'សុខ' },
      role: 'officer',
      scopes: ['men'],
      passphrase: 'rain on a tin roof',
      cost: testCost,
    });
    const [as] = site.stations;
    if (!as) throw new Error('no station');
    const keyOf = (learner: Parameters<typeof keyIn>[1]) => keyIn(site.keyring, learner);
    const store = new TestStore(as, { random: seededRandomness(5), keyOf });
    const [to, again, keys] = ['stick', 'again', 'keys'].map((name) =>
      join(site.folder, '..', name),
    );
    if (to === undefined || again === undefined || keys === undefined) throw new Error('no place');
    const rotateSite = (path: string, over: Partial<Hub['parts']> = {}) =>
      rotateKey(
        { ...hub.hub.parts, ...over },
        { ...asked('site'), keys: { path, passphrase: testPassphrase } },
      );
    // Where the keys can't be written it keeps the key it has.
    const unwritable = { code: 'backup.unwritable' };
    await expect(rotateSite(join(site.folder, 'site.json', 'keys'))).rejects.toMatchObject(
      unwritable,
    );
    expect(hub.hub.parts.registry.keyring.siteKey).toEqual(site.keyring.siteKey);
    await mkdir(to);
    // On the hub's own disk the keys die with it ([BAK5]).
    await rotateSite(join(site.folder, '..', 'own-disk'));
    expect(await backUp(site.folder, to, { keys: null })).toMatchObject({ keysSafe: false });
    await rotateSite(keys, { isApart: () => Promise.resolve(true) });
    const { siteKey } = hub.hub.parts.registry.keyring;
    expect(siteKey.id).toMatch(new RegExp(`^site:${site.keyring.site}:\\d{1,6}$`));
    expect(siteKey.id).not.toBe(site.keyring.siteKey.id);
    expect(siteKey.earlier).toContainEqual(site.keyring.siteKey);
    expect(office.journal.newest?.key).toBe(siteKey.id);
    expect((await office.staffAccount(staff))?.name).toEqual({ km: 'សុខ' });
    const [document] = await office.directory.all(`staff:${staff}`);
    expect(document).toMatchObject({ key: siteKey.id });
    // A station that has not fetched the keyring yet seals with the earlier one.
    const body = JSON.stringify({
      docs: [store.record(payloads.attempt('a', 'right'), null)],
      new_edits: false,
    });
    await call(hub.url, site, { method: 'POST', path: '/events-0001/_bulk_docs', body, as });
    await hub.hub.settled();
    expect(await hub.hub.parts.desk.open()).toBe(0);
    expect(await verifyAudit(hub.hub.parts, [])).toMatchObject(whole);
    await hub.close();
    // With the keys file that the rotation wrote, and no later one.
    expect(await backUp(site.folder, to, { keys: null })).toMatchObject({ keysSafe: true });
    await restore(again, to, keys);
    const anew = await runHub({ ...site, folder: again });
    expect((await anew.hub.parts.office.staffAccount(staff))?.name).toEqual({ km: 'សុខ' });
    expect(await verifyAudit(anew.hub.parts, [])).toMatchObject(whole);
    await anew.close();
  });
});

describe('[IDN11] a hub', () => {
  it('serves with another certificate from the next connection on, without a restart', async () => {
    const site = await makeDiskSite(71);
    onTestFinished(() => site.remove());
    const hub = await runHub(site);
    onTestFinished(() => hub.close());
    const [before, names] = await certificateOf(hub.url);
    await rotate(hub.hub, 'hub-certificate');
    const [after, sameNames] = await certificateOf(hub.url);
    expect(after).not.toBe(before);
    expect(sameNames).toBe(names);
    const [as] = site.stations;
    if (!as) throw new Error('no station');
    expect((await call(hub.url, site, { path: '/v1/hello', as })).status).toBe(200);
  });

  it('[BAK4] is restored with other keys than its journal came to, and the trail says where', async () => {
    const site = await makeDiskSite(72);
    onTestFinished(() => site.remove());
    const ports = { clock: systemClock(), random: systemRandomness() };
    const [to, keys, newer] = ['stick', 'keys', 'newer'].map((name) =>
      join(site.folder, '..', name),
    );
    if (to === undefined || keys === undefined || newer === undefined) throw new Error('no place');
    await mkdir(to);
    await backUp(site.folder, to);
    await withOffice(site.folder, ports, async (office) => {
      await office.rotateSigningKey({ type: 'hub-key.rotated', documents: () => [] });
      await office.record(somethingElse);
    });
    // The journal has come to the second key, and the keys in the safe know the first alone.
    await backUp(site.folder, to, { keys: null });
    const again = join(site.folder, '..', 'again');
    const { entries } = await restore(again, to, keys);
    const anew = await runHub({ ...site, folder: again });
    await rotate(anew.hub, 'hub-signing');
    await anew.hub.parts.office.record(somethingElse);
    const verdict = await verifyAudit(anew.hub.parts, []);
    expect(verdict).toMatchObject({ fault: null, restored: [entryId(entries + 1)] });
    await anew.close();
    expect(await readRequired(folderVault(again), siteFiles.signing)).toMatchObject({ number: 2 });
  });
});

const entryId = (hubSeq: number) => `hub-${String(hubSeq).padStart(12, '0')}`;

/** The certificate shown at an address, by its hash, and the names in it. */
function certificateOf(url: string): Promise<readonly [string, string | undefined]> {
  const { hostname: host, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port), rejectUnauthorized: false }, () => {
      const { fingerprint256, subjectaltname } = socket.getPeerCertificate();
      socket.destroy();
      resolve([fingerprint256, subjectaltname]);
    });
    socket.on('error', reject);
  });
}
