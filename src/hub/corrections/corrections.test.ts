import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { payloads, ids } from '../../../tests/factories/events.ts';
import { HubLab, push } from '../../../tests/factories/hub-lab.ts';
import { appointSigner, carryOut } from '../../../tests/factories/staff-signers.ts';
import type { TestStore } from '../../../tests/factories/test-store.ts';
import { lessonKey } from '../../domain/lesson-progress.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import { recordCommands } from '../../shared/contracts/commands/record-commands.ts';
import type { Correcting } from '../../shared/contracts/correction.ts';
import { stateDocumentSchema } from '../../shared/contracts/documents/state.ts';
import { openLearnerState } from '../../sync/envelope/sealed-documents.ts';
import type { Hub } from '../hub.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { eraseLearner } from '../erasure/erase-learner.ts';

const key = lessonKey(ids.pack, 'first');
const strike: Correcting = {
  kind: 'strike',
  pack: ids.pack,
  lesson: 'first',
  run: 1,
  reason: 'wrong-person',
};

let lab: HubLab;
let hub: Hub;
let store: TestStore;
let officer: CommandSigner;
let manager: CommandSigner;
let instructor: CommandSigner;

// Staff are appointed once: that takes its time. Each test has a learner of its own.
beforeAll(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'supervisor'], learners: 13 });
  hub = await lab.open();
  officer = await appointSigner(hub, { role: 'officer' });
  manager = await appointSigner(hub, { role: 'site-manager' });
  instructor = await appointSigner(hub, { role: 'instructor' });
}, 60_000);
afterAll(() => hub.close());

let tests = -1;
const learner = () => lab.learner(tests);

beforeEach(async () => {
  tests += 1;
  store = lab.store();
  await bring([payloads.opened(), payloads.attempt('a', 'right'), payloads.completed()]);
});

async function bring(of: readonly Parameters<TestStore['record']>[0][], lamport?: number) {
  const events = of.map((payload) => store.record(payload, learner(), lamport));
  await push(hub, lab.station(), events);
  await hub.settled();
}

async function correct(what: Correcting, by: readonly CommandSigner[] = [officer, manager]) {
  const input = { learner: learner(), what };
  const as = lab.station(1);
  const answer = await carryOut(hub, { type: 'record.correct', input, as, by });
  await hub.settled();
  return answer;
}

async function state() {
  const { _rev, ...held } = {
    ...(await hub.parts.databases.state.get(`learner:${learner()}`)),
  };
  return openLearnerState(stateDocumentSchema.parse(held), lab.key(learner()));
}

const lessonNow = async () => (await state()).lessons[key];

const lamportNow = async () => {
  const held = await hub.parts.databases.state.get(`learner:${learner()}`);
  return held?.['lamport'];
};

async function reopen() {
  lab.cutPower();
  await hub.close();
  hub = await lab.open();
  await hub.settled();
}

describe('[COR1] a correction of a learner’s record', () => {
  it('takes two persons, and points at what it corrects; nothing is deleted', async () => {
    const before = await hub.parts.databases.segments.readers[0]?.info();
    expect(await correct(strike, [officer])).toMatchObject({ code: 'permission.second' });
    expect((await lessonNow())?.completedRuns).toBe(1);
    expect(await correct(strike)).toMatchObject({ result: 'done' });
    expect(await state()).toMatchObject({ lessons: {}, attempts: 0, right: 0 });
    const [held] = hub.parts.corrections.of(learner());
    expect(held).toMatchObject({ what: strike, at: { lamport: 3 }, asked: officer.staff });
    const [fact] = await hub.parts.office.factsAfter(0, ['record.corrected']);
    expect(fact?.payload).toMatchObject({
      by: officer.staff,
      grounds: { learner: learner(), reason: 'wrong-person', second: manager.staff },
    });
    expect(await hub.parts.databases.segments.readers[0]?.info()).toEqual(before);
  });

  it('is refused where there is nothing to correct', async () => {
    expect(await correct({ ...strike, run: 2 })).toMatchObject({ code: 'correction.pointless' });
    const add = { ...strike, kind: 'add', version: '1.0.0', total: 3, reason: 'lost' };
    const what = recordCommands['record.correct'].input.shape.what.parse(
      Object.fromEntries(Object.entries(add).filter(([name]) => name !== 'run')),
    );
    expect(await correct(what)).toMatchObject({ code: 'correction.pointless' });
    await correct(strike);
    expect(await correct(what)).toMatchObject({ result: 'done' });
    expect(await lessonNow()).toMatchObject({ completedRuns: 1, total: 3, items: {} });
  });
});

describe('[COR3] who may see a record', () => {
  const asked = (type: string, by: readonly CommandSigner[]) =>
    carryOut(hub, { type, input: { learner: learner() }, as: lab.station(1), by });

  it('is told what was corrected, by whom, and whether it was taken back', async () => {
    await correct(strike);
    const [held] = hub.parts.corrections.of(learner());
    const told = { id: held?.id, what: strike, asked: officer.staff, confirmed: manager.staff };
    expect(await asked('record.about', [officer])).toMatchObject({
      output: { onHold: false, lessons: [], corrections: [{ ...told, withdrawn: false }] },
    });
    await correct({ kind: 'withdraw', of: held?.id ?? '', reason: 'mistaken' });
    expect(await asked('record.about', [manager])).toMatchObject({
      output: { lessons: [{ run: 1, completedRuns: 1 }], corrections: [{ withdrawn: true }] },
    });
  });

  it('[OWN2] has it printed with the account, days and time; an instructor may not', async () => {
    expect(await asked('record.print', [instructor])).toMatchObject({ code: 'permission.denied' });
    expect(await asked('record.print', [officer])).toMatchObject({
      output: { attempts: 1, right: 1, lessons: [{ completedRuns: 1 }], corrections: [] },
    });
  });

  it('[OWN2] has pieces printed too, with what they say of themselves', async () => {
    const piece = { sitting: ids.sitting, pack: ids.pack, version: ids.version, piece: 'game' };
    const told = { score: 0.5, passed: null, completed: true, activeMs: 0 };
    await bring([
      { type: 'piece.opened', ...piece },
      { type: 'piece.reported', ...piece, ...told },
    ]);
    expect(await asked('record.print', [officer])).toMatchObject({
      output: { pieces: [{ pack: ids.pack, piece: 'game', completed: true, best: 0.5 }] },
    });
  });

  it('[ERA8] says how long records are kept, as a site manager', async () => {
    const input = { policy: { worked: 24, unused: null } };
    const set = (by: readonly CommandSigner[]) =>
      carryOut(hub, { type: 'retention.set', input, as: lab.station(1), by });
    expect(await set([officer])).toMatchObject({ code: 'permission.denied' });
    expect(await set([manager])).toMatchObject({ result: 'done' });
    const state = { type: 'record.state', input: {}, as: lab.station(1), by: [manager] };
    expect(await carryOut(hub, state)).toMatchObject({ output: { policy: input.policy } });
    expect((await verifyAudit(hub.parts, [])).fault).toBeNull();
  });
});

describe('[COR2] corrections', () => {
  it('strike a run once, until more is recorded of it', async () => {
    await correct(strike);
    expect(await correct(strike)).toMatchObject({ code: 'correction.pointless' });
    expect(hub.parts.corrections.of(learner())).toHaveLength(1);
  });

  it('hold over restarts, a lost index, and events that come late', async () => {
    await correct(strike);
    await reopen();
    expect((await state()).attempts).toBe(0);
    await bring([payloads.attempt('b', 'right')], 2);
    expect((await state()).attempts).toBe(0);
    await bring([payloads.opened(), payloads.attempt('b', 'right')], 50);
    expect((await state()).attempts).toBe(1);
    const keys = (await hub.parts.index.range({ prefix: '' })).map(([each]) => each);
    await hub.parts.index.write(keys.map((each) => ({ type: 'del', key: each })));
    await reopen();
    expect(await state()).toMatchObject({ attempts: 1, lessons: { [key]: { completedRuns: 0 } } });
  });

  it('can be withdrawn once, by two persons again', async () => {
    expect(await lamportNow()).toBe(3);
    await correct(strike);
    // Stations count on from it ([EVT3]): what nobody sees any more was there all the same.
    expect(await lamportNow()).toBe(3);
    const [held] = hub.parts.corrections.of(learner());
    const withdraw: Correcting = { kind: 'withdraw', of: held?.id ?? '', reason: 'mistaken' };
    expect(await correct(withdraw)).toMatchObject({ result: 'done' });
    expect(await state()).toMatchObject({ attempts: 1, lessons: { [key]: { completedRuns: 1 } } });
    expect(await correct(withdraw)).toMatchObject({ code: 'correction.pointless' });
    expect(hub.parts.corrections.of(learner())).toHaveLength(2);
  });

  it('[ERA1] go with the learner', async () => {
    await correct(strike);
    const acting = { by: 'console', who: 'សុខ', second: { name: 'ចាន់' } } as const;
    await eraseLearner(hub.parts, learner(), 'asked', acting);
    expect(await hub.parts.office.directory.all(`correction:${learner()}`)).toEqual([]);
  });
});

describe('[PRM4] erasing and holding by staff', () => {
  const command = (type: 'record.erase' | 'record.hold', by: readonly CommandSigner[]) => {
    const reason = type === 'record.hold' ? 'court' : 'asked';
    const input = { learner: learner(), reason };
    return carryOut(hub, { type, input, as: lab.station(1), by });
  };

  it('takes two for the one, a site manager for the other, and is refused to all else', async () => {
    expect(await command('record.hold', [officer])).toMatchObject({ code: 'permission.denied' });
    expect(await command('record.hold', [manager])).toMatchObject({ result: 'done' });
    expect(await command('record.erase', [officer])).toMatchObject({ code: 'permission.second' });
    const both = [officer, manager];
    expect(await command('record.erase', both)).toMatchObject({ code: 'record.on-hold' });
    const release = { learner: learner(), reason: 'ended' };
    const as = lab.station(1);
    await carryOut(hub, { type: 'record.release', input: release, as, by: [manager] });
    expect(await command('record.erase', both)).toMatchObject({
      result: 'done',
      output: { learner: learner(), counts: { events: 3 }, late: 0 },
    });
  });

  it('[AUD3] leaves signatures that a check of the trail finds right, and misses where they are not', async () => {
    const { office } = hub.parts;
    await correct(strike);
    expect(await verifyAudit(hub.parts, [])).toMatchObject({ fault: null });
    const [fact] = (await office.factsAfter(0, ['record.corrected'])).slice(-1);
    const command = fact?.payload.command;
    if (!command) throw new Error('no evidence');
    const forged = { ...command, reason: 'in another’s name' };
    const { by } = fact.payload;
    await office.record({ type: 'keys.recovered', by, command: forged, documents: () => [] });
    expect(await verifyAudit(hub.parts, [])).toMatchObject({ fault: { why: 'staff' } });
  });

  it('[AUD1] lets site managers alone read the trail', async () => {
    const input = { filter: { kind: 'staff' }, after: null };
    const read = (by: CommandSigner) =>
      carryOut(hub, { type: 'audit.read', input, as: lab.station(1), by: [by] });
    expect(await read(officer)).toMatchObject({ code: 'permission.denied' });
    expect(await read(manager)).toMatchObject({
      result: 'done',
      output: { rows: Array.from({ length: 3 }, () => ({ kind: 'staff.appointed' })) },
    });
  });
});
