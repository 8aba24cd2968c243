import { generateKeyPairSync } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CommandLab } from '../../../tests/factories/command-lab.ts';
import { ask } from '../../../tests/factories/hub-lab.ts';
import {
  appointSigner,
  carryOut,
  command,
  signedCommand,
} from '../../../tests/factories/staff-signers.ts';
import { commandMap } from '../../shared/contracts/commands/command-map.ts';
import { quarantineCommands } from '../../shared/contracts/commands/quarantine-commands.ts';
import type { SignedCommand } from '../../shared/contracts/commands/staff-command.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import { isSignedBy } from '../../sync/command/sign-command.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { sealStaffAccount } from '../../sync/envelope/sealed-documents.ts';
import { staffCommands } from './all-commands.ts';
import { CommandDesk } from './command-desk.ts';
import { defineStaffCommand } from './staff-command.ts';

let lab: CommandLab;
let officer: CommandSigner;
let manager: CommandSigner;
let technician: CommandSigner;
let content: string;

beforeAll(async () => {
  lab = await CommandLab.make();
  ({ officer, manager, technician } = lab);
}, 60_000);

beforeEach(async () => {
  await lab.holdBack();
  content = lab.content;
});

describe('[CMD1] a command of staff', () => {
  it('[CMD4] is carried out by their signature, which the journal keeps for an auditor', async () => {
    const signed = await signedCommand(lab.hub, lab.deciding());
    expect(await command(lab.hub, lab.supervisor, signed)).toMatchObject({
      result: 'done',
      output: { outcomes: [{ content, outcome: 'rejected' }] },
    });
    const { payload } = (await lab.decisions()).at(-1) ?? {};
    expect(payload).toMatchObject({
      by: officer.staff,
      decision: { kind: 'reject', contents: [content], who: null },
      command: { id: signed.id, type: signed.type, reason: null, clock: signed.clock },
    });
    const account = await lab.hub.parts.office.staffAccount(officer.staff);
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
    const signed = await signedCommand(lab.hub, lab.deciding());
    const bare = { ...signed, by: [] };
    expect(
      (await ask(lab.hub, { path: '/v1/command', body: bare, as: lab.supervisor })).statusCode,
    ).toBe(400);
    const tampered = [
      { ...signed, input: { kind: 'reject', contents: [content], reason: 'trial' } },
      { ...signed, reason: 'another' },
      { ...signed, salt: '0'.repeat(32) },
      { ...signed, type: 'quarantine.list' },
      { ...signed, clock: { ...signed.clock, wallMs: 1 } },
      { ...signed, by: signed.by.map((each) => ({ ...each, staff: manager.staff })) },
    ];
    for (const each of tampered) {
      expect(await command(lab.hub, lab.supervisor, each)).toMatchObject({
        code: 'signature.invalid',
      });
    }
    const forged = [
      { ...officer, privateKey: one.privateKey },
      { ...officer, privateKey: technician.privateKey },
      { ...officer, key: 2 },
      { ...officer, staff: other },
    ];
    for (const by of forged) expect(await lab.refused({ by: [by] })).toBe('signature.invalid');
  });

  it('ends with a disabled account', async () => {
    const leaver = await appointSigner(lab.hub, { role: 'officer' });
    const { office } = lab.hub.parts;
    const account = await office.staffAccount(leaver.staff);
    const { keyring } = await office.readKeyring();
    if (!account) throw new Error('no account');
    await office.record({
      type: 'staff.changed',
      documents: (hubSeq) => [
        sealStaffAccount(hubSeq, { ...account, disabled: true }, keyring.siteKey, office.random),
      ],
    });
    expect(await lab.refused({ by: [leaver] })).toBe('permission.denied');
  });
});

describe('[CMD2] a command', () => {
  it('[PRM1] is refused to who may not, whatever the station says', async () => {
    expect(await lab.refused({ by: [technician] })).toBe('permission.denied');
    const asks = { type: 'quarantine.list', input: { state: 'open', after: null } };
    expect(await lab.refused({ ...asks, by: [technician] })).toBe('permission.denied');
    expect(await carryOut(lab.hub, lab.deciding({ ...asks, by: [manager] }))).toMatchObject({
      result: 'done',
      output: { items: expect.any(Array) },
    });
  });

  it('counts from the station that it names, and from supervisors’ alone', async () => {
    expect(await lab.refused({ as: lab.lab.station(0) })).toBe('permission.denied');
    const signed = await signedCommand(lab.hub, lab.deciding());
    expect(await command(lab.hub, lab.lab.station(2), signed)).toMatchObject({
      code: 'permission.denied',
    });
    expect(await lab.refused({ station: lab.lab.station(2).station })).toBe('permission.denied');
  });

  it('[PRM4] takes no second person where one is enough', async () => {
    expect(await lab.refused({ by: [officer, manager] })).toBe('shape.invalid');
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
    for (const input of hostile) expect(await lab.refused({ input })).toBe('shape.invalid');
    expect(await lab.refused({ type: 'quarantine.delete' })).toBe('hub.protocol');
    const signed = await signedCommand(lab.hub, lab.deciding());
    const deep = Array.from({ length: 100 }).reduce<unknown>((inner) => [inner], 'x');
    const statuses: number[] = [];
    for (const body of [{}, [], { ...signed, more: 1 }, { ...signed, input: deep }]) {
      statuses.push(
        (await ask(lab.hub, { path: '/v1/command', body, as: lab.supervisor })).statusCode,
      );
    }
    const body = { ...signed, input: 'a'.repeat(5 * 1024 * 1024) };
    statuses.push(
      (await ask(lab.hub, { path: '/v1/command', body, as: lab.supervisor })).statusCode,
    );
    expect(statuses).toEqual([400, 400, 400, 400, 413]);
  });

  it('is listed, by the type it goes by, with the same contract at both ends', () => {
    const types = Object.entries(commandMap).map(([name, { type }]) => [name, type]);
    expect(types.filter(([name, type]) => name !== type)).toEqual([]);
    expect(staffCommands.map(({ type }) => type).sort()).toEqual(Object.keys(commandMap).sort());
  });
});

describe('[PRM4] what takes two', () => {
  const done: string[] = [];
  /** As a correction would be: an officer or a manager first, a manager second. */
  const correcting = defineStaffCommand({
    contract: { ...quarantineCommands['quarantine.decide'], reasons: ['why', 'lost'] },
    action: 'record.correct',
    reasoned: true,
    target: () => ({ scopes: ['women'] }),
    run: (_parts, _input, { command: { id } }) => {
      done.push(id);
      return Promise.resolve({ outcomes: [] });
    },
  });

  it('is done for two different people with the right, and for nobody else', async () => {
    const desk = new CommandDesk(lab.hub.parts, [correcting]);
    const ofMen = await appointSigner(lab.hub, { role: 'site-manager', scopes: ['men'] });
    const other = await appointSigner(lab.hub, { role: 'site-manager' });
    const attempt = async (
      by: readonly CommandSigner[],
      reason: string | null = 'why',
      meddle = (signed: SignedCommand) => signed,
    ) => {
      const over = { by, reason, hubRun: desk.hubRun };
      const signed = meddle(await signedCommand(lab.hub, lab.deciding(over)));
      const station = lab.hub.parts.registry.station(lab.supervisor.station);
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
    // [CMD7]
    expect(await attempt([officer, manager], 'words of my own')).toBe('shape.invalid ');
    const posing = { ...manager, privateKey: officer.privateKey };
    expect(await attempt([officer, posing])).toBe('signature.invalid ');
    const turned = (signed: SignedCommand) => ({ ...signed, by: signed.by.toReversed() });
    expect(await attempt([manager, other], 'why', turned)).toBe('signature.invalid ');
    expect(done).toEqual([]);
    expect(await attempt([officer, manager])).toBe('done');
    expect(done).toHaveLength(1);
  });
});
