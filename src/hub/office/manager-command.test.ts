import { expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { appointSigner, carryOut, signerOf } from '../../../tests/factories/staff-signers.ts';
import { appointManagerCommand } from './manager-command.ts';

const call = { say: () => undefined, signal: new AbortController().signal };
const asked = {
  name: { km: 'ម៉ាលី' },
  passphrase: 'seven boats upstream',
  reason: 'forgotten',
  who: 'Sok',
};

it('[IDN15] a manager appointed at the hub can appoint others, and the trail says who and why', async () => {
  const lab = await HubLab.make({ stations: ['supervisor'] });
  const hub = await lab.open();
  const { parts } = hub;
  const former = await appointSigner(hub, { role: 'site-manager' });
  const weak = appointManagerCommand.carryOut(parts, { ...asked, passphrase: 'short' }, call);
  await expect(weak).rejects.toMatchObject({ code: 'passphrase.weak' });
  const { staff } = await appointManagerCommand.carryOut(parts, asked, call);
  const [fact] = (await parts.office.factsAfter(0, ['staff.appointed'])).slice(-1);
  expect(fact?.payload).toMatchObject({
    by: 'console',
    grounds: { reason: 'forgotten', who: 'Sok', second: null },
  });
  const manager = await signerOf(hub, staff, asked.passphrase);
  const answer = await carryOut(hub, {
    type: 'staff.disable',
    input: { staff: former.staff },
    reason: 'forgotten',
    by: [manager],
    as: lab.station(),
  });
  expect(answer).toMatchObject({ result: 'done' });
  await hub.close();
}, 60_000);
