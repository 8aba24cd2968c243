import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, ask, push } from '../../../tests/factories/hub-lab.ts';
import {
  appointSigner,
  carryOut,
  command,
  signedCommand,
} from '../../../tests/factories/staff-signers.ts';
import type { Commanding } from '../../../tests/factories/staff-signers.ts';
import { withRevision } from '../../../tests/factories/test-store.ts';
import { commandMap } from '../../shared/contracts/commands/command-map.ts';
import { quarantineCommands } from '../../shared/contracts/commands/quarantine-commands.ts';
import type { SignedCommand } from '../../shared/contracts/commands/staff-command.ts';
import { ReanError } from '../../shared/errors.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import { isSignedBy } from '../../sync/command/sign-command.ts';
import { sealStaffAccount } from '../../sync/envelope/sealed-documents.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { makeStaffVerifier } from '../../sync/identity/staff-key.ts';
import type { Hub } from '../hub.ts';
import { staffCommands } from './all-commands.ts';
import { CommandDesk } from './command-desk.ts';
import { defineStaffCommand } from './staff-command.ts';

let lab: HubLab;
let hub: Hub;
let officer: CommandSigner;
let manager: CommandSigner;
let technician: CommandSigner;
let content: string;

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'supervisor', 'supervisor'] });
  hub = await lab.open();
  officer = await appointSigner(hub, { role: 'officer' });
  manager = await appointSigner(hub, { role: 'site-manager' });
  technician = await appointSigner(hub, { role: 'technician' });
}, 60_000);

beforeEach(async () => {
  const store = lab.store();
  const event = store.record(payloads.attempt('a', 'right'), lab.learner());
  const spoilt = withRevision({ ...event, sig: `${event.sig.slice(0, -8)}AAAAAA==` });
  await push(hub, store.station, [spoilt]);
  await hub.settled();
  const { items } = await hub.parts.desk.list.page({ state: 'open' }, null);
  content = items[0]?.content ?? '';
});

const supervisor = () => lab.station(1);

/** To let the content count, by an officer, unless said otherwise. */
const deciding = (over: Partial<Commanding> = {}): Commanding => ({
  type: 'quarantine.decide',
  input: { kind: 'release', contents: [content], reason: 'witnessed' },
  as: supervisor(),
  by: [officer],
  ...over,
});

const decisions = () => hub.parts.office.factsAfter(0, ['quarantine.decided']);

/** What is not carried out, and why. */
async function refused(over: Partial<Commanding>): Promise<string> {
  const before = (await decisions()).length;
  const answer = await carryOut(hub, deciding(over));
  expect(await decisions()).toHaveLength(before);
  return answer.result === 'refused' ? answer.code : answer.result;
}

const entriesOf = async ({ id }: SignedCommand) =>
  (await hub.parts.office.factsAfter(0, null)).filter(({ payload }) => payload.command?.id === id);

/** It fails as the hub’s disk does, and sent again it is not done a second time. */
async function failsThenIsRepeated(signed: SignedCommand): Promise<void> {
  const answer = await ask(hub, { path: '/v1/command', body: signed, as: supervisor() });
  expect(answer.statusCode).toBeGreaterThanOrEqual(500);
  expect(await command(hub, supervisor(), signed)).toMatchObject({
    code: 'command.repeated',
    facts: { done: true },
  });
}

describe('[CMD1] a command of staff', () => {
  it('[CMD4] is carried out by their signature, which the journal keeps for an auditor', async () => {
    const signed = await signedCommand(hub, deciding());
    expect(await command(hub, supervisor(), signed)).toMatchObject({
      result: 'done',
      output: { outcomes: [{ content, outcome: 'released' }] },
    });
    const { payload } = (await decisions()).at(-1) ?? {};
    expect(payload).toMatchObject({
      by: officer.staff,
      decision: { kind: 'release', contents: [content], who: null },
      command: { id: signed.id, type: signed.type, reason: null, clock: signed.clock },
    });
    const account = await hub.parts.office.staffAccount(officer.staff);
    const [signature] = payload?.command?.by ?? [];
    if (!payload?.command || !signature || !account) throw new Error('no evidence');
    const publicKey = account.signingKeys[signature.key] ?? '';
    const kept = payload.command;
    expect(isSignedBy(kept, 1, publicKey)).toBe(true);
    const spoilt = [
      { ...kept, reason: 'another' },
      { ...kept, by: [{ ...signature, staff: manager.staff }] },
      { ...kept, by: [{ ...signature, key: 2 }] },
    ];
    for (const each of spoilt) expect(isSignedBy(each, 1, publicKey)).toBe(false);
    expect(isSignedBy({ ...kept, by: [signature, signature] }, 2, publicKey)).toBe(false);
  });

  it('is nothing without a signature, with another’s, or with anything changed since', async () => {
    const [one, other] = [generateKeyPairSync('ed25519'), staffIdSchema.parse('of-aaaaaaaaaaaa')];
    const signed = await signedCommand(hub, deciding());
    const bare = { ...signed, by: [] };
    expect((await ask(hub, { path: '/v1/command', body: bare, as: supervisor() })).statusCode).toBe(
      400,
    );
    const tampered = [
      { ...signed, input: { kind: 'reject', contents: [content], reason: 'trial' } },
      { ...signed, reason: 'another' },
      { ...signed, salt: '0'.repeat(32) },
      { ...signed, type: 'quarantine.list' },
      { ...signed, clock: { ...signed.clock, wallMs: 1 } },
      { ...signed, by: signed.by.map((each) => ({ ...each, staff: manager.staff })) },
    ];
    for (const each of tampered) {
      expect(await command(hub, supervisor(), each)).toMatchObject({ code: 'signature.invalid' });
    }
    const forged = [
      { ...officer, privateKey: one.privateKey },
      { ...officer, privateKey: technician.privateKey },
      { ...officer, key: 2 },
      { ...officer, staff: other },
    ];
    for (const by of forged) expect(await refused({ by: [by] })).toBe('signature.invalid');
  });

  it('ends with a disabled account', async () => {
    const leaver = await appointSigner(hub, { role: 'officer' });
    const { office } = hub.parts;
    const account = await office.staffAccount(leaver.staff);
    const { keyring } = await office.readKeyring();
    if (!account) throw new Error('no account');
    await office.record({
      type: 'staff.changed',
      documents: (hubSeq) => [
        sealStaffAccount(hubSeq, { ...account, disabled: true }, keyring.siteKey, office.random),
      ],
    });
    expect(await refused({ by: [leaver] })).toBe('permission.denied');
  });
});

describe('[CMD2] a command', () => {
  it('[PRM1] is refused to who may not, whatever the station says', async () => {
    expect(await refused({ by: [technician] })).toBe('permission.denied');
    const asks = { type: 'quarantine.list', input: { state: 'open', after: null } };
    expect(await refused({ ...asks, by: [technician] })).toBe('permission.denied');
    expect(await carryOut(hub, deciding({ ...asks, by: [manager] }))).toMatchObject({
      result: 'done',
      output: { items: expect.any(Array) },
    });
  });

  it('counts from the station that it names, and from supervisors’ alone', async () => {
    expect(await refused({ as: lab.station(0) })).toBe('permission.denied');
    const signed = await signedCommand(hub, deciding());
    expect(await command(hub, lab.station(2), signed)).toMatchObject({ code: 'permission.denied' });
    expect(await refused({ station: lab.station(2).station })).toBe('permission.denied');
  });

  it('[PRM4] takes no second person where one is enough', async () => {
    expect(await refused({ by: [officer, manager] })).toBe('shape.invalid');
  });

  it('has a shape, a size, and no great depth', async () => {
    const hostile = [
      { kind: 'release', contents: [content], reason: 'because' },
      { kind: 'reject', contents: [content], reason: 'witnessed' },
      { kind: 'release', contents: [], reason: 'witnessed' },
      { kind: 'release', contents: ['../x'], reason: 'witnessed' },
      { kind: 'release', contents: [content], reason: { $gt: '' } },
      { kind: 'release', contents: [content], reason: 'witnessed', who: 'Somebody' },
      { kind: 'release', contents: [content], reason: 'a'.repeat(70_000) },
    ];
    for (const input of hostile) expect(await refused({ input })).toBe('shape.invalid');
    expect(await refused({ type: 'quarantine.delete' })).toBe('hub.protocol');
    const signed = await signedCommand(hub, deciding());
    const deep = Array.from({ length: 100 }).reduce<unknown>((inner) => [inner], 'x');
    const statuses: number[] = [];
    for (const body of [{}, [], { ...signed, more: 1 }, { ...signed, input: deep }]) {
      statuses.push((await ask(hub, { path: '/v1/command', body, as: supervisor() })).statusCode);
    }
    const body = { ...signed, input: 'a'.repeat(5 * 1024 * 1024) };
    statuses.push((await ask(hub, { path: '/v1/command', body, as: supervisor() })).statusCode);
    expect(statuses).toEqual([400, 400, 400, 400, 413]);
  });

  it('is listed, by the type it goes by, with the same contract at both ends', () => {
    const types = Object.entries(commandMap).map(([name, { type }]) => [name, type]);
    expect(types.filter(([name, type]) => name !== type)).toEqual([]);
    expect(staffCommands.map(({ type }) => type).sort()).toEqual(Object.keys(commandMap).sort());
  });
});

describe('[CMD3] a command that comes again', () => {
  it('is answered as it was at first, and done once', async () => {
    const signed = await signedCommand(hub, deciding());
    const [first, second] = await Promise.all([
      command(hub, supervisor(), signed),
      command(hub, supervisor(), signed),
    ]);
    expect(first).toMatchObject({ result: 'done' });
    expect(second).toEqual(first);
    expect(
      (await decisions()).filter(({ payload }) => payload.command?.id === signed.id),
    ).toHaveLength(1);
  });

  it('is refused where another was done under its id', async () => {
    const { id } = await signedCommand(hub, deciding());
    expect(await carryOut(hub, deciding({ id }))).toMatchObject({ result: 'done' });
    const input = { kind: 'reject', contents: [content], reason: 'trial' };
    expect(await refused({ id, input })).toBe('command.repeated');
    const asks = { type: 'quarantine.list', input: { state: 'open', after: null } };
    expect(await refused({ ...asks, id })).toBe('command.repeated');
  });

  it('is answered though it changed the very key it was signed with', async () => {
    const person = await appointSigner(hub, { role: 'officer' });
    const { pepper } = (await hub.parts.office.readKeyring()).keyring;
    const verifier = await makeStaffVerifier('nine clay pots in rain', pepper, lab.random);
    const input = { staff: person.staff, verifier };
    const asks = { type: 'staff.passphrase', input, as: supervisor(), by: [person] };
    const signed = await signedCommand(hub, asks);
    const first = await command(hub, supervisor(), signed);
    expect(first).toMatchObject({ result: 'done' });
    expect(await command(hub, supervisor(), signed)).toEqual(first);
    const [{ sig } = { sig: '' }] = (await signedCommand(hub, asks)).by;
    const unproven = { ...signed, by: signed.by.map((each) => ({ ...each, sig })) };
    expect(await command(hub, supervisor(), unproven)).toMatchObject({ code: 'signature.invalid' });
  });

  it('is done once though the disk failed between journal and directory', async () => {
    const input = { name: { km: 'គ' }, symbol: 'lotus', scope: 'men' };
    const asks = { type: 'group.create', input, as: supervisor(), by: [officer] };
    const signed = await signedCommand(hub, asks);
    const full = new ReanError('store.full');
    vi.spyOn(hub.parts.office.directory, 'apply').mockRejectedValueOnce(full);
    await failsThenIsRepeated(signed);
    expect(await entriesOf(signed)).toHaveLength(1);
  });

  it('is finished, with one entry, though the keyring could not be written after it', async () => {
    const [group] = await hub.parts.office.directory.all('group:');
    if (group?.type !== 'group') throw new Error('no group');
    const name = { km: 'សុខ' };
    const details = { sex: 'male', birthYear: 1990, language: 'km', misfitKnown: false };
    const input = { ...details, name, group: group.group };
    const asks = { type: 'learner.create', input, as: supervisor(), by: [officer] };
    const signed = await signedCommand(hub, asks);
    const { vault } = hub.parts;
    const write = vault.write.bind(vault);
    const full = new ReanError('store.full');
    vi.spyOn(vault, 'write').mockImplementationOnce(write).mockRejectedValueOnce(full);
    const failed = await ask(hub, { path: '/v1/command', body: signed, as: supervisor() });
    expect(failed.statusCode).toBeGreaterThanOrEqual(500);
    expect(await command(hub, supervisor(), signed)).toMatchObject({
      output: { number: expect.stringMatching(/^\d{6}$/) },
    });
    expect(await entriesOf(signed)).toHaveLength(1);
  });

  it('tells nothing twice', async () => {
    const asks = { type: 'quarantine.list', input: { state: 'open', after: null } };
    const signed = await signedCommand(hub, deciding(asks));
    expect(await command(hub, supervisor(), signed)).toMatchObject({ result: 'done' });
    expect(await command(hub, supervisor(), signed)).toMatchObject({ code: 'command.repeated' });
  });

  it('is worth nothing once the hub was started anew, and is not done again when signed anew', async () => {
    const signed = await signedCommand(hub, deciding());
    expect(await command(hub, supervisor(), signed)).toMatchObject({ result: 'done' });
    await hub.close();
    hub = await lab.open();
    expect(await command(hub, supervisor(), signed)).toMatchObject({ code: 'command.stale' });
    expect(await refused({ id: signed.id })).toBe('command.repeated');
    expect(await refused({ hubRun: '0'.repeat(32) })).toBe('command.stale');
  });
});

describe('[PRM4] what takes two', () => {
  const done: string[] = [];
  /** As a correction would be: an officer or a manager first, a manager second. */
  const correcting = defineStaffCommand({
    contract: quarantineCommands['quarantine.decide'],
    action: 'record.correct',
    reasoned: true,
    target: () => ({ scopes: ['women'] }),
    run: (_parts, _input, { command: { id } }) => {
      done.push(id);
      return Promise.resolve({ outcomes: [] });
    },
  });

  it('is done for two different people with the right, and for nobody else', async () => {
    const desk = new CommandDesk(hub.parts, [correcting]);
    const ofMen = await appointSigner(hub, { role: 'site-manager', scopes: ['men'] });
    const other = await appointSigner(hub, { role: 'site-manager' });
    const attempt = async (
      by: readonly CommandSigner[],
      reason: string | null = 'why',
      meddle = (signed: SignedCommand) => signed,
    ) => {
      const over = { by, reason, hubRun: desk.hubRun };
      const signed = meddle(await signedCommand(hub, deciding(over)));
      const station = hub.parts.registry.station(supervisor().station);
      if (!station) throw new Error('no station');
      const answer = await desk.take({ signed, station, bytes: 500 });
      return answer.result === 'done' ? 'done' : [answer.code, answer.facts['problem']].join(' ');
    };
    expect(await attempt([officer])).toBe('permission.second missing');
    expect(await attempt([manager])).toBe('permission.second missing');
    expect(await attempt([manager, manager])).toBe('permission.second same');
    expect(await attempt([officer, officer])).toBe('permission.second same');
    expect(await attempt([manager, officer])).toBe('permission.second denied');
    expect(await attempt([officer, technician])).toBe('permission.second denied');
    expect(await attempt([officer, ofMen])).toBe('permission.second denied');
    expect(await attempt([ofMen, manager])).toBe('permission.denied ');
    expect(await attempt([technician, manager])).toBe('permission.denied ');
    expect(await attempt([officer, manager], null)).toBe('shape.invalid ');
    const posing = { ...manager, privateKey: officer.privateKey };
    expect(await attempt([officer, posing])).toBe('signature.invalid ');
    const turned = (signed: SignedCommand) => ({ ...signed, by: signed.by.toReversed() });
    expect(await attempt([manager, other], 'why', turned)).toBe('signature.invalid ');
    expect(done).toEqual([]);
    expect(await attempt([officer, manager])).toBe('done');
    expect(done).toHaveLength(1);
  });
});
