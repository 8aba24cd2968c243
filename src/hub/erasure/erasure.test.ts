import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { payloads } from '../../../tests/factories/events.ts';
import { HubLab, ask, contiguousSeq, push } from '../../../tests/factories/hub-lab.ts';
import type { TestStore } from '../../../tests/factories/test-store.ts';
import { ReanError } from '../../shared/errors.ts';
import { courseIdSchema, learnerIdSchema } from '../../shared/ids.ts';
import type { Hub } from '../hub.ts';
import { enrolInCourses } from '../office/people.ts';
import { siteFiles } from '../site/site-files.ts';
import { readRequired } from '../site/site-vault.ts';
import { dueRecords, isOver } from './due-records.ts';
import { eraseLearner } from './erase-learner.ts';
import { erasedRecords } from './erased-records.ts';
import { holdRecord, isOnHold } from './hold-record.ts';

const nobodyHere = learnerIdSchema.parse('ln-zzzzzzzzzzzz');
const acting = { by: 'console', who: 'Sok', second: { name: 'Chan' } } as const;

let lab: HubLab;
let hub: Hub;
let store: TestStore;

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'kiosk'], learners: 2 });
  hub = await lab.open();
  store = lab.store();
  await enrolInCourses(hub.parts.office, lab.learner(), [courseIdSchema.parse('org.rean.basic')]);
  await push(hub, lab.station(), [
    store.record(payloads.opened(), lab.learner()),
    store.record(payloads.attempt('a', 'right'), lab.learner()),
    store.record(payloads.attempt('a', 'right'), lab.learner(1)),
  ]);
  await hub.settled();
});
afterEach(() => hub.close());

const erase = () => eraseLearner(hub.parts, lab.learner(), 'asked', acting);
const stateOf = (which = 0) => hub.parts.databases.state.get(`learner:${lab.learner(which)}`);

async function heldKeys() {
  const { keyring } = await readRequired(lab.vault, siteFiles.keyring);
  return keyring.learners.map(({ learner }) => learner);
}

async function reopen(): Promise<void> {
  lab.cutPower();
  await hub.close();
  hub = await lab.open();
  await hub.settled();
}

/** What is left of the two learners. */
async function left() {
  await hub.settled();
  const documents = (await hub.parts.office.directory.all()).map(({ _id }) => _id);
  return {
    keys: await heldKeys(),
    registered: hub.parts.registry.learners(),
    documents: documents.filter((id) => id.includes(lab.learner())),
    states: [(await stateOf()) !== null, (await stateOf(1)) !== null],
  };
}

const onlyTheOther = () => ({
  keys: [lab.learner(1)],
  registered: [lab.learner(1)],
  documents: [`erased:${lab.learner()}`],
  states: [false, true],
});

describe('[ERA1] [ERA2] an erased learner', () => {
  it('leaves a pseudonym and counts: key, name, enrolments and state are gone', async () => {
    await erase();
    expect(await left()).toEqual(onlyTheOther());
    const [erased] = await erasedRecords(hub.parts);
    expect(erased).toMatchObject({ learner: lab.learner(), counts: { events: 2, attempts: 1 } });
    const [fact] = await hub.parts.office.factsAfter(0, ['learner.erased']);
    const grounds = {
      learner: lab.learner(),
      reason: 'asked',
      who: 'Sok',
      second: { name: 'Chan' },
    };
    expect(fact?.payload.grounds).toEqual(grounds);
  });

  it('stays erased over a restart, a lost index, and whatever is put in for them later', async () => {
    await erase();
    await reopen();
    expect(await left()).toEqual(onlyTheOther());
    await hub.parts.index.write([{ type: 'put', key: 'fold-version', value: 'another' }]);
    await enrolInCourses(hub.parts.office, lab.learner(), [courseIdSchema.parse('org.rean.more')]);
    await reopen();
    expect(await left()).toEqual(onlyTheOther());
  });

  it('is erased whole after a power cut behind any write of it', async () => {
    const { vault } = lab;
    for (const fails of ['secrets/keyring.json', 'keyrings-held.json']) {
      const write: typeof vault.write = async (file, content) => {
        if (file.path === fails) throw new ReanError('store.full');
        await vault.write(file, content);
      };
      lab.vault = { ...vault, write };
      await hub.close();
      hub = await lab.open();
      await erase().catch(() => undefined);
      lab.vault = vault;
      await reopen();
      expect(await left()).toEqual(onlyTheOther());
    }
  });

  it('[ERA7] asked for twice has one entry, and who is not there can’t be erased', async () => {
    await erase();
    const [before] = await erasedRecords(hub.parts);
    await erase();
    expect(await erasedRecords(hub.parts)).toEqual([before]);
    expect(await hub.parts.office.factsAfter(0, ['learner.erased'])).toHaveLength(1);
    const nobody = eraseLearner(hub.parts, nobodyHere, 'asked', acting);
    await expect(nobody).rejects.toMatchObject({ code: 'learner.unknown' });
  });

  it('[ERA7] is finished by asking again, after a failure behind any write of it', async () => {
    const { vault } = lab;
    for (const fails of ['secrets/keyring.json', 'keyrings-held.json']) {
      let times = 0;
      const write: typeof vault.write = async (file, content) => {
        if (file.path === fails && times++ === 0) throw new ReanError('store.full');
        await vault.write(file, content);
      };
      lab.vault = { ...vault, write };
      await hub.close();
      hub = await lab.open();
      const learner = fails === 'keyrings-held.json' ? lab.learner(1) : lab.learner();
      const asked = () => eraseLearner(hub.parts, learner, 'asked', acting);
      await expect(asked()).rejects.toMatchObject({ code: 'store.full' });
      await asked();
      expect(await heldKeys()).not.toContain(learner);
    }
    expect(await hub.parts.office.factsAfter(0, ['learner.erased'])).toHaveLength(2);
  });
});

describe('[ERA3] a station', () => {
  const notice = (keyring: number, station: number) => {
    const { generation } = hub.site;
    const seen = new URLSearchParams({ generation, directory: '0', state: '0', journal: '0' });
    seen.set('keyring', String(keyring));
    return ask(hub, { path: `/v1/notice?${seen}`, as: lab.station(station) });
  };
  const pending = async () => (await erasedRecords(hub.parts))[0]?.pending;

  it('is pending until it says that the keyring on its disk is one without the key', async () => {
    await notice(hub.parts.registry.keyringNumber, 0);
    await erase();
    const number = hub.parts.registry.keyringNumber;
    expect(await pending()).toHaveLength(2);
    await notice(number - 1, 1);
    await notice(number, 0);
    const waiting = [{ station: lab.station(1).station, shutOut: false }];
    expect(await pending()).toEqual(waiting);
    await reopen();
    expect(await pending()).toEqual(waiting);
    await notice(number, 1);
    expect(await pending()).toEqual([]);
  });
});

describe('[ERA4] events of an erased learner', () => {
  it('that come late are held and counted, are on the receipt, and in no quarantine', async () => {
    await erase();
    const late = [
      store.record(payloads.attempt('b', 'right'), lab.learner()),
      store.record(payloads.attempt('b', 'right'), lab.learner(1)),
    ];
    await push(hub, lab.station(), late);
    await hub.settled();
    expect(await contiguousSeq(hub, store)).toBe(5);
    expect(await hub.parts.desk.open()).toBe(0);
    expect((await erasedRecords(hub.parts))[0]?.late).toBe(1);
    expect(await hub.parts.intake.foldedSeq(`${store.station.station}:${store.id}`)).toBe(5);
    expect(await left()).toEqual(onlyTheOther());
  });
});

describe('[ERA6] a legal hold', () => {
  const hold = (stands: boolean) =>
    holdRecord(
      hub.parts.office,
      { learner: lab.learner(), stands, reason: stands ? 'court' : 'ended' },
      { by: 'console', who: 'Sok', second: null },
    );

  it('keeps a record from being erased until it is lifted', async () => {
    await hold(true);
    await reopen();
    await expect(erase()).rejects.toMatchObject({ code: 'record.on-hold' });
    expect(await heldKeys()).toContain(lab.learner());
    await hold(false);
    await erase();
    expect(await left()).toEqual(onlyTheOther());
  });

  it('[ERA7] set or lifted twice makes one entry', async () => {
    const full = new ReanError('store.full');
    const { directory } = hub.parts.office;
    for (const stands of [true, true, false, false]) {
      // The first of two fails between journal and directory: the second finishes it.
      const fails = vi.spyOn(directory, 'apply').mockRejectedValueOnce(full);
      await hold(stands).catch(() => undefined);
      await hold(stands);
      fails.mockRestore();
      expect(await isOnHold(hub.parts.office, lab.learner())).toBe(stands);
    }
    const entries = await hub.parts.office.factsAfter(0, ['hold.set', 'hold.lifted']);
    expect(entries.map(({ entry }) => entry.type)).toEqual(['hold.set', 'hold.lifted']);
  });
});

describe('[ERA5] the retention policy', () => {
  it('proposes who is due by the lab’s days, and erases nobody', async () => {
    const policy = { worked: 24, unused: 6 };
    await hub.parts.office.record({
      type: 'retention.set',
      documents: (hubSeq) => [{ _id: 'retention', type: 'retention', v: 1, hubSeq, policy }],
    });
    store.labDay = '2024-02-29';
    await push(hub, lab.station(), [store.record(payloads.attempt('c', 'right'), lab.learner())]);
    await hub.settled();
    // Whatever the hub's own clock shows ([TTB14]).
    const due = (today: string) => {
      hub.parts.office.day.confirm(today, 600);
      return dueRecords(hub.parts, '2001-01-01');
    };
    expect(await due('2026-02-27')).toEqual([]);
    const sign = { learner: lab.learner(), class: 'worked', since: '2024-02-29', onHold: false };
    // Of the other it is not known when they worked: nothing of theirs is ever due by itself.
    expect(await due('2026-02-28')).toEqual([sign]);
    expect(await heldKeys()).toHaveLength(2);
  });

  it.each([
    ['2024-01-31', 1, '2024-02-28', false],
    ['2024-01-31', 1, '2024-02-29', true],
    ['2023-11-22', 24, '2025-11-21', false],
    ['2023-11-22', 24, '2025-11-22', true],
  ] as const)(
    'counts months of the calendar: %s and %i is over on %s: %s',
    (since, months, today, over) => {
      expect(isOver(since, months, today)).toBe(over);
      expect(isOver(since, null, today)).toBe(false);
    },
  );
});
