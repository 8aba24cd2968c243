import { beforeAll, describe, expect, it } from 'vitest';
import { HubLab, ask } from '../../../tests/factories/hub-lab.ts';
import { appointSigner, carryOut } from '../../../tests/factories/staff-signers.ts';
import { stationCommands } from '../../shared/contracts/commands/station-commands.ts';
import { readEnrolmentCode } from '../../shared/enrolment-code.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;
let officer: CommandSigner;
let instructor: CommandSigner;

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk', 'supervisor'] });
  hub = await lab.open();
  officer = await appointSigner(hub, { role: 'officer' });
  instructor = await appointSigner(hub, { role: 'instructor' });
}, 60_000);

const act = (
  type: keyof typeof stationCommands,
  input: unknown,
  { by = officer, reason = null }: { by?: CommandSigner; reason?: string | null } = {},
) => carryOut(hub, { type, input, as: lab.station(2), by: [by], reason });

const list = async () => {
  const answer = await act('station.list', {});
  if (answer.result !== 'done') throw new Error(answer.code);
  return stationCommands['station.list'].output.parse(answer.output);
};
const newest = async () => (await hub.parts.office.factsAfter(0, null)).at(-1);

describe('[ENR8] staff and stations', () => {
  it('an officer makes a code, which no journal holds, and ends it', async () => {
    const name = { km: 'ទី៤' };
    const made = await act('station.enrol', { name, kind: 'kiosk' });
    if (made.result !== 'done') throw new Error(made.code);
    const { code } = stationCommands['station.enrol'].output.parse(made.output);
    const { name: begins, secret } = readEnrolmentCode(code);
    expect((await list()).codes).toMatchObject([{ code: begins, name, state: 'open' }]);
    const fact = await newest();
    expect(fact).toMatchObject({
      entry: { type: 'station.code-made' },
      payload: { by: officer.staff, command: { type: 'station.enrol' } },
    });
    expect(JSON.stringify(fact)).not.toContain(secret);
    await act('station.cancel-code', { code: begins });
    expect((await list()).codes).toEqual([]);
  });

  it('[IDN12] a station is asked for other keys, once until it has made them', async () => {
    const { station } = lab.station(1);
    expect(await act('station.renew', { station })).toMatchObject({ result: 'done' });
    const fact = await newest();
    expect(fact?.entry.type).toBe('station.renewal-asked');
    expect((await list()).stations).toContainEqual(
      expect.objectContaining({ station, renewal: 'asked' }),
    );
    await act('station.renew', { station });
    expect(await newest()).toEqual(fact);
    const refused = await act('station.renew', { station }, { by: instructor });
    expect(refused).toMatchObject({ code: 'permission.denied' });
  });

  it('a station gets another name, and a code for the one that takes its place', async () => {
    const { station } = lab.station(0);
    await act('station.rename', { station, name: { km: 'ទ្វារ' } });
    expect((await list()).stations).toContainEqual(
      expect.objectContaining({ station, name: { km: 'ទ្វារ' }, disabled: false }),
    );
    await act('station.replace', { station });
    expect((await list()).codes).toMatchObject([{ name: { km: 'ទ្វារ' }, replaces: station }]);
  });

  it('one is shut out from the next request on, and not without a reason', async () => {
    const { station } = lab.station(1);
    const silent = await act('station.revoke', { station });
    expect(silent).toMatchObject({ result: 'refused', code: 'shape.invalid' });
    await act('station.revoke', { station }, { reason: 'stolen' });
    const answer = await ask(hub, { path: '/v1/hello', as: lab.station(1) });
    expect(answer.statusCode).toBe(403);
    expect(await newest()).toMatchObject({
      entry: { type: 'station.disabled' },
      payload: { by: officer.staff, command: { reason: 'stolen' } },
    });
    const again = await act('station.rename', { station, name: { km: 'ក' } });
    expect(again).toMatchObject({ result: 'refused', code: 'station.not-enrolled' });
  });

  it('is not for an instructor, who may look', async () => {
    const input = { name: { km: 'ទី៤' }, kind: 'kiosk' };
    const made = await act('station.enrol', input, { by: instructor });
    expect(made).toMatchObject({ result: 'refused', code: 'permission.denied' });
    expect(await act('station.list', {}, { by: instructor })).toMatchObject({ result: 'done' });
  });
});
