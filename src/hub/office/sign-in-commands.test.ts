import { beforeAll, describe, expect, it, vi } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, ask, push } from '../../../tests/factories/hub-lab.ts';
import {
  appointSigner,
  carryOut,
  command,
  signedCommand,
} from '../../../tests/factories/staff-signers.ts';
import { learnerCommands } from '../../shared/contracts/commands/learner-commands.ts';
import type { LearnerKeys } from '../../shared/contracts/keyring.ts';
import { ReanError } from '../../shared/errors.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { openHandover } from '../../sync/identity/handover.ts';
import { verifySecret } from '../../sync/identity/verifier.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;
let officer: CommandSigner;

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'supervisor'], learners: 2 });
  hub = await lab.open();
  officer = await appointSigner(hub, { role: 'officer' });
}, 60_000);

const supervisor = () => lab.station(1);
const resetting = (learner: LearnerId, form = 'pictures') => ({
  type: 'sign-in.reset',
  input: { learner, form, reason: 'forgotten' },
  as: supervisor(),
  by: [officer],
});
const numberIn = (answer: { readonly output?: unknown }) =>
  learnerCommands['sign-in.reset'].output.parse(answer.output).number;
const resets = () => hub.parts.office.factsAfter(0, ['sign-in.reset']);

async function heldOf(learner: LearnerId): Promise<LearnerKeys> {
  const { keyring } = await hub.parts.office.readKeyring();
  const held = keyring.learners.find((each) => each.learner === learner);
  if (held === undefined) throw new Error('no keys');
  return held;
}

/** What lies behind the number, as a kiosk opens it. */
async function behind(learner: LearnerId, number: string) {
  const { handover } = await heldOf(learner);
  const { pepper } = hub.parts.registry.keyring;
  return handover ? openHandover(handover, { learner, number, pepper }, handover.verifier) : null;
}

describe('[SGN9] a new sign-in', () => {
  it('is drawn by the hub; the officer is told a number, and the number alone opens it', async () => {
    const before = await heldOf(lab.learner());
    const answer = await carryOut(hub, resetting(lab.learner()));
    if (answer.result !== 'done') throw new Error(answer.code);
    const after = await heldOf(lab.learner());
    expect(after.key).toEqual(before.key);
    expect(after.verifier.number).toBe((before.verifier.number ?? 1) + 1);
    const secret = await behind(lab.learner(), numberIn(answer));
    const { pepper } = hub.parts.registry.keyring;
    expect(secret?.kind).toBe('pictures');
    expect(secret && (await verifySecret(secret, pepper, after.verifier))).toBe(true);
    const fact = (await resets()).at(-1);
    expect(fact?.payload).toMatchObject({
      by: officer.staff,
      grounds: { learner: lab.learner(), reason: 'forgotten' },
      documents: [],
    });
    expect(JSON.stringify(fact?.payload)).not.toContain(numberIn(answer));
  });

  it('[SGN10] is a PIN where that was asked for', async () => {
    const answer = await carryOut(hub, resetting(lab.learner(), 'pin'));
    if (answer.result !== 'done') throw new Error(answer.code);
    expect(await heldOf(lab.learner())).toMatchObject({ form: 'pin' });
    const secret = await behind(lab.learner(), numberIn(answer));
    expect(secret).toMatchObject({ kind: 'pin', digits: expect.stringMatching(/^\d{5}$/) });
  });

  it('[PRM1] is given by officers alone, and to learners there are', async () => {
    const manager = await appointSigner(hub, { role: 'site-manager' });
    const ofWomen = await appointSigner(hub, { role: 'officer', scopes: ['women'] });
    const count = (await resets()).length;
    for (const by of [manager, ofWomen]) {
      const refused = await carryOut(hub, { ...resetting(lab.learner()), by: [by] });
      expect(refused).toMatchObject({ code: 'permission.denied' });
    }
    const nobody = { learner: 'ln-zzzzzzzzzzzz', form: 'pictures', reason: 'first' };
    const unknown = await carryOut(hub, { ...resetting(lab.learner()), input: nobody });
    expect(unknown).toMatchObject({ code: 'learner.unknown' });
    expect(await resets()).toHaveLength(count);
  });

  it('[CMD3] whose keyring could not be written is given when the command comes again, and once', async () => {
    const signed = await signedCommand(hub, resetting(lab.learner()));
    const before = await heldOf(lab.learner());
    const count = (await resets()).length;
    vi.spyOn(hub.parts.vault, 'write').mockRejectedValueOnce(new ReanError('store.full'));
    const failed = await ask(hub, { path: '/v1/command', body: signed, as: supervisor() });
    expect(failed.statusCode).toBeGreaterThanOrEqual(500);
    expect(await heldOf(lab.learner())).toEqual(before);
    const answer = await command(hub, supervisor(), signed);
    if (answer.result !== 'done') throw new Error(answer.code);
    expect(await behind(lab.learner(), numberIn(answer))).not.toBeNull();
    expect(await command(hub, supervisor(), signed)).toEqual(answer);
    expect(await resets()).toHaveLength(count + 1);
  });

  it('[CMD3] is not given again with one entry to show for it, also where the hub forgot its answer', async () => {
    const signed = await signedCommand(hub, resetting(lab.learner()));
    expect(await command(hub, supervisor(), signed)).toMatchObject({ result: 'done' });
    const given = await heldOf(lab.learner());
    await hub.close();
    hub = await lab.open();
    const again = await signedCommand(hub, { ...resetting(lab.learner()), id: signed.id });
    expect(await command(hub, supervisor(), again)).toMatchObject({
      code: 'command.repeated',
      facts: { done: true },
    });
    expect(await heldOf(lab.learner())).toEqual(given);
  });

  it('is taken out of the keyring though another learner’s state can’t be opened', async () => {
    const [damaged, user] = [lab.learner(0), lab.learner(1)];
    for (const learner of [damaged, user]) await carryOut(hub, resetting(learner));
    const { handover = { id: '' } } = await heldOf(user);
    const store = lab.store();
    await push(hub, store.station, [
      store.record(payloads.started(), damaged),
      store.record(payloads.started(), user),
    ]);
    await hub.settled();
    const { state } = hub.parts.databases;
    const get = state.get.bind(state);
    const asked = vi
      .spyOn(state, 'get')
      .mockImplementation((id) => get(id === `learner:${damaged}` ? `learner:${user}` : id));
    const used = store.record({ type: 'sign-in.renewed', handover: handover.id }, user);
    await push(hub, store.station, [store.record(payloads.attempt('a', 'right'), damaged), used]);
    await hub.settled();
    asked.mockRestore();
    expect(await heldOf(user)).not.toHaveProperty('handover');
    expect(await heldOf(damaged)).toHaveProperty('handover');
  });

  it('is taken out of the keyring once its learner has used it, and no other is', async () => {
    await carryOut(hub, resetting(lab.learner()));
    const { handover = { id: '' } } = await heldOf(lab.learner());
    const store = lab.store();
    const stranger = store.record(
      { type: 'sign-in.renewed', handover: '0'.repeat(16) },
      lab.learner(),
    );
    await push(hub, store.station, [stranger]);
    await hub.settled();
    expect(await heldOf(lab.learner())).toHaveProperty('handover');
    const used = store.record({ type: 'sign-in.renewed', handover: handover.id }, lab.learner());
    await push(hub, store.station, [used, store.record(payloads.started(), lab.learner())]);
    await hub.settled();
    expect(await heldOf(lab.learner())).not.toHaveProperty('handover');
  });
});

describe('[CRD1] cards', () => {
  it('are told to officers with what stands on them, and no more; the journal says who had them', async () => {
    const learners = [...lab.learners];
    const cards = { type: 'card.print', input: { learners }, as: supervisor(), by: [officer] };
    const answer = await carryOut(hub, cards);
    if (answer.result !== 'done') throw new Error(answer.code);
    const told = learnerCommands['card.print'].output.parse(answer.output).cards;
    expect(told.map(({ learner }) => learner)).toEqual(learners);
    expect(told[0]?.card).toMatch(/^\d{6}$/);
    const [fact] = (await hub.parts.office.factsAfter(0, ['cards.printed'])).slice(-1);
    expect(fact?.payload).toMatchObject({ by: officer.staff, documents: [], about: learners });
    for (const person of learners) {
      const { rows } = await hub.parts.trail.page({ person, kind: 'cards.printed' }, null);
      expect(rows).toMatchObject([{ by: officer.staff, learners: learners.length }]);
    }
    const unknown = { ...cards, input: { learners: ['ln-zzzzzzzzzzzz'] } };
    expect(await carryOut(hub, unknown)).toMatchObject({ code: 'learner.unknown' });
    const ofWomen = await appointSigner(hub, { role: 'officer', scopes: ['women'] });
    const refused = await carryOut(hub, { ...cards, by: [ofWomen] });
    expect(refused).toMatchObject({ code: 'permission.denied' });
  });
});
