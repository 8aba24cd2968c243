import { beforeAll, describe, expect, it, vi } from 'vitest';
import { HubLab, ask } from '../../../tests/factories/hub-lab.ts';
import {
  appointSigner,
  carryOut,
  command,
  signedCommand,
  signerOf,
  staffPassphrase,
} from '../../../tests/factories/staff-signers.ts';
import type { Commanding } from '../../../tests/factories/staff-signers.ts';
import { staffCommands } from '../../shared/contracts/commands/staff-commands.ts';
import { ReanError } from '../../shared/errors.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { newestPepper } from '../../sync/identity/peppers.ts';
import { makeStaffVerifier } from '../../sync/identity/staff-key.ts';
import type { StaffVerifier } from '../../sync/identity/staff-key.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;
let manager: CommandSigner;
let officer: CommandSigner;
let verifier: StaffVerifier;

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['supervisor'] });
  hub = await lab.open();
  manager = await appointSigner(hub, { role: 'site-manager', scopes: ['men', 'women'] });
  officer = await appointSigner(hub, { role: 'officer', scopes: ['men'] });
  verifier = await newVerifier(staffPassphrase);
}, 60_000);

async function newVerifier(passphrase: string): Promise<StaffVerifier> {
  const { keyring } = await hub.parts.office.readKeyring();
  return makeStaffVerifier(passphrase, newestPepper(keyring), lab.random);
}

const terms = { name: { km: 'ម៉ាលី' }, role: 'instructor', scopes: ['men'], groups: [] };
const by = (signer: CommandSigner, type: string, input: object, over: Partial<Commanding> = {}) =>
  carryOut(hub, { type, input, by: [signer], as: lab.station(), ...over });
const account = (staff: StaffId) => hub.parts.office.staffAccount(staff);

async function code(answer: ReturnType<typeof by>): Promise<string> {
  const told = await answer;
  return told.result === 'refused' ? told.code : told.result;
}

describe('[STF1] staff accounts', () => {
  it('are made by a site manager, who is named with what they signed', async () => {
    const answer = await by(manager, 'staff.appoint', { ...terms, verifier });
    if (answer.result !== 'done') throw new Error(answer.code);
    const { staff } = staffOutput(answer.output);
    expect(await account(staff)).toMatchObject({
      ...terms,
      signingKeys: { 1: verifier.signingKey },
      disabled: false,
    });
    const [fact] = (await hub.parts.office.factsAfter(0, ['staff.appointed'])).slice(-1);
    expect(fact?.payload).toMatchObject({ by: manager.staff, command: { type: 'staff.appoint' } });
    expect(fact?.payload.command?.salt).toBeUndefined();
    const instructor = await signerOf(hub, staff, staffPassphrase);
    expect(await code(by(instructor, 'staff.appoint', { ...terms, verifier }))).toBe(
      'permission.denied',
    );
  });

  it('[CMD1] never have a signing key that somebody has, or had', async () => {
    const taken = await newVerifier(staffPassphrase);
    expect(await code(by(manager, 'staff.appoint', { ...terms, verifier: taken }))).toBe('done');
    expect(await code(by(manager, 'staff.appoint', { ...terms, verifier: taken }))).toBe(
      'shape.invalid',
    );
    const { staff } = officer;
    expect(await code(by(officer, 'staff.passphrase', { staff, verifier: taken }))).toBe(
      'shape.invalid',
    );
    expect(Object.keys((await account(staff))?.signingKeys ?? {})).toEqual(['1']);
  });

  it('[PRM1] are never made by others, nor beyond the scopes of who makes them', async () => {
    const wanted = { ...terms, verifier };
    expect(await code(by(officer, 'staff.appoint', wanted))).toBe('permission.denied');
    for (const scopes of [['minors'], ['men', 'minors']]) {
      expect(await code(by(manager, 'staff.appoint', { ...wanted, scopes }))).toBe(
        'permission.denied',
      );
    }
    const groups = ['gr-aaaaaaaa'];
    expect(await code(by(manager, 'staff.appoint', { ...wanted, groups }))).toBe('shape.invalid');
    const { signingKey: _no, ...unsigned } = verifier;
    expect(await code(by(manager, 'staff.appoint', { ...terms, verifier: unsigned }))).toBe(
      'shape.invalid',
    );
  });

  it('[IDN2] are made with a passphrase that costs what all new ones do, and no number', async () => {
    for (const other of [{ memoryKiB: 8 }, { iterations: 2 }, { number: 7 }]) {
      const wanted = { ...terms, verifier: { ...verifier, ...other } };
      expect(await code(by(manager, 'staff.appoint', wanted))).toBe('shape.invalid');
      const own = { staff: manager.staff, verifier: wanted.verifier };
      expect(await code(by(manager, 'staff.passphrase', own))).toBe('shape.invalid');
    }
  });

  it('[PRM3] are not changed by who has them, nor by who has less', async () => {
    const wide = await appointSigner(hub, { role: 'officer' });
    const change = (staff: StaffId) => ({ ...terms, staff });
    expect(await code(by(manager, 'staff.change', change(manager.staff)))).toBe(
      'permission.denied',
    );
    expect(await code(by(manager, 'staff.change', change(wide.staff)))).toBe('permission.denied');
    const disabling = { staff: manager.staff };
    expect(await code(by(manager, 'staff.disable', disabling, { reason: 'why' }))).toBe(
      'permission.denied',
    );
    expect(await account(manager.staff)).toMatchObject({ role: 'site-manager', disabled: false });
  });

  it('[STF2] are changed and ended with a reason, and for good', async () => {
    const leaver = await appointSigner(hub, { role: 'officer', scopes: ['men'] });
    const { staff } = leaver;
    expect(await code(by(manager, 'staff.change', { ...terms, staff }))).toBe('done');
    expect(await account(staff)).toMatchObject({
      role: 'instructor',
      signingKeys: { 1: expect.any(String) },
    });
    expect(await code(by(manager, 'staff.disable', { staff }))).toBe('shape.invalid');
    expect(await code(by(manager, 'staff.disable', { staff }, { reason: 'left' }))).toBe('done');
    expect(await account(staff)).toMatchObject({ disabled: true });
    expect(await code(by(manager, 'staff.change', { ...terms, staff }))).toBe('permission.denied');
    const own = { staff, verifier };
    expect(await code(by(leaver, 'staff.passphrase', own))).toBe('permission.denied');
    const unknown = { ...terms, staff: staffIdSchema.parse('of-aaaaaaaaaaaa') };
    expect(await code(by(manager, 'staff.change', unknown))).toBe('permission.denied');
  });
});

describe('[STF3] a passphrase', () => {
  it('is changed by its owner alone, and from then on its earlier key signs nothing', async () => {
    const before = await appointSigner(hub, { role: 'officer', scopes: ['men'] });
    const { staff } = before;
    const text = 'nine clay pots in rain';
    const next = await newVerifier(text);
    expect(await code(by(manager, 'staff.passphrase', { staff, verifier: next }))).toBe(
      'permission.denied',
    );
    expect(await code(by(before, 'staff.passphrase', { staff, verifier: next }))).toBe('done');
    const list = { state: 'open', after: null };
    expect(await code(by(before, 'quarantine.list', list))).toBe('signature.invalid');
    const after = await signerOf(hub, staff, text);
    expect(after.key).toBe(2);
    expect(await code(by(after, 'quarantine.list', list))).toBe('done');
    expect(Object.keys((await account(staff))?.signingKeys ?? {})).toEqual(['1', '2']);
  });

  it('[CMD3] whose verifier could not be written counts once the command comes again', async () => {
    const before = await appointSigner(hub, { role: 'officer' });
    const { staff } = before;
    const text = 'two boats under rain';
    const asks = { type: 'staff.passphrase', as: lab.station(), by: [before] };
    const input = { staff, verifier: await newVerifier(text) };
    const signed = await signedCommand(hub, { ...asks, input });
    vi.spyOn(hub.parts.vault, 'write').mockRejectedValueOnce(new ReanError('store.full'));
    const failed = await ask(hub, { path: '/v1/command', body: signed, as: lab.station() });
    expect(failed.statusCode).toBeGreaterThanOrEqual(500);
    const other = { ...asks, id: signed.id, input: { staff, verifier: await newVerifier(text) } };
    expect(await code(carryOut(hub, other))).toBe('command.repeated');
    expect(await command(hub, lab.station(), signed)).toMatchObject({ result: 'done' });
    expect((await signerOf(hub, staff, text)).key).toBe(2);
    expect(Object.keys((await account(staff))?.signingKeys ?? {})).toEqual(['1', '2']);
  });
});

function staffOutput(output: unknown): { readonly staff: StaffId } {
  return staffCommands['staff.appoint'].output.parse(output);
}
