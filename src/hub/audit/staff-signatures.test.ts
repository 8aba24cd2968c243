import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import {
  appointSigner,
  carryOut,
  signedCommand,
  signerOf,
} from '../../../tests/factories/staff-signers.ts';
import { commandMap } from '../../shared/contracts/commands/command-map.ts';
import type { CommandEvidence } from '../../shared/contracts/commands/staff-command.ts';
import type { MemoryDisk } from '../../sync/store/memory-storage.ts';
import { statementOf } from '../../sync/command/sign-command.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { sealStaffAccount } from '../../sync/envelope/sealed-documents.ts';
import { rawPublicKey } from '../../sync/envelope/signing.ts';
import { newestPepper } from '../../sync/identity/peppers.ts';
import { makeStaffVerifier } from '../../sync/identity/staff-key.ts';
import { staffCommands } from '../commands/all-commands.ts';
import type { Hub } from '../hub.ts';
import { createGroup } from '../office/people.ts';
import type { OfficeChange } from '../office/office-change.ts';
import { takesTwo } from '../../domain/permissions.ts';
import { commandEntries } from './command-entries.ts';
import { verifyAudit } from './verify-audit.ts';

let lab: HubLab;
let hub: Hub;
let saved: MemoryDisk;
let officer: CommandSigner;
let manager: CommandSigner;
/** Root's own. */
const { privateKey, publicKey } = generateKeyPairSync('ed25519');

// Staff are appointed once: that takes its time. Each test begins with the journal as it was then.
beforeAll(async () => {
  lab = await HubLab.make({ stations: ['supervisor'] });
  hub = await lab.open();
  officer = await appointSigner(hub, { role: 'officer' });
  manager = await appointSigner(hub, { role: 'site-manager' });
  await hub.close();
  saved = lab.disk;
}, 60_000);

async function afresh() {
  lab.disk = saved.afterPowerCut(() => true);
  hub = await lab.open();
}
beforeEach(afresh);
afterEach(() => hub.close());

const check = async () => (await verifyAudit(hub.parts, [])).fault?.why ?? 'whole';
const nothing: Pick<OfficeChange, 'documents'> = { documents: () => [] };

/** What the officer truly signed, and the hub did. */
async function renamed(): Promise<CommandEvidence> {
  const input = { station: lab.station().station, name: { km: 'ទី១' } };
  await carryOut(hub, { type: 'station.rename', input, as: lab.station(), by: [officer] });
  const [fact] = (await hub.parts.office.factsAfter(0, ['station.renamed'])).slice(-1);
  if (!fact?.payload.command) throw new Error('no evidence');
  return fact.payload.command;
}

/** As the hub would keep it of a command that these people have signed. */
async function evidence(type: string, by: readonly CommandSigner[]): Promise<CommandEvidence> {
  const { by: signatures, ...unsigned } = await signedCommand(hub, { type, as: lab.station(), by });
  return { ...statementOf(unsigned), by: signatures };
}

/** Makes an entry with the hub's own key, as whoever is root there can. */
async function forge(change: Omit<OfficeChange, 'documents'> & Partial<OfficeChange>) {
  await hub.parts.office.record({ ...nothing, ...change });
  return check();
}

/** Somebody's account with one more key, or with another first one. */
async function rekeyed(staff: CommandSigner['staff'], number: string) {
  const { office } = hub.parts;
  const held = await office.staffAccount(staff);
  const { keyring } = await office.readKeyring();
  if (!held) throw new Error('no account');
  const account = {
    ...held,
    signingKeys: { ...held.signingKeys, [number]: rawPublicKey(publicKey) },
  };
  return (hubSeq: number) => [sealStaffAccount(hubSeq, account, keyring.siteKey, lab.random)];
}

describe('[AUD3] a check of the trail, against whoever has the hub’s own keys', () => {
  it('takes a change of many for one act, in as many entries as follow one another', async () => {
    const { office } = hub.parts;
    const group = await createGroup(office, { name: { km: 'ក' }, symbol: 'boat' });
    const name = { km: 'ស'.repeat(100) };
    const row = { name, sex: 'male', birthYear: 1990, group, language: 'km', twin: true };
    const input = {
      added: Array.from({ length: 100 }, () => row),
      changed: [],
      misfitKnown: false,
    };
    await carryOut(hub, { type: 'learner.import', input, as: lab.station(), by: [officer] });
    const made = await office.factsAfter(0, ['learners.imported']);
    expect(made.length).toBeGreaterThan(1);
    expect(await check()).toBe('whole');
    await forge({ type: 'keys.recovered' });
    const command = made[0]?.payload.command;
    if (!command) throw new Error('no evidence');
    expect(await forge({ type: 'learners.imported', by: officer.staff, command })).toBe('staff');
  });

  it('finds what staff signed right, with the passphrase of then and the next', async () => {
    await renamed();
    const { office } = hub.parts;
    const person = await appointSigner(hub, { role: 'officer' });
    const { keyring } = await office.readKeyring();
    const verifier = await makeStaffVerifier(
      'rain on a tin roof',
      newestPepper(keyring),
      lab.random,
    );
    const input = { staff: person.staff, verifier };
    const asked = { type: 'staff.passphrase', input, as: lab.station(), by: [person] };
    expect(await carryOut(hub, asked)).toMatchObject({ result: 'done' });
    const next = await signerOf(hub, person.staff, 'rain on a tin roof');
    const { station } = lab.station();
    const renaming = { station, name: { km: 'ទី២' } };
    await carryOut(hub, { type: 'station.rename', input: renaming, as: lab.station(), by: [next] });
    expect(office.journal.newest?.type).toBe('station.renamed');
    expect(await check()).toBe('whole');
  });

  it('names what is said to be by staff, and was not signed', async () => {
    const { staff: by } = officer;
    expect(await forge({ type: 'station.disabled', by, reason: 'x' })).toBe('staff');
  });

  it('names a decision without a signature, once there were keys to sign with', async () => {
    const { staff: by } = officer;
    const contents = ['0'.repeat(64)];
    const decision = { kind: 'release', contents, reason: 'witnessed', who: null } as const;
    expect(await forge({ type: 'quarantine.decided', by, decision })).toBe('staff');
  });

  it('takes decisions of before there were keys as they were made then', async () => {
    const before = await HubLab.make({ seed: 2, stations: ['supervisor'] });
    const { staff: by } = officer;
    hub = await before.open();
    const contents = ['0'.repeat(64)];
    const decision = { kind: 'release', contents, reason: 'witnessed', who: null } as const;
    expect(await forge({ type: 'quarantine.decided', by, decision })).toBe('whole');
    expect(await forge({ type: 'learner.erased', by })).toBe('staff');
  });

  it('names a signature put under something else, or under the same a second time', async () => {
    const command = await renamed();
    const { staff: by } = officer;
    expect(await forge({ type: 'station.renamed', by, command })).toBe('staff');
  });

  it('names one that was given for something else', async () => {
    const { staff: by } = officer;
    const command = await evidence('station.rename', [officer]);
    expect(await forge({ type: 'station.disabled', by, command })).toBe('staff');
  });

  it('names one that was given for a question', async () => {
    const command = await evidence('audit.read', [manager]);
    expect(await forge({ type: 'hold.lifted', by: manager.staff, command })).toBe('staff');
  });

  it.each([
    ['nobody, where it takes two', () => [officer], () => null],
    ['another than who signed', () => [officer, manager], () => officer.staff],
    ['somebody who did not sign', () => [officer], () => manager.staff],
    ['who acts', () => [manager, manager], () => manager.staff],
  ])('names an entry that has as second person %s', async (_, by, second) => {
    const [first] = by();
    const grounds = { learner: null, reason: 'asked', who: null, second: second() };
    const command = await evidence('record.erase', by());
    const change = { type: 'learner.erased', by: first?.staff ?? 'hub', command, grounds } as const;
    expect(await forge(change)).toBe('staff');
  });

  it('takes one with the two who signed it', async () => {
    const grounds = { learner: null, reason: 'asked', who: null, second: manager.staff };
    const command = await evidence('record.erase', [officer, manager]);
    expect(await forge({ type: 'learner.erased', by: officer.staff, command, grounds })).toBe(
      'whole',
    );
  });

  it('names staff as second to what was done at the keyboard', async () => {
    const grounds = { learner: null, reason: 'asked', who: 'root', second: manager.staff };
    expect(await forge({ type: 'learner.erased', grounds })).toBe('staff');
  });

  it.each(['staff.rekeyed', 'staff.changed', 'staff.appointed', 'generation.begun'] as const)(
    'names a %s of the keyboard that gives somebody a key',
    async (type) => {
      for (const number of ['1', '2']) {
        await afresh();
        expect(await forge({ type, documents: await rekeyed(officer.staff, number) })).toBe(
          'staff',
        );
      }
    },
  );

  it('names a key given by another’s command, and one signed with itself', async () => {
    const documents = await rekeyed(officer.staff, '2');
    const { staff: by } = manager;
    const command = await evidence('staff.passphrase', [manager]);
    expect(await forge({ type: 'staff.rekeyed', by, command, documents })).toBe('staff');
    await afresh();
    const itself = await evidence('staff.passphrase', [{ ...officer, key: 2, privateKey }]);
    const change = { type: 'staff.rekeyed', by: officer.staff, command: itself } as const;
    expect(await forge({ ...change, documents: await rekeyed(officer.staff, '2') })).toBe('staff');
  });
});

describe('[AUD3] what each command makes of the journal', () => {
  it('is told of every one that changes something, and of two persons where it takes them', () => {
    const changing = staffCommands.filter(({ type }) => commandMap[type].journalled);
    expect([...commandEntries.keys()].sort()).toEqual(changing.map(({ type }) => type).sort());
    for (const { type, action } of changing) {
      expect([type, commandEntries.get(type)?.two ?? false]).toEqual([type, takesTwo(action)]);
    }
  });
});
