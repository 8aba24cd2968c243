import { beforeAll, describe, expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { isCardNumber } from '../../domain/card-number.ts';
import type {
  DirectoryDocument,
  LearnerAccount,
} from '../../shared/contracts/documents/directory.ts';
import { courseIdSchema, groupIdSchema } from '../../shared/ids.ts';
import { verifierCost } from '../../shared/contracts/keyring.ts';
import type { GroupId, LearnerId } from '../../shared/ids.ts';
import { isReturnable } from '../journal/journal-chain.ts';
import { freshIds } from '../site/fresh-ids.ts';
import { mostImported } from '../../shared/contracts/commands/learner-commands.ts';
import type { Hub } from '../hub.ts';
import { appointTutor, changeGroup, endTutor, enrolMany } from './groups.ts';
import type { RowDetails } from '../../domain/learner-import/row-details.ts';
import { changeLearner, disableLearner, importLearners } from './learners.ts';
import type { LearnerAsker } from './learners.ts';
import { createGroup } from './people.ts';
import { readRoster } from './roster.ts';
import type { SiteOffice } from './site-office.ts';
import type { OfficeChange } from './office-change.ts';

let hub: Hub;
let office: SiteOffice;
let men: GroupId;
let otherMen: GroupId;
let women: GroupId;

const console_ = { asker: { by: 'console' }, year: 2026 } as const;
const asked: LearnerAsker = { ...console_, misfitKnown: false };
const known: LearnerAsker = { ...console_, misfitKnown: true };

async function addLearners(of: SiteOffice, rows: readonly RowDetails[], by: LearnerAsker) {
  const added = rows.map((row) => ({ ...row, twin: true }));
  return (await importLearners(of, { added, changed: [] }, by)).added.map(({ learner }) => learner);
}

beforeAll(async () => {
  const lab = await HubLab.make({ learners: 0 });
  hub = await lab.open();
  office = hub.parts.office;
  men = await createGroup(office, { name: { km: 'ក' }, symbol: 'boat' });
  otherMen = await createGroup(office, { name: { km: 'ខ' }, symbol: 'drum' });
  women = await createGroup(office, { name: { km: 'គ' }, symbol: 'lotus', scope: 'women' });
});

const details = (over: Partial<RowDetails> = {}): RowDetails => ({
  name: { km: 'សុខ', en: 'Sok' },
  sex: 'male',
  birthYear: 1990,
  group: men,
  language: 'km',
  ...over,
});

const account = async (learner: LearnerId | undefined): Promise<LearnerAccount | undefined> =>
  learner && (await readRoster(office)).learners.get(learner);
const entries = async () => office.journal.nextHubSeq;
const look = ({ tile }: LearnerAccount) => `${tile.picture} ${tile.colour}`;

describe('learners added by an officer', () => {
  it('[TIL2] [ACC3] get tiles and card numbers of their own, in one entry of the journal', async () => {
    const before = await entries();
    const ids = await addLearners(
      office,
      Array.from({ length: 40 }, () => details()),
      asked,
    );
    expect(await entries()).toBe(before + 1);
    const { learners } = await readRoster(office);
    const made = ids.flatMap((id) => learners.get(id) ?? []);
    expect(new Set(made.map(look)).size).toBe(40);
    expect(new Set(made.map(({ card }) => card)).size).toBe(40);
    expect(made.every(({ card }) => card !== null && isCardNumber(card))).toBe(true);
    expect(made[0]).toMatchObject({ ...details(), disabled: false });
  });

  it('[ACC5] are not put among others than their own unless somebody says that they know', async () => {
    const before = await entries();
    const woman = details({ sex: 'female' });
    const refused = { code: 'group.other-scope', facts: { misfit: 'woman-among-men' } };
    await expect(addLearners(office, [details(), woman], asked)).rejects.toMatchObject(refused);
    expect(await entries()).toBe(before);
    const [added] = await addLearners(office, [woman], known);
    expect(await account(added)).toMatchObject({ sex: 'female', group: men });
  });

  it('[TIL2] are not more than there are tiles', async () => {
    const full = await createGroup(office, { name: { km: 'ពេញ' }, symbol: 'bus' });
    const many = Array.from({ length: 600 }, () => details({ group: full }));
    await expect(addLearners(office, many, asked)).rejects.toMatchObject({ code: 'group.full' });
  });
});

describe('[IMP3] a list of learners', () => {
  it('brought twice changes nothing the second time; what it changes is changed once', async () => {
    const list = ['ទី១', 'ទី២', 'ទី៣'].map((km) => ({ ...details({ name: { km } }), twin: false }));
    const first = await importLearners(office, { added: list, changed: [] }, asked);
    expect(first).toMatchObject({ added: list.map(({ name }) => ({ name })), same: 0 });
    const { keyring } = await office.readKeyring();
    // [IDN2]: also what nothing opens yet costs what a new one does.
    expect(keyring.learners.at(-1)?.verifier).toMatchObject(verifierCost);
    const before = await entries();
    const again = await importLearners(office, { added: list, changed: [] }, asked);
    expect(again).toEqual({ added: [], changed: [], same: 3 });
    expect(await entries()).toBe(before);
    const [one] = first.added;
    if (!one) throw new Error('nobody was added');
    const changed = [{ ...details({ name: one.name, group: otherMen }), learner: one.learner }];
    const moved = await importLearners(office, { added: list.slice(1), changed }, asked);
    expect(moved).toMatchObject({ added: [], changed: [{ group: otherMen }], same: 2 });
    expect(await importLearners(office, { added: [], changed }, asked)).toMatchObject({ same: 1 });
  });

  it('adds a second person of whom the same is said only where that is meant', async () => {
    const row = details({ name: { km: 'ភ្លោះ' } });
    const add = (twin: boolean) =>
      importLearners(office, { added: [{ ...row, twin }], changed: [] }, asked);
    expect((await add(false)).added).toHaveLength(1);
    expect((await add(false)).added).toHaveLength(0);
    expect((await add(true)).added).toHaveLength(1);
  });
});

describe('[REC2] what is done to many', () => {
  const longName = { km: 'ស'.repeat(100), en: 'ស'.repeat(100) };

  it('can be brought back after a restore: the longest list', async () => {
    const row = { ...details({ name: longName }), twin: true };
    const added = Array.from({ length: mostImported }, () => row);
    const { added: first } = await importLearners(office, { added, changed: [] }, asked);
    const changed = first.map(({ learner }) => ({ ...row, birthYear: 1991, learner }));
    const before = (await entries()) - 1;
    await importLearners(office, { added, changed }, asked);
    const made = await office.factsAfter(before, null);
    const documents = made.flatMap(({ payload }) => payload.documents.map(({ _id }) => _id));
    expect(new Set(documents).size).toBe(2 * mostImported);
    expect(made.every(({ entry, payload }) => isReturnable(entry, payload))).toBe(true);
    const sizes = made.map(({ entry }) => JSON.stringify(entry).length);
    expect(Math.max(...sizes)).toBeLessThan(36 * 1024);
  });

  it('is written in parts: 500 learners enrolled in 20 courses', async () => {
    const learners = Array.from({ length: 500 }, () => freshIds.learner(office.random));
    const courses = Array.from({ length: 20 }, (_, at) =>
      courseIdSchema.parse(`org.rean.course-${at}`),
    );
    const parts: (readonly DirectoryDocument[])[] = [];
    const record = async (change: OfficeChange) => {
      parts.push(await change.documents(999_999));
    };
    const alone: SiteOffice['alone'] = (work) =>
      work({ record, changeKeyring: (change) => office.changeKeyring(change) });
    await enrolMany(
      { alone, directory: office.directory },
      { learners, courses, active: true },
      asked.asker,
    );
    expect(new Set(parts.flat().map(({ _id }) => _id)).size).toBe(10_000);
    const sizes = parts.map((part) => JSON.stringify(part).length);
    expect(Math.max(...sizes)).toBeLessThan(25 * 1024);
    expect(parts.length).toBeLessThan(100);
  });
});

describe('two who change learners in one moment', () => {
  const rows = (km: string, count: number) =>
    Array.from({ length: count }, (_, at) => details({ name: { km: `${km}${'ក'.repeat(at)}` } }));
  const list = (km: string) => rows(km, 4).map((row) => ({ ...row, twin: false }));

  it('[IMP3] bring the same list in once', async () => {
    const twice = await Promise.all(
      [1, 2].map(() => importLearners(office, { added: list('ឌ'), changed: [] }, asked)),
    );
    expect(twice.map(({ added }) => added.length).toSorted()).toEqual([0, 4]);
    const held = (await office.readKeyring()).keyring.learners.map(({ learner }) => learner);
    const { learners } = await readRoster(office);
    expect(held.filter((learner) => !learners.has(learner))).toEqual([]);
  });

  it('[TIL2] [ACC3] give nobody a tile or a card number of somebody’s', async () => {
    const both = await Promise.all(
      ['ត', 'ថ'].map((km) => importLearners(office, { added: list(km), changed: [] }, asked)),
    );
    const made = both.flatMap(({ added }) => added);
    expect(new Set(made.map(look)).size).toBe(8);
    expect(new Set(made.map(({ card }) => card)).size).toBe(8);
  });

  it('[ACC4] take nothing back that the other did', async () => {
    const [learner] = await addLearners(office, [details()], asked);
    if (learner === undefined) throw new Error('nobody');
    await Promise.all([
      disableLearner(office, { learner, disabled: true }, asked),
      changeLearner(office, { ...details({ birthYear: 1971 }), learner }, asked),
      changeLearner(office, { ...details({ birthYear: 1972, group: otherMen }), learner }, asked),
    ]);
    expect(await account(learner)).toMatchObject({
      disabled: true,
      birthYear: 1972,
      group: otherMen,
    });
  });
});

describe('a learner’s account', () => {
  it('is changed, with the tile and number it has', async () => {
    const [id] = await addLearners(office, [details()], asked);
    const before = await account(id);
    if (!id) throw new Error('nobody was added');
    const changed = details({ name: { km: 'សុខា' }, birthYear: null });
    await changeLearner(office, { ...changed, learner: id }, asked);
    expect(await account(id)).toEqual({ ...before, name: { km: 'សុខា' }, birthYear: null });
    const misfit = changeLearner(office, { ...changed, sex: 'female', learner: id }, asked);
    await expect(misfit).rejects.toMatchObject({ code: 'group.other-scope' });
  });

  it('[TIL2] moves with its tile, or with another where that one is somebody’s', async () => {
    const [here] = await addLearners(office, [details({ group: women, sex: 'female' })], asked);
    const [there] = await addLearners(office, [details({ group: otherMen })], asked);
    if (!here || !there) throw new Error('nobody was added');
    const first = await account(there);
    const woman = { ...details({ sex: 'female' }), learner: here };
    const moved = await changeLearner(office, { ...woman, group: otherMen }, known);
    expect(look(moved) === (first && look(first))).toBe(false);
    expect(await account(here)).toEqual(moved);
    await expect(changeLearner(office, woman, asked)).rejects.toMatchObject({
      code: 'group.other-scope',
    });
  });

  it('is disabled and enabled; who got its tile meanwhile keeps it', async () => {
    const alone = await createGroup(office, { name: { km: 'ឃ' }, symbol: 'key' });
    const [id] = await addLearners(office, [details({ group: alone })], asked);
    const before = await account(id);
    if (!id || !before) throw new Error('nobody was added');
    expect((await disableLearner(office, { learner: id, disabled: true }, asked)).disabled).toBe(
      true,
    );
    const [other] = await addLearners(office, [details()], asked);
    if (!other) throw new Error('nobody was added');
    expect(look(await disableLearner(office, { learner: id, disabled: false }, asked))).toBe(
      look(before),
    );
    const entriesBefore = await entries();
    await disableLearner(office, { learner: id, disabled: false }, asked);
    expect(await entries()).toBe(entriesBefore);
  });

  it('[ACC2] is a peer tutor’s for a period, by number and date', async () => {
    const [id] = await addLearners(office, [details()], asked);
    if (!id) throw new Error('nobody was added');
    const tutor = async () => (await office.directory.all(`tutor:${id}`))[0];
    office.day.confirm('2026-11-22', 600);
    await appointTutor(office, { learner: id, group: men }, asked.asker);
    expect(await tutor()).toMatchObject({ group: men, from: { day: '2026-11-22' }, until: null });
    office.day.confirm('2026-12-01', 600);
    await endTutor(office, id, asked.asker);
    expect(await tutor()).toMatchObject({ until: { day: '2026-12-01' } });
    const entriesBefore = await entries();
    await endTutor(office, id, asked.asker);
    expect(await entries()).toBe(entriesBefore);
  });

  it('[DIR1] ends the tutor’s period that is on when its turn comes', async () => {
    const [id] = await addLearners(office, [details()], asked);
    if (!id) throw new Error('nobody was added');
    await appointTutor(office, { learner: id, group: men }, asked.asker);
    const tutor = async () => (await office.directory.all(`tutor:${id}`))[0];
    const now = await tutor();
    if (now?.type !== 'tutor') throw new Error('no tutor');
    let appoint = () => undefined;
    const gate = new Promise<void>((resolve) => {
      appoint = () => void resolve();
    });
    const group = groupIdSchema.parse('gr-zzzzzzzz');
    const appointed = office.record({
      type: 'tutor.appointed',
      documents: async (hubSeq) => {
        await gate;
        return [{ ...now, hubSeq, group }];
      },
    });
    const ended = endTutor(office, id, asked.asker);
    appoint();
    await Promise.all([appointed, ended]);
    expect(await tutor()).toMatchObject({ group, until: { day: '2026-12-01' } });
  });

  it('is enrolled in courses with others, and a group is changed, in one entry each', async () => {
    const ids = await addLearners(office, [details(), details()], asked);
    const courses = [courseIdSchema.parse('org.rean.numbers')];
    const before = await entries();
    await enrolMany(office, { learners: ids, courses, active: true }, asked.asker);
    await changeGroup(office, men, { name: { km: 'ក ២' }, scope: 'minors' }, asked.asker);
    expect(await entries()).toBe(before + 2);
    expect((await readRoster(office)).groups.get(men)).toMatchObject({
      name: { km: 'ក ២' },
      symbol: 'boat',
      scope: 'minors',
    });
  });
});
