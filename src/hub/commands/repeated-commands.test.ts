import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandLab } from '../../../tests/factories/command-lab.ts';
import { ask } from '../../../tests/factories/hub-lab.ts';
import {
  appointSigner,
  carryOut,
  command,
  signedCommand,
} from '../../../tests/factories/staff-signers.ts';
import type { SignedCommand } from '../../shared/contracts/commands/staff-command.ts';
import { isOnHold } from '../erasure/hold-record.ts';
import { ReanError } from '../../shared/errors.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { newestPepper } from '../../sync/identity/peppers.ts';
import { makeStaffVerifier } from '../../sync/identity/staff-key.ts';

let lab: CommandLab;
let officer: CommandSigner;
let content: string;

beforeAll(async () => {
  lab = await CommandLab.make();
  ({ officer } = lab);
}, 60_000);

beforeEach(async () => {
  await lab.holdBack();
  content = lab.content;
});

const entriesOf = async ({ id }: SignedCommand) =>
  (await lab.hub.parts.office.factsAfter(0, null)).filter(
    ({ payload }) => payload.command?.id === id,
  );

/** It fails as the hub’s disk does, and sent again it is not done a second time. */
async function failsThenIsRepeated(signed: SignedCommand): Promise<void> {
  const answer = await ask(lab.hub, { path: '/v1/command', body: signed, as: lab.supervisor });
  expect(answer.statusCode).toBeGreaterThanOrEqual(500);
  expect(await command(lab.hub, lab.supervisor, signed)).toMatchObject({
    code: 'command.repeated',
    facts: { done: true },
  });
}

describe('[CMD3] a command that comes again', () => {
  it('is answered as it was at first, and done once', async () => {
    const signed = await signedCommand(lab.hub, lab.deciding());
    const [first, second] = await Promise.all([
      command(lab.hub, lab.supervisor, signed),
      command(lab.hub, lab.supervisor, signed),
    ]);
    expect(first).toMatchObject({ result: 'done' });
    expect(second).toEqual(first);
    expect(
      (await lab.decisions()).filter(({ payload }) => payload.command?.id === signed.id),
    ).toHaveLength(1);
  });

  it('is refused where another was done under its id', async () => {
    const { id } = await signedCommand(lab.hub, lab.deciding());
    expect(await carryOut(lab.hub, lab.deciding({ id }))).toMatchObject({ result: 'done' });
    const input = { kind: 'reject', contents: [content], reason: 'trial' };
    expect(await lab.refused({ id, input })).toBe('command.repeated');
    const asks = { type: 'quarantine.list', input: { state: 'open', after: null } };
    expect(await lab.refused({ ...asks, id })).toBe('command.repeated');
  });

  it('is answered though it changed the very key it was signed with', async () => {
    const person = await appointSigner(lab.hub, { role: 'officer' });
    const pepper = newestPepper((await lab.hub.parts.office.readKeyring()).keyring);
    const verifier = await makeStaffVerifier('nine clay pots in rain', pepper, lab.lab.random);
    const input = { staff: person.staff, verifier };
    const asks = { type: 'staff.passphrase', input, as: lab.supervisor, by: [person] };
    const signed = await signedCommand(lab.hub, asks);
    const first = await command(lab.hub, lab.supervisor, signed);
    expect(first).toMatchObject({ result: 'done' });
    expect(await command(lab.hub, lab.supervisor, signed)).toEqual(first);
    const [{ sig } = { sig: '' }] = (await signedCommand(lab.hub, asks)).by;
    const unproven = { ...signed, by: signed.by.map((each) => ({ ...each, sig })) };
    expect(await command(lab.hub, lab.supervisor, unproven)).toMatchObject({
      code: 'signature.invalid',
    });
  });

  it('is done once though the disk failed between journal and directory', async () => {
    const input = { name: { km: 'គ' }, symbol: 'lotus', scope: 'men' };
    const asks = { type: 'group.create', input, as: lab.supervisor, by: [officer] };
    const signed = await signedCommand(lab.hub, asks);
    const full = new ReanError('store.full');
    vi.spyOn(lab.hub.parts.office.directory, 'apply').mockRejectedValueOnce(full);
    await failsThenIsRepeated(signed);
    expect(await entriesOf(signed)).toHaveLength(1);
  });

  it('[ERA7] is finished, with one entry, where a hold failed between journal and directory', async () => {
    const manager = await appointSigner(lab.hub, { role: 'site-manager' });
    const { office } = lab.hub.parts;
    const learner = lab.lab.learner();
    const input = { learner, reason: 'court' };
    const asks = { type: 'record.hold', input, as: lab.supervisor, by: [manager] };
    const signed = await signedCommand(lab.hub, asks);
    const full = new ReanError('store.full');
    vi.spyOn(office.directory, 'apply').mockRejectedValueOnce(full);
    const failed = await ask(lab.hub, { path: '/v1/command', body: signed, as: lab.supervisor });
    expect(failed.statusCode).toBeGreaterThanOrEqual(500);
    const again = await command(lab.hub, lab.supervisor, signed);
    expect(again).toMatchObject({ result: 'done' });
    expect(await isOnHold(office, learner)).toBe(true);
    expect(await entriesOf(signed)).toHaveLength(1);
  });

  it('is finished, with one entry, though the keyring could not be written after it', async () => {
    const [group] = await lab.hub.parts.office.directory.all('group:');
    if (group?.type !== 'group') throw new Error('no group');
    const name = { km: 'សុខ' };
    const details = { sex: 'male', birthYear: 1990, language: 'km', misfitKnown: false };
    const input = { ...details, name, group: group.group };
    const asks = { type: 'learner.create', input, as: lab.supervisor, by: [officer] };
    const signed = await signedCommand(lab.hub, asks);
    const { vault } = lab.hub.parts;
    const write = vault.write.bind(vault);
    const full = new ReanError('store.full');
    vi.spyOn(vault, 'write').mockImplementationOnce(write).mockRejectedValueOnce(full);
    const failed = await ask(lab.hub, { path: '/v1/command', body: signed, as: lab.supervisor });
    expect(failed.statusCode).toBeGreaterThanOrEqual(500);
    expect(await command(lab.hub, lab.supervisor, signed)).toMatchObject({
      output: { number: expect.stringMatching(/^\d{6}$/) },
    });
    expect(await entriesOf(signed)).toHaveLength(1);
  });

  it('tells nothing twice', async () => {
    const asks = { type: 'quarantine.list', input: { state: 'open', after: null } };
    const signed = await signedCommand(lab.hub, lab.deciding(asks));
    expect(await command(lab.hub, lab.supervisor, signed)).toMatchObject({ result: 'done' });
    expect(await command(lab.hub, lab.supervisor, signed)).toMatchObject({
      code: 'command.repeated',
    });
  });

  it('is worth nothing once the hub was started anew, and is not done again when signed anew', async () => {
    const signed = await signedCommand(lab.hub, lab.deciding());
    expect(await command(lab.hub, lab.supervisor, signed)).toMatchObject({ result: 'done' });
    await lab.hub.close();
    lab.hub = await lab.lab.open();
    expect(await command(lab.hub, lab.supervisor, signed)).toMatchObject({ code: 'command.stale' });
    expect(await lab.refused({ id: signed.id })).toBe('command.repeated');
    expect(await lab.refused({ hubRun: '0'.repeat(32) })).toBe('command.stale');
  });
});
