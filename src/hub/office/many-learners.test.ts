import { beforeAll, describe, expect, it, vi } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import {
  appointSigner,
  carryOut,
  command,
  signedCommand,
} from '../../../tests/factories/staff-signers.ts';
import { manyJudgedSchema } from '../../shared/contracts/many-learners.ts';
import type { GroupId, LearnerId } from '../../shared/ids.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import type { Hub } from '../hub.ts';
import { importLearners } from './learners.ts';
import { createGroup } from './people.ts';
import { readRoster } from './roster.ts';

let lab: HubLab;
let hub: Hub;
let officer: CommandSigner;
let from: GroupId;
let to: GroupId;

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['supervisor'], learners: 0 });
  hub = await lab.open();
  officer = await appointSigner(hub, { role: 'officer', scopes: ['men'] });
  from = await createGroup(hub.parts.office, { name: { km: 'ក' }, symbol: 'boat' });
  to = await createGroup(hub.parts.office, { name: { km: 'ខ' }, symbol: 'drum' });
}, 60_000);

async function learnersIn(group: GroupId, count: number): Promise<readonly LearnerId[]> {
  const row = { sex: 'male', birthYear: 1990, group, language: 'km', twin: true } as const;
  const added = Array.from({ length: count }, () => ({ ...row, name: { km: 'សុខ' } }));
  const asked = { asker: {}, misfitKnown: true, year: 2026 };
  const made = await importLearners(hub.parts.office, { added, changed: [] }, asked);
  return made.added.map(({ learner }) => learner);
}

const asking = (type: string, input: object, reason: string, by = officer) =>
  carryOut(hub, { type, input, reason, as: lab.station(0), by: [by] });

async function judged(...asked: Parameters<typeof asking>) {
  const answer = await asking(...asked);
  return manyJudgedSchema.parse(answer.result === 'done' ? answer.output : answer);
}

const accounts = async () => (await readRoster(hub.parts.office)).learners;
const entries = () => hub.parts.office.journal.nextHubSeq;

describe('[LST3] many at once, at the hub', () => {
  it('moves 100 in one command, each with a tile of their own there, on record as moved', async () => {
    const there = await learnersIn(to, 20);
    const learners = await learnersIn(from, 100);
    const move = { learners, group: to, misfits: false };
    expect(await judged('learners.move', move, 'other-group')).toEqual({
      done: learners,
      left: [],
    });
    const all = [...(await accounts()).values()].filter(({ group }) => group === to);
    expect(all).toHaveLength(there.length + learners.length);
    const today = hub.parts.office.labDate;
    const moved = all.filter(({ learner }) => learners.includes(learner));
    expect(moved.every(({ joined }) => joined === today)).toBe(true);
    const tiles = all.map(({ tile }) => `${tile.picture} ${tile.colour}`);
    expect(new Set(tiles).size).toBe(all.length);
    const facts = await hub.parts.office.factsAfter(0, ['learner.moved']);
    expect(facts.at(-1)?.payload).toMatchObject({
      by: officer.staff,
      command: { reason: 'other-group' },
    });
    const documents = facts.flatMap(({ payload }) => payload.documents);
    expect(documents).toHaveLength(100);
  });

  it('leaves out who is closed, there already, or does not fit, and says why', async () => {
    const [closed, there, minor, moves] = await learnersIn(from, 4);
    if (!closed || !there || !minor || !moves) throw new Error('four were made');
    await asking('learner.disable', { learner: closed, disabled: true }, 'stops');
    const details = { name: { km: 'សុខ' }, sex: 'male', language: 'km', misfitKnown: true };
    const young = { ...details, birthYear: 2012, group: from, learner: minor };
    await asking('learner.change', young, 'papers');
    const first = { learners: [there], group: to, misfits: false };
    expect((await judged('learners.move', first, 'asked')).done).toEqual([there]);
    const asked = { learners: [closed, there, minor, moves], group: to, misfits: false };
    expect(await judged('learners.move', asked, 'asked')).toEqual({
      done: [moves],
      left: [
        { learner: closed, why: 'closed' },
        { learner: there, why: 'there' },
        { learner: minor, why: 'misfit' },
      ],
    });
    const all = { ...asked, misfits: true };
    expect((await judged('learners.move', all, 'asked')).done).toEqual([minor]);
  });

  it('closes accounts, and again does nothing and enters nothing', async () => {
    const learners = await learnersIn(from, 3);
    expect((await judged('learners.close', { learners }, 'left')).done).toEqual(learners);
    const before = entries();
    const again = await judged('learners.close', { learners }, 'left');
    expect(again).toEqual({
      done: [],
      left: learners.map((learner) => ({ learner, why: 'closed' })),
    });
    expect(entries()).toBe(before);
    const now = await accounts();
    expect(learners.map((learner) => now.get(learner)?.disabled)).toEqual([true, true, true]);
  });

  it('[CMD3] sent twice is done once, and answered the same', async () => {
    const learners = await learnersIn(from, 2);
    const input = { learners, group: to, misfits: false };
    const asked = {
      type: 'learners.move',
      input,
      reason: 'asked',
      as: lab.station(0),
      by: [officer],
    };
    const signed = await signedCommand(hub, asked);
    const first = await command(hub, lab.station(0), signed);
    const before = entries();
    expect(await command(hub, lab.station(0), signed)).toEqual(first);
    expect(entries()).toBe(before);
  });

  it('[PRM1] [CMD7] is nobody’s but an officer’s of that scope, and asks for a reason of the list', async () => {
    const learners = await learnersIn(from, 1);
    const move = { learners, group: to, misfits: false };
    const others = [
      await appointSigner(hub, { role: 'officer', scopes: ['women'] }),
      await appointSigner(hub, { role: 'site-manager' }),
      await appointSigner(hub, { role: 'instructor', groups: [from, to] }),
    ];
    for (const by of others) {
      for (const [type, input, reason] of [
        ['learners.move', move, 'asked'],
        ['learners.close', { learners }, 'left'],
      ] as const) {
        expect(await asking(type, input, reason, by)).toMatchObject({ code: 'permission.denied' });
      }
    }
    expect(await asking('learners.move', move, 'ពាក្យ')).toMatchObject({ code: 'shape.invalid' });
    const women = await createGroup(hub.parts.office, {
      name: { km: 'គ' },
      symbol: 'lotus',
      scope: 'women',
    });
    const out = { ...move, group: women, misfits: true };
    expect(await asking('learners.move', out, 'asked')).toMatchObject({
      code: 'permission.denied',
    });
  });

  it('puts into courses only who is not in them, so that the same again enters nothing', async () => {
    const learners = await learnersIn(from, 2);
    const enrol = (who: readonly LearnerId[], active = true) =>
      carryOut(hub, {
        type: 'course.enrol',
        input: { learners: who, courses: ['org.rean.numbers'], active },
        as: lab.station(0),
        by: [officer],
      });
    await enrol(learners.slice(0, 1));
    await enrol(learners);
    const facts = await hub.parts.office.factsAfter(0, ['course.enrolled']);
    expect(facts.map(({ payload }) => payload.documents.length)).toEqual([1, 1]);
    const before = entries();
    await enrol(learners);
    expect(entries()).toBe(before);
    await enrol(learners, false);
    expect(entries()).toBe(before + 1);
  });

  it('is completed by the same again where the power went out between its entries', async () => {
    const learners = await learnersIn(from, 100);
    const move = { learners, group: to, misfits: false };
    const { journal } = hub.parts.office;
    const append = journal.append.bind(journal);
    vi.spyOn(journal, 'append').mockImplementationOnce(async (...entry) => {
      await append(...entry);
      lab.cutPower();
    });
    await asking('learners.move', move, 'other-group');
    hub = await lab.open();
    const moved = [...(await accounts()).values()].filter(({ group }) => group === to);
    const some = learners.filter((each) => moved.some(({ learner }) => learner === each));
    expect(some.length).toBeGreaterThan(0);
    expect(some.length).toBeLessThan(100);
    const rest = await judged('learners.move', move, 'other-group');
    expect(rest.done).toHaveLength(100 - some.length);
    expect(rest.left.map(({ learner, why }) => [learner, why])).toEqual(
      some.map((learner) => [learner, 'there']),
    );
    const all = [...(await accounts()).values()];
    expect(all.filter(({ group }) => group === to).length).toBe(moved.length + rest.done.length);
  });
});
