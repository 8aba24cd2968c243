import { expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { appointSigner, staffPassphrase } from '../../../tests/factories/staff-signers.ts';
import { groupScopes } from '../../shared/contracts/documents/directory.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { disableStaff } from '../office/staff.ts';
import { isErased } from './erase-learner.ts';
import { eraseCommand, holdCommand, retentionCommand } from './erasure-commands.ts';

const call = { say: () => undefined, signal: new AbortController().signal };

it('[PRM4] [ERA2] the hub’s own keyboard asks of people what the command desk asks', async () => {
  const lab = await HubLab.make({ stations: ['kiosk'], learners: 1 });
  const hub = await lab.open();
  const { parts } = hub;
  const scopes = [...groupScopes];
  const appoint = async (role: 'officer' | 'site-manager', over: object = {}) => {
    const { staff } = await appointSigner(hub, { role, scopes, ...over });
    return { staff, passphrase: staffPassphrase };
  };
  const officer = await appoint('officer');
  const manager = await appoint('site-manager');
  const second = await appoint('site-manager');
  const ofWomen = await appoint('site-manager', { scopes: ['women'] });
  const left = await appoint('site-manager');
  await disableStaff(parts.office, left.staff);
  const wrong = { ...manager, passphrase: 'not the passphrase' };
  const erase = (who: typeof officer, other: typeof officer) =>
    eraseCommand
      .carryOut(parts, { learner: lab.learner(), reason: 'asked', who, second: other }, call)
      .then(
        () => 'done',
        ({ code, facts }) => [code, facts.problem].filter(Boolean).join(' '),
      );
  expect(await erase(manager, wrong)).toBe('signature.invalid');
  expect(await erase(wrong, manager)).toBe('signature.invalid');
  expect(await erase(manager, manager)).toBe('permission.second same');
  expect(await erase(manager, officer)).toBe('permission.second denied');
  expect(await erase(manager, ofWomen)).toBe('permission.second denied');
  expect(await erase(ofWomen, manager)).toBe('permission.denied');
  expect(await erase(manager, left)).toBe('permission.denied disabled');
  expect(await isErased(parts.office, lab.learner())).toBe(false);

  const held = { learner: lab.learner(), stands: true, reason: 'court' };
  const change = { policy: { worked: 12, unused: 12 } };
  for (const who of [officer, wrong]) {
    const code = who === officer ? 'permission.denied' : 'signature.invalid';
    await expect(holdCommand.carryOut(parts, { ...held, who }, call)).rejects.toMatchObject({
      code,
    });
    const set = retentionCommand.carryOut(parts, { change: { ...change, who } }, call);
    await expect(set).rejects.toMatchObject({ code });
  }

  expect(await erase(manager, second)).toBe('done');
  const [fact] = await parts.office.factsAfter(0, ['learner.erased']);
  const grounds = { who: manager.staff, second: { name: second.staff } };
  expect(fact?.payload).toMatchObject({ by: 'console', grounds });
  // [AUD3]
  expect((await verifyAudit(parts, [])).fault).toBeNull();
  await hub.close();
}, 60_000);
