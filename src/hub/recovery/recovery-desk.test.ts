import { generateKeyPairSync } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp, restore } from '../../../tests/factories/backups.ts';
import { payloads } from '../../../tests/factories/events.ts';
import { call, healthOf, makeDiskSite, runHub } from '../../../tests/factories/https-hub.ts';
import type { DiskSite } from '../../../tests/factories/https-hub.ts';
import { seededRandomness } from '../../../tests/factories/seeded-randomness.ts';
import { resetSignIn, verifierOf } from '../../../tests/factories/sign-in-resets.ts';
import { TestStore } from '../../../tests/factories/test-store.ts';
import { testCost } from '../../../tests/factories/verifier-cost.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';
import type { Keyring } from '../../shared/contracts/keyring.ts';
import { keyringAnswerSchema } from '../../shared/contracts/hub-api.ts';
import { returnAnswerSchema } from '../../shared/contracts/recovery-api.ts';
import type { ReturnRequest } from '../../shared/contracts/recovery-api.ts';
import type { GroupId, LearnerId } from '../../shared/ids.ts';
import { newSealingKey } from '../../sync/envelope/sealing.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import { sealStaffAccount } from '../../sync/envelope/sealed-documents.ts';
import { rawPublicKey, readSigningKey } from '../../sync/envelope/signing.ts';
import { unwrapKeyring } from '../../sync/envelope/wrapping.ts';
import { hubSeqOf, journalHash, makeJournalEntry } from '../journal/journal-chain.ts';
import { appointStaff, createGroup, enrolLearner } from '../office/people.ts';
import { siteFiles } from '../site/site-files.ts';
import { readRequired } from '../site/site-vault.ts';
import { withOffice } from '../office/site-on-disk.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { StartedHub } from '../server/start-hub.ts';
import { recoveryCommand } from './recovery-command.ts';

const ports = { clock: systemClock(), random: systemRandomness() };
const nothing = { entries: [], keys: [], wrappingKey: '', folded: {}, last: false };

/** A site whose hub was backed up, went on, was lost, and is restored. */
interface Lost {
  readonly site: DiskSite;
  readonly hub: StartedHub;
  /** The whole journal of the hub that is gone, and its keys. */
  readonly entries: readonly JournalEntry[];
  /** The entry after those: a learner of the backup was given a new sign-in. */
  readonly reset: readonly JournalEntry[];
  readonly keyring: Keyring;
  readonly learner: LearnerId;
  readonly lateGroup: GroupId;
  readonly earlyGroup: GroupId;
}

let lost: Lost;

beforeEach(async () => {
  const site = await makeDiskSite(61);
  const root = join(site.folder, '..');
  await mkdir(join(root, 'stick'));
  const group = (office: SiteOffice, km: string) =>
    createGroup(office, { name: { km }, symbol: 'fish' });
  const earlyGroup = await withOffice(site.folder, ports, (office) => group(office, 'ដើម'));
  await backUp(site.folder, join(root, 'stick'));
  const after = await withOffice(site.folder, ports, async (office) => {
    const lateGroup = await group(office, 'ក្រោយ');
    await rename(office, earlyGroup, 'lost');
    const tile = { picture: 'moon', colour: 'leaf' } as const;
    const account = { name: { km: 'ថ្មី' }, group: lateGroup, tile, language: 'km' } as const;
    const learner = await enrolLearner(office, {
      ...account,
      code: ['rice', 'fish'],
      cost: testCost,
    });
    const entries = await office.journal.after(0, 1000);
    await resetSignIn(office, site.learner);
    const reset = await office.journal.after(entries.length, 1);
    const { keyring } = await office.readKeyring();
    return { lateGroup, learner, keyring, entries, reset };
  });
  const again = join(root, 'again');
  await restore(again, join(root, 'stick'), join(root, 'keys'));
  const restored = { ...site, folder: again };
  lost = { site: restored, hub: await runHub(restored), earlyGroup, ...after };
}, 60_000);
afterEach(async () => {
  await lost.hub.close();
  await lost.site.remove();
});

function rename(office: SiteOffice, group: GroupId, km: string): Promise<void> {
  return office.record({
    type: 'group.created',
    documents: (hubSeq) => [
      { _id: `group:${group}`, type: 'group', v: 1, hubSeq, group, name: { km }, symbol: 'fish' },
    ],
  });
}

async function giveBack(station: number, request: Partial<ReturnRequest>) {
  const as = lost.site.stations[station];
  if (!as) throw new Error('no station');
  const body = JSON.stringify({ ...nothing, ...request });
  const sent = { method: 'POST', path: '/v1/recovery', as, body };
  const { status, body: answer } = await call(lost.hub.url, lost.site, sent);
  expect(status).toBe(200);
  return returnAnswerSchema.parse(JSON.parse(answer));
}

/** The entries made after the backup. */
const fresh = () => lost.entries.slice(-3);
const parts = () => lost.hub.hub.parts;
const report = () =>
  recoveryCommand.carryOut(
    parts(),
    { close: false },
    { say: () => undefined, signal: new AbortController().signal },
  );

async function nameOf(group: GroupId) {
  const [document] = await parts().office.directory.all(`group:${group}`);
  return document?.type === 'group' ? document.name.km : null;
}

describe('[REC2] a restored hub', () => {
  it('takes each entry it lacks once, whoever brings it and over a restart', async () => {
    expect(await nameOf(lost.lateGroup)).toBeNull();
    expect(await giveBack(0, { entries: [...lost.entries].slice(-2) })).toMatchObject({ taken: 0 });
    expect(await giveBack(0, { entries: fresh() })).toMatchObject({ taken: 3 });
    expect(await giveBack(1, { entries: fresh() })).toMatchObject({ taken: 0 });
    await lost.hub.close();
    lost = { ...lost, hub: await runHub(lost.site) };
    expect(await giveBack(1, { entries: fresh() })).toMatchObject({ taken: 0 });
    expect(await nameOf(lost.lateGroup)).toBe('ក្រោយ');
    expect(await nameOf(lost.earlyGroup)).toBe('lost');
    expect(await parts().office.directory.all(`learner:${lost.learner}`)).toHaveLength(1);
  });

  it('takes nothing that another signed, or that was changed', async () => {
    const [first, ...rest] = fresh();
    if (!first) throw new Error('no entry');
    const forged = { ...first, wallMs: first.wallMs + 1 };
    expect(await giveBack(0, { entries: [forged, ...rest] })).toMatchObject({ taken: 0 });
    expect(await report()).toMatchObject({ open: true });
    expect(parts().recovery.progress?.stations[0]).toMatchObject({ taken: 0, refused: 3 });
  });

  it('[SKW2] counts what newer software wrote as not fitting, and takes the rest', async () => {
    const tomorrow = { ...fresh()[0], type: 'from.tomorrow' };
    const newer = { entries: [tomorrow, ...fresh()], weather: 'clear' };
    expect(await giveBack(0, newer)).toMatchObject({ taken: 3 });
    expect(parts().recovery.progress?.stations[0]).toMatchObject({ taken: 3, refused: 1 });
  });

  it('can be backed up and restored again, with what came back', async () => {
    await giveBack(0, { entries: fresh() });
    const stick = join(lost.site.folder, '..', 'stick');
    await backUp(lost.site.folder, stick);
    const third = join(lost.site.folder, '..', 'third');
    await restore(third, stick, join(lost.site.folder, '..', 'keys'));
    const directory = await parts().office.directory.all();
    expect(await withOffice(third, ports, (office) => office.directory.all())).toEqual(directory);
  });
});

describe('[REC3] what was changed at the restored hub meanwhile', () => {
  it('stays, and is told of', async () => {
    await rename(parts().office, lost.earlyGroup, 'here');
    await giveBack(0, { entries: fresh() });
    expect(await nameOf(lost.earlyGroup)).toBe('here');
    expect(await nameOf(lost.lateGroup)).toBe('ក្រោយ');
    expect(await report()).toMatchObject({
      kept: [{ document: `group:${lost.earlyGroup}`, entry: fresh()[1]?._id }],
    });
    await rename(parts().office, lost.earlyGroup, 'later');
    expect(await nameOf(lost.earlyGroup)).toBe('later');
  });
});

describe('[STF2] an appointment that was ended at the hub that is gone', () => {
  it('stays ended, though the account was changed at the restored hub meanwhile', async () => {
    const { office, vault } = parts();
    const terms = { name: { km: 'ចាន់' }, role: 'officer', scopes: ['men'] } as const;
    const secret = { passphrase: 'sugar palms at noon', cost: testCost };
    const given = { ...terms, scopes: [...terms.scopes], ...secret };
    const staff = await appointStaff(office, given);
    const account = await office.staffAccount(staff);
    const { siteKey: site } = (await office.readKeyring()).keyring;
    const last = lost.entries.at(-1);
    if (!last || !account) throw new Error('nothing to go on from');
    const { privateKey } = await readRequired(vault, siteFiles.signing);
    const place = { hubSeq: hubSeqOf(last) + 1, previous: journalHash(last) };
    const ended = { ...account, disabled: true };
    const documents = [sealStaffAccount(place.hubSeq, ended, site, ports.random)];
    const payload = { by: 'console', documents } as const;
    const fact = {
      type: 'staff.disabled',
      generation: last.generation,
      wallMs: 0,
      payload,
    } as const;
    const keys = { site, signing: readSigningKey(privateKey) };
    const entry = makeJournalEntry(place, fact, keys, ports.random);
    expect(await giveBack(0, { entries: [...fresh(), entry] })).toMatchObject({ taken: 4 });
    expect(await office.staffAccount(staff)).toMatchObject({ disabled: true });
  });
});

describe('[REC4] a recovery', () => {
  it('ends once every station has come, and takes nothing any more', async () => {
    expect(await healthOf(lost.hub, lost.site)).toMatchObject({ recovering: true });
    for (const station of [0, 1, 2]) await giveBack(station, { last: true });
    expect(await healthOf(lost.hub, lost.site)).toMatchObject({ recovering: false });
    expect(await giveBack(0, { entries: fresh() })).toEqual({ taken: 0, lacks: [] });
    expect(await nameOf(lost.lateGroup)).toBeNull();
  });

  it('tells what can’t come back', async () => {
    const [station] = lost.site.stations;
    const store = `${station?.station}:00000000000000aa`;
    await giveBack(0, { entries: fresh() });
    await giveBack(0, { folded: { [store]: 4 }, last: true });
    expect(await report()).toMatchObject({
      missing: { learners: [lost.learner], staff: [], stations: [] },
      gaps: [{ store, from: 1, to: 4 }],
      stations: expect.arrayContaining([
        expect.objectContaining({ returned: { taken: 3, refused: 0, keys: 0 } }),
        expect.objectContaining({ returned: null }),
      ]),
    });
  });
});

describe('[REC7] a sign-in that was ended at the lost hub', () => {
  it('opens nothing once its entry is back, and its learner is named', async () => {
    const { learner } = lost.site;
    const before = verifierOf(lost.hub.hub.parts.registry.keyring, learner);
    await giveBack(0, { entries: [...fresh(), ...lost.reset] });
    expect(verifierOf(lost.hub.hub.parts.registry.keyring, learner)).not.toBe(before);
    expect(await report()).toMatchObject({ missing: { signIns: [learner] } });
    await resetSignIn(lost.hub.hub.parts.office, learner);
    expect(await report()).toMatchObject({ missing: { signIns: [] } });
  });
});

describe('[REC5] a learner’s key', () => {
  it('comes back where it opens their account, and lets in what was held back for it', async () => {
    await giveBack(0, { entries: fresh() });
    expect(await giveBack(0, {})).toEqual({ taken: 0, lacks: [lost.learner] });
    const entry = lost.keyring.learners.find(({ learner }) => learner === lost.learner);
    const [station] = lost.site.stations;
    if (!entry || !station) throw new Error('no key');
    const store = new TestStore(station, { random: seededRandomness(1), keyOf: () => entry.key });
    const docs = [store.record(payloads.attempt('a', 'right'), lost.learner)];
    const body = JSON.stringify({ docs, new_edits: false });
    const sent = { method: 'POST', path: '/events-0001/_bulk_docs', as: station, body };
    await call(lost.hub.url, lost.site, sent);
    await lost.hub.hub.settled();
    expect(await parts().desk.open()).toBe(1);

    const forged = { ...entry, key: newSealingKey(entry.key.id, ports.random) };
    await giveBack(1, { keys: [forged] });
    expect(await giveBack(1, {})).toMatchObject({ lacks: [lost.learner] });
    await giveBack(0, { keys: [entry], last: true });
    expect(await giveBack(1, {})).toMatchObject({ lacks: [] });
    await lost.hub.hub.settled();
    expect(await parts().desk.open()).toBe(0);
    const state = await parts().databases.state.get(`learner:${lost.learner}`);
    expect(state).toMatchObject({ folded: { [`${station.station}:${store.id}`]: 1 } });
  });
});

it('[REC5] [IDN12] a station that was given other keys since gets its keyring wrapped to them', async () => {
  const [station] = lost.site.stations;
  if (!station) throw new Error('no station');
  const { privateKey } = generateKeyPairSync('x25519');
  await giveBack(0, { wrappingKey: rawPublicKey(privateKey) });
  const { body } = await call(lost.hub.url, lost.site, { path: '/v1/keyring', as: station });
  const { wrapped } = keyringAnswerSchema.parse(JSON.parse(body));
  expect(unwrapKeyring(wrapped, privateKey).site).toBe(station.site);
});
