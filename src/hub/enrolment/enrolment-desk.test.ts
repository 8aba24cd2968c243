import { beforeEach, describe, expect, it } from 'vitest';
import { HubLab, ask } from '../../../tests/factories/hub-lab.ts';
import { appointSigner, carryOut } from '../../../tests/factories/staff-signers.ts';
import { SimulatedClock } from '../../../tests/factories/simulated-clock.ts';
import { readEnrolmentCode } from '../../shared/enrolment-code.ts';
import type { EnrolmentAnswer, EnrolmentRequest } from '../../shared/contracts/enrolment.ts';
import type { StationConfig } from '../../shared/contracts/station-config.ts';
import { enrolmentKey, stationProof } from '../../sync/enrolment/enrolment-proof.ts';
import { makeStationSecrets, publicHalves } from '../../../tests/factories/station-secrets.ts';
import { stationCommands } from '../../shared/contracts/commands/station-commands.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import type { Hub } from '../hub.ts';
import { changeTerms, disableStaff } from '../office/staff.ts';
import { findStation } from '../office/station-standing.ts';
import { siteFiles } from '../site/site-files.ts';
import { readRequired } from '../site/site-vault.ts';
import type { NewSeat } from './enrolments-file.ts';

const hourMs = 3_600_000;
const seat: NewSeat = { name: { km: 'ទី៩' }, kind: 'kiosk', replaces: null };

let clock: SimulatedClock;
let lab: HubLab;
let hub: Hub;

beforeEach(async () => {
  clock = new SimulatedClock();
  lab = await HubLab.make({ stations: ['kiosk', 'supervisor'], clock });
  hub = await lab.open();
});

async function reopen(): Promise<void> {
  await hub.close();
  hub = await lab.open();
}

const make = (over: Partial<NewSeat> = {}) =>
  hub.parts.enrolment.make({ seat: { ...seat, ...over }, validMs: hourMs });

/** What a PC sends that knows a code. */
async function request(code: string, secrets = makeStationSecrets()): Promise<EnrolmentRequest> {
  const { certificate: ca } = await readRequired(lab.vault, siteFiles.authority);
  const read = readEnrolmentCode(code);
  const asked = { v: 1, code: read.name, kind: 'kiosk', keys: publicHalves(secrets) } as const;
  return { ask: asked, proof: stationProof(await enrolmentKey(read, ca), ca, asked) };
}

const send = (body: unknown) => ask(hub, { path: '/v1/enrol', body, as: null });
const errorOf = async (body: unknown) => (await send(body)).json<{ error: string }>().error;

describe('a one-time code at the hub', () => {
  it('[ENR2] [ENR4] lets one station in, and the same keys again until it has come', async () => {
    const { code } = await make();
    const secrets = makeStationSecrets();
    const mine = await request(code, secrets);
    const first = (await send(mine)).json<EnrolmentAnswer>();
    await reopen();
    expect((await send(mine)).json()).toEqual(first);
    expect(await errorOf(await request(code))).toBe('enrol_used');
    const { station, certificate } = first.enrolled;
    expect(await findStation(hub.parts.office, station)).toMatchObject({
      seat: 2,
      name: seat.name,
    });
    const as: StationConfig = { ...lab.station(), station };
    const tls = { ...as.tls, certificate, privateKey: secrets.tls };
    expect((await ask(hub, { path: '/v1/hello', as: { ...as, tls } })).statusCode).toBe(200);
    await reopen();
    expect(await errorOf(mine)).toBe('enrol_used');
  });

  it('[ENR4] carries on what was cut short after it was decided', async () => {
    const { code } = await make();
    const mine = await request(code);
    lab.disk.full = true;
    expect((await send(mine)).statusCode).toBe(507);
    lab.disk.full = false;
    await reopen();
    expect((await send(mine)).statusCode).toBe(200);
    expect(await hub.parts.office.directory.all('station:')).toHaveLength(3);
  });

  it('[ENR1] is not to be found in what the hub keeps', async () => {
    const { code } = await make();
    const kept = JSON.stringify(await lab.vault.read(siteFiles.enrolments));
    expect(kept.toUpperCase()).not.toContain(code.replaceAll('-', '').slice(2, 11));
  });

  it('[ENR3] [ENR5] ends after five wrong proofs, and says so only to who knows it', async () => {
    const { code } = await make();
    const right = await request(code);
    const wrong = { ...right, proof: Buffer.alloc(32).toString('base64') };
    for (let tries = 0; tries < 5; tries += 1) expect(await errorOf(wrong)).toBe('enrol_wrong');
    await reopen();
    expect(await errorOf(right)).toBe('enrol_ended');
    expect(await errorOf(wrong)).toBe('enrol_wrong');
  });

  it('[ENR3] is too old an hour later by the hub’s clock, over a restart and with it put back', async () => {
    const { code } = await make();
    const mine = await request(code);
    clock.wallOffsetMs = 2 * hourMs;
    // In this run nobody can put the clock that counts.
    expect(await hub.parts.enrolment.list()).toMatchObject([{ state: 'open' }]);
    await reopen();
    expect(await errorOf(mine)).toBe('enrol_expired');
    clock.wallOffsetMs = -hourMs;
    await reopen();
    expect(await errorOf(mine)).toBe('enrol_expired');
  });

  it('[ENR5] is not used up by a PC of another kind', async () => {
    const { code } = await make({ kind: 'supervisor' });
    expect(await errorOf(await request(code))).toBe('enrol_other_kind');
    expect(await hub.parts.enrolment.list()).toMatchObject([{ state: 'open' }]);
  });

  it('[ENR6] gives a new station the seat of an old one, and shuts that out', async () => {
    const { station: replaces } = lab.station();
    const { code } = await make({ replaces });
    const { enrolled } = (await send(await request(code))).json<EnrolmentAnswer>();
    const { office } = hub.parts;
    expect(await findStation(office, replaces)).toMatchObject({ seat: 1, disabled: true });
    expect(await findStation(office, enrolled.station)).toMatchObject({ seat: 1, disabled: false });
    expect(office.journal.newest?.type).toBe('station.replaced');
  });

  it('[ENR8] stands in the journal by its name wherever it did something, and for no more', async () => {
    const { office } = hub.parts;
    const { code } = await make();
    const named = { name: readEnrolmentCode(code).name, made: null };
    await send(await request(code));
    const enrolled = (await office.factsAfter(0, null)).slice(-2);
    expect(enrolled).toMatchObject([
      { entry: { type: 'station.code-made' }, payload: { by: 'console', code: named } },
      { entry: { type: 'station.enrolled' }, payload: { by: 'console', code: named } },
    ]);
  });

  it('[ENR3] [ENR8] lets a station in by the hub, by whose command is told, until they lose their account', async () => {
    const staff = await appointSigner(hub, { role: 'officer' });
    const input = { name: seat.name, kind: 'kiosk' };
    const as = lab.station(1);
    const coded = async () => {
      const answer = await carryOut(hub, { type: 'station.enrol', input, as, by: [staff] });
      if (answer.result !== 'done') throw new Error(answer.code);
      return stationCommands['station.enrol'].output.parse(answer.output).code;
    };
    const { office } = hub.parts;
    const [used, open] = [await coded(), await coded()];
    await send(await request(used));
    const [made] = await office.factsAfter(0, ['station.code-made']);
    const { name } = readEnrolmentCode(used);
    expect((await office.factsAfter(0, ['station.enrolled'])).at(-1)?.payload).toMatchObject({
      by: 'hub',
      code: { name, made: made?.payload.command?.id ?? 'none' },
    });
    expect(await verifyAudit(hub.parts, [])).toMatchObject({ fault: null });
    await disableStaff(office, staff.staff);
    expect(await errorOf(await request(open))).toBe('enrol_ended');
    expect(await hub.parts.enrolment.list()).toMatchObject([{ state: 'used' }, { state: 'ended' }]);
  });

  it('[ENR3] ends when whoever made it may make none any more', async () => {
    const signer = await appointSigner(hub, { role: 'officer' });
    const { staff } = signer;
    const input = { name: seat.name, kind: 'kiosk' };
    const asked = { type: 'station.enrol', input, as: lab.station(1), by: [signer] };
    const answer = await carryOut(hub, asked);
    if (answer.result !== 'done') throw new Error(answer.code);
    const { code } = stationCommands['station.enrol'].output.parse(answer.output);
    const terms = { name: { km: 'ស' }, scopes: [], groups: [] };
    await changeTerms(hub.parts.office, staff, { ...terms, role: 'technician' });
    expect(await hub.parts.enrolment.list()).toMatchObject([{ state: 'open' }]);
    await changeTerms(hub.parts.office, staff, { ...terms, role: 'instructor' });
    expect(await hub.parts.enrolment.list()).toMatchObject([{ state: 'ended' }]);
    expect(await errorOf(await request(code))).toBe('enrol_ended');
  });

  it('[IDN5] [ENR2] is tried no more than 20 times a minute from one address', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 22; tries += 1) statuses.push((await send({})).statusCode);
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 400), 429, 429]);
  });
});
