import { beforeAll, describe, expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { appointSigner, carryOut } from '../../../tests/factories/staff-signers.ts';
import { commandMap, knownCommandSchema } from '../../shared/contracts/commands/command-map.ts';
import type { CommandContract } from '../../shared/contracts/commands/command-map.ts';
import { learnerCommands } from '../../shared/contracts/commands/learner-commands.ts';
import { drawings } from '../../shared/contracts/drawings.ts';
import type { GroupId } from '../../shared/ids.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { openHandover } from '../../sync/identity/handover.ts';
import { verifySecret } from '../../sync/identity/verifier.ts';
import type { Hub } from '../hub.ts';
import { createGroup } from './people.ts';
import { readRoster } from './roster.ts';

let lab: HubLab;
let hub: Hub;
let ofMen: CommandSigner;
let ofWomen: CommandSigner;
let manager: CommandSigner;
let men: GroupId;

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['supervisor'], learners: 0 });
  hub = await lab.open();
  ofMen = await appointSigner(hub, { role: 'officer', scopes: ['men'] });
  ofWomen = await appointSigner(hub, { role: 'officer', scopes: ['women'] });
  manager = await appointSigner(hub, { role: 'site-manager' });
  men = await createGroup(hub.parts.office, { name: { km: 'ក' }, symbol: 'boat' });
}, 60_000);

/** The first of the reasons that may be given for it; none where there is no list. */
function usualReason(type: string): string | null {
  const contract: CommandContract = commandMap[knownCommandSchema.parse(type)];
  return contract.reasons?.[0] ?? null;
}

async function asking(
  by: CommandSigner,
  type: string,
  input: object,
  reason: string | null = usualReason(type),
) {
  const answer = await carryOut(hub, { type, input, reason, as: lab.station(0), by: [by] });
  return answer.result === 'done' ? answer.output : answer.code;
}

const somebody = () => ({
  name: { km: 'សុខ' },
  sex: 'male',
  birthYear: 1990,
  group: men,
  language: 'km',
  misfitKnown: false,
});

describe('[ACC4] an officer', () => {
  it('[PPL1] gives nobody a name that no list could bring', async () => {
    for (const km of ['x;=HYPERLINK(A1);y', '=1', 'Sоk', 'ក\u200bខ']) {
      const added = { ...somebody(), name: { km } };
      expect(await asking(ofMen, 'learner.create', added)).toBe('shape.invalid');
    }
  });

  it('adds a learner, and is told the number that opens their first sign-in', async () => {
    const output = await asking(ofMen, 'learner.create', somebody());
    const made = learnerCommands['learner.create'].output.parse(output);
    const { pepper, learners } = (await hub.parts.office.readKeyring()).keyring;
    const held = learners.find(({ learner }) => learner === made.learner);
    const { learner, number } = made;
    const secret =
      held?.handover &&
      (await openHandover(held.handover, { learner, number, pepper }, held.handover.verifier));
    expect(held && secret && (await verifySecret(secret, pepper, held.verifier))).toBe(true);
    const [fact] = await hub.parts.office.factsAfter(0, ['learner.enrolled']);
    expect(fact?.payload).toMatchObject({ by: ofMen.staff, command: { type: 'learner.create' } });
    expect(JSON.stringify(fact?.payload)).not.toContain(number);
  });

  it('[PRM1] does nothing outside of their scopes, and nobody else does it', async () => {
    for (const by of [ofWomen, manager]) {
      expect(await asking(by, 'learner.create', somebody())).toBe('permission.denied');
    }
    const group = { name: { km: 'គ' }, symbol: 'lotus', scope: 'women' };
    expect(await asking(ofMen, 'group.create', group)).toBe('permission.denied');
    const made = await asking(ofWomen, 'group.create', group);
    const { group: women } = learnerCommands['group.create'].output.parse(made);
    const [learner] = (await readRoster(hub.parts.office)).learners.keys();
    const moved = { ...somebody(), learner, group: women, misfitKnown: true };
    expect(await asking(ofMen, 'learner.change', moved)).toBe('permission.denied');
    expect(await asking(ofWomen, 'learner.change', moved)).toBe('permission.denied');
  });

  it('[ACC5] is told of who does not fit the group, and nothing is done', async () => {
    const minor = { ...somebody(), birthYear: new Date().getFullYear() - 15 };
    expect(await asking(ofMen, 'learner.create', minor)).toBe('group.other-scope');
    const known = await asking(ofMen, 'learner.create', { ...minor, misfitKnown: true });
    expect(known).toMatchObject({ card: expect.any(String) });
  });

  it('changes, disables, appoints, enrols and brings in lists', async () => {
    const { misfitKnown, ...row } = somebody();
    const added = [{ ...row, name: { km: 'ថ្មី' }, twin: false }];
    const list = { added, changed: [], misfitKnown };
    const brought = learnerCommands['learner.import'].output.parse(
      await asking(ofMen, 'learner.import', list),
    );
    const [learner] = brought.added;
    const other = { ...row, name: { km: 'ប្តូរ' }, learner };
    const change = { added: [], changed: [other], misfitKnown };
    expect(await asking(ofMen, 'learner.import', change, null)).toBe('shape.invalid');
    // [CMD7]
    expect(await asking(ofMen, 'learner.import', change, 'ពាក្យរបស់ខ្ញុំ')).toBe('shape.invalid');
    expect(await asking(ofMen, 'learner.import', change)).toMatchObject({ changed: 1 });
    expect(await asking(ofMen, 'learner.import', list, null)).toMatchObject({ changed: 0 });
    const tile = { tile: expect.anything() };
    const changed = { ...somebody(), name: { km: 'ផ្សេង' }, learner };
    expect(await asking(ofMen, 'learner.change', changed)).toEqual(tile);
    expect(await asking(ofMen, 'learner.disable', { learner, disabled: true })).toEqual(tile);
    expect(await asking(ofMen, 'tutor.appoint', { learner, group: men })).toEqual({});
    expect(await asking(ofMen, 'tutor.end', { learner })).toEqual({});
    const enrol = { learners: [learner], courses: ['org.rean.numbers'], active: true };
    expect(await asking(ofMen, 'course.enrol', enrol)).toEqual({});
    const unknown = { ...enrol, learners: [learner, 'ln-zzzzzzzzzzzz'] };
    expect(await asking(ofMen, 'course.enrol', unknown)).toBe('learner.unknown');
    expect(await hub.parts.office.directory.all('enrolment:ln-zzzzzzzzzzzz')).toEqual([]);
    const group = { group: men, name: { km: 'ក ២' }, symbol: 'drum', scope: 'men' };
    expect(await asking(ofMen, 'group.change', group)).toEqual({});
    expect(brought).toMatchObject({ changed: 0, same: 0 });
  });

  it('[CMD7] gives a reason out of the list, and words of their own about nobody', async () => {
    const { office } = hub.parts;
    const [learner] = (await readRoster(office)).learners.keys();
    const before = office.journal.nextHubSeq;
    const words = 'ចូលចិត្តឈ្លោះ';
    const deeds: readonly (readonly [string, object])[] = [
      ['learner.create', somebody()],
      ['learner.change', { ...somebody(), learner }],
      ['learner.disable', { learner, disabled: true }],
      ['tutor.appoint', { learner, group: men }],
      ['tutor.end', { learner }],
      ['course.enrol', { learners: [learner], courses: ['org.rean.numbers'], active: true }],
      ['group.change', { group: men, name: { km: 'ក' }, symbol: 'boat', scope: 'men' }],
      ['sign-in.reset', { learner, form: 'pictures', reason: 'forgotten' }],
      ['record.erase', { learner, reason: 'left' }],
      ['card.print', { learners: [learner] }],
    ];
    for (const [type, input] of deeds) {
      for (const reason of [words, 'own-words']) {
        const answer = await asking(ofMen, type, input, reason);
        expect({ type, answer }).toEqual({ type, answer: 'shape.invalid' });
      }
    }
    expect(office.journal.nextHubSeq).toBe(before);
  });

  it('[PPL5] gives no two groups one symbol while there are others', async () => {
    const { office } = hub.parts;
    const group = (symbol: string) => ({ name: { km: 'រូប' }, symbol, scope: 'men' });
    const create = (symbol: string) => asking(ofMen, 'group.create', group(symbol), null);
    const made = learnerCommands['group.create'].output.parse(await create('saw'));
    expect(await create('saw')).toBe('group.symbol-taken');
    const other = learnerCommands['group.create'].output.parse(await create('axe'));
    const change = (symbol: string) =>
      asking(ofMen, 'group.change', { ...group(symbol), group: other.group });
    expect(await change('saw')).toBe('group.symbol-taken');
    expect(await change('axe')).toEqual({});
    for (const symbol of drawings) await createGroup(office, { name: { km: 'គ' }, symbol });
    expect(await create('saw')).toMatchObject({ group: expect.any(String) });
    expect((await readRoster(office)).groups.get(made.group)?.symbol).toBe('saw');
  });
});
