import { expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, push } from '../../../tests/factories/hub-lab.ts';
import { appointSigner, carryOut } from '../../../tests/factories/staff-signers.ts';
import { withRevision } from '../../../tests/factories/test-store.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { quarantineCommands } from '../../shared/contracts/commands/quarantine-commands.ts';

it('[SUP14] [PRM1] what says it is of a learner is for those whose scopes reach that learner', async () => {
  const lab = await HubLab.make({ stations: ['kiosk', 'supervisor'], learners: 1 });
  const hub = await lab.open();
  const event = lab.store().record(payloads.attempt('a', 'right'), lab.learner());
  await push(hub, lab.station(), [
    withRevision({ ...event, sig: `${event.sig.slice(0, -8)}AAAAAA==` }),
    withRevision({ _id: 'note-1', text: 'hello' }),
  ]);
  await hub.settled();
  const ofWomen = await appointSigner(hub, { role: 'officer', scopes: ['women'] });
  const ofMen = await appointSigner(hub, { role: 'officer', scopes: ['men'] });
  const as = lab.station(1);
  const list = async (by: CommandSigner) => {
    const input = { state: 'open', after: null };
    const answer = await carryOut(hub, { type: 'quarantine.list', input, as, by: [by] });
    const { output } = answer.result === 'done' ? answer : { output: null };
    return quarantineCommands['quarantine.list'].output.parse(output);
  };
  const decide = (by: CommandSigner, content = '') => {
    const input = { kind: 'reject', contents: [content], reason: 'not-done' };
    return carryOut(hub, { type: 'quarantine.decide', input, as, by: [by] });
  };
  expect((await list(ofWomen)).items.map(({ learner }) => learner)).toEqual([null]);
  const { items } = await list(ofMen);
  expect(items).toHaveLength(2);
  const theirs = items.find(({ learner }) => learner !== null)?.content;
  expect(await decide(ofWomen, theirs)).toMatchObject({ code: 'permission.denied' });
  expect(await decide(ofMen, theirs)).toMatchObject({ result: 'done' });
  // [PRM4]
  const why = { contents: [theirs], reason: 'witnessed' };
  const release = { type: 'quarantine.decide', input: { kind: 'release', ...why }, as };
  expect(await carryOut(hub, { ...release, by: [ofMen] })).toMatchObject({
    code: 'permission.second',
    facts: { problem: 'missing' },
  });
  const vouch = (...by: readonly CommandSigner[]) =>
    carryOut(hub, { type: 'quarantine.vouch', input: why, as, by });
  const manager = await appointSigner(hub, { role: 'site-manager', scopes: ['men'] });
  const managerOfWomen = await appointSigner(hub, { role: 'site-manager', scopes: ['women'] });
  for (const by of [[ofMen], [ofMen, ofMen], [manager, ofMen], [ofMen, managerOfWomen]]) {
    expect(await vouch(...by)).toMatchObject({ code: 'permission.second' });
  }
  expect(await vouch(managerOfWomen, manager)).toMatchObject({ code: 'permission.denied' });
  expect(await vouch(ofMen, manager)).toMatchObject({
    output: { outcomes: [{ content: theirs, outcome: 'released' }] },
  });
  expect((await verifyAudit(hub.parts, [])).fault).toBeNull();
  await hub.close();
});
