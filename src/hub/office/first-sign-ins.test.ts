import { beforeAll, describe, expect, it, vi } from 'vitest';
import { HubLab, ask } from '../../../tests/factories/hub-lab.ts';
import {
  appointSigner,
  carryOut,
  command,
  signedCommand,
} from '../../../tests/factories/staff-signers.ts';
import { learnerCommands } from '../../shared/contracts/commands/learner-commands.ts';
import type { CommandAnswer } from '../../shared/contracts/commands/staff-command.ts';
import { ReanError } from '../../shared/errors.ts';
import { learnerIdSchema } from '../../shared/ids.ts';
import type { GroupId, LearnerId } from '../../shared/ids.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { openHandover } from '../../sync/identity/handover.ts';
import type { Hub } from '../hub.ts';
import { disableLearner, importLearners } from './learners.ts';
import { createGroup } from './people.ts';

let lab: HubLab;
let hub: Hub;
let officer: CommandSigner;
let men: GroupId;

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'supervisor'], learners: 1 });
  hub = await lab.open();
  officer = await appointSigner(hub, { role: 'officer' });
  men = await createGroup(hub.parts.office, { name: { km: 'ក' }, symbol: 'boat' });
}, 60_000);

const supervisor = () => lab.station(1);
const first = (learners: readonly LearnerId[], over: object = {}) => ({
  type: 'sign-in.first',
  input: { learners, form: 'pictures', taken: [], anew: false, ...over },
  as: supervisor(),
  by: [officer],
});
function outputIn(answer: CommandAnswer) {
  if (answer.result !== 'done') throw new Error(answer.code);
  return learnerCommands['sign-in.first'].output.parse(answer.output);
}
const entries = () => hub.parts.office.factsAfter(0, ['sign-in.reset']);

/** Learners of a list, whom nothing lets in. */
async function imported(count: number): Promise<readonly LearnerId[]> {
  const name = { km: 'សុខ' };
  const details = { name, sex: 'male', birthYear: 1990, group: men, language: 'km' } as const;
  const added = Array.from({ length: count }, () => ({ ...details, twin: true }));
  const asked = { asker: { by: 'console' }, misfitKnown: false, year: 2026 } as const;
  const made = await importLearners(hub.parts.office, { added, changed: [] }, asked);
  return made.added.map(({ learner }) => learner);
}

async function heldOf(learner: LearnerId | undefined) {
  const { keyring } = await hub.parts.office.readKeyring();
  const held = keyring.learners.find((each) => each.learner === learner);
  if (held === undefined) throw new Error('no keys');
  return held;
}

async function opens(learner: LearnerId, number: string): Promise<boolean> {
  const { handover } = await heldOf(learner);
  const { pepper } = hub.parts.registry.keyring;
  if (handover === undefined) return false;
  const parts = { learner, number, pepper };
  return (await openHandover(handover, parts, handover.verifier)) !== null;
}

describe('[SGN13] first sign-ins of a group', () => {
  it('are told as numbers that differ, each of which opens its own, with an entry for each', async () => {
    const [one, two, three] = await imported(3);
    if (!one || !two || !three) throw new Error('not three');
    expect(await heldOf(one)).toMatchObject({ verifier: { empty: true } });
    const before = (await entries()).length;
    const answer = await carryOut(hub, first([one, two, one]));
    const { given, left } = outputIn(answer);
    expect(left).toEqual([]);
    expect(given.map(({ learner }) => learner)).toEqual([one, two]);
    expect(new Set(given.map(({ number }) => number)).size).toBe(2);
    for (const { learner, number } of given) expect(await opens(learner, number)).toBe(true);
    expect((await heldOf(one)).verifier.empty).toBeUndefined();
    expect(await heldOf(three)).toMatchObject({ verifier: { empty: true } });
    const facts = (await entries()).slice(before);
    expect(facts.map(({ payload }) => payload.grounds)).toEqual(
      [one, two].map((learner) => ({ learner, reason: 'first', who: null, second: null })),
    );
  });

  it('leave alone who signs in already, has a number, was shut out or is not here', async () => {
    const [one, two] = await imported(2);
    if (!one || !two) throw new Error('not two');
    await carryOut(hub, first([one]));
    const given = await heldOf(one);
    await disableLearner(
      hub.parts.office,
      { learner: two, disabled: true },
      { asker: { by: 'console' } },
    );
    const known = await heldOf(lab.learner());
    const nobody = learnerIdSchema.parse('ln-zzzzzzzzzzzz');
    const all = [one, two, lab.learner(), nobody];
    expect(outputIn(await carryOut(hub, first(all)))).toEqual({ given: [], left: all });
    expect(await heldOf(lab.learner())).toEqual(known);
    expect(await heldOf(one)).toEqual(given);
    const again = outputIn(await carryOut(hub, first(all, { anew: true })));
    expect(again.left).toEqual([two, lab.learner(), nobody]);
    expect((await heldOf(one)).handover?.id).not.toBe(given.handover?.id);
  });

  it('[PRM1] are an officer’s to give, within their scopes', async () => {
    const [one] = await imported(1);
    if (!one) throw new Error('nobody');
    const manager = await appointSigner(hub, { role: 'site-manager' });
    const ofWomen = await appointSigner(hub, { role: 'officer', scopes: ['women'] });
    for (const by of [manager, ofWomen]) {
      const refused = await carryOut(hub, { ...first([one]), by: [by] });
      expect(refused).toMatchObject({ code: 'permission.denied' });
    }
  });

  it('[CMD3] whose keyring could not be written are given when the command comes again', async () => {
    const [one] = await imported(1);
    if (!one) throw new Error('nobody');
    const signed = await signedCommand(hub, first([one]));
    vi.spyOn(hub.parts.vault, 'write').mockRejectedValueOnce(new ReanError('store.full'));
    const failed = await ask(hub, { path: '/v1/command', body: signed, as: supervisor() });
    expect(failed.statusCode).toBeGreaterThanOrEqual(500);
    const count = (await entries()).length;
    const { given } = outputIn(await command(hub, supervisor(), signed));
    expect(await opens(one, given[0]?.number ?? '')).toBe(true);
    expect(await entries()).toHaveLength(count);
  });

  it('[CMD3] that were given, with the answer lost, stay as they are until others are asked for', async () => {
    const [one] = await imported(1);
    if (!one) throw new Error('nobody');
    const signed = await signedCommand(hub, first([one]));
    await command(hub, supervisor(), signed);
    const given = await heldOf(one);
    await hub.close();
    hub = await lab.open();
    const again = await signedCommand(hub, { ...first([one]), id: signed.id });
    expect(outputIn(await command(hub, supervisor(), again))).toEqual({ given: [], left: [one] });
    expect(await heldOf(one)).toEqual(given);
  });
});
