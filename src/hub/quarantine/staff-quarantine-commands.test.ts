import { expect, it } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, push } from '../../../tests/factories/hub-lab.ts';
import { appointSigner, carryOut } from '../../../tests/factories/staff-signers.ts';
import { withRevision } from '../../../tests/factories/test-store.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
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
  await hub.close();
});
