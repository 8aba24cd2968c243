import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HubLab, push } from '../../../tests/factories/hub-lab.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { ManualTimers } from '../../../tests/factories/manual-timers.ts';
import type { TestStore } from '../../../tests/factories/test-store.ts';
import { auditDigestSchema } from '../../shared/contracts/audit.ts';
import { courseIdSchema, learnerIdSchema, staffIdSchema } from '../../shared/ids.ts';
import type { Hub } from '../hub.ts';
import { holdRecord } from '../erasure/hold-record.ts';
import { indexKeys } from '../intake/index-records.ts';
import { labDateAt } from '../lab-day.ts';
import { AuditTrail } from './audit-trail.ts';
import { exportAuditCommand } from './audit-commands.ts';
import { readMonth } from './export-month.ts';
import { recentLockOuts } from './trail-answers.ts';
import { verifyAudit } from './verify-audit.ts';
import { verifyExport } from './verify-files.ts';
import { hubKeysOf } from '../site/hub-keys.ts';

const staff = staffIdSchema.parse('of-aaaaaaaaaaaa');

let lab: HubLab;
let hub: Hub;
let store: TestStore;
let timers: ManualTimers;

beforeEach(async () => {
  lab = await HubLab.make({ stations: ['supervisor', 'kiosk'] });
  timers = new ManualTimers();
  hub = await lab.open({ timers });
  store = lab.store();
  await hub.settled();
});
afterEach(() => hub.close());

const look = (lamport?: number) =>
  store.record(
    { type: 'record.viewed', staff, learner: lab.learner(), part: 'page', reason: 'from-room' },
    null,
    lamport,
  );

async function bring(events: readonly object[], station = 0) {
  await push(hub, lab.station(station), events);
  await hub.settled();
}

async function reopen() {
  lab.cutPower();
  await hub.close();
  hub = await lab.open({ timers });
  await hub.settled();
}

async function noted() {
  const facts = await hub.parts.office.factsAfter(0, ['views.noted']);
  return facts.map(({ payload }) => payload.views?.map(({ event }) => event) ?? []);
}

describe('[AUD2] looks at a record', () => {
  it('are gathered into one entry, in the events’ order, once each whoever brings them', async () => {
    const [late, early, last] = [look(9), look(3), look(12)];
    await bring([late, early]);
    expect(await noted()).toEqual([]);
    await bring([late, early, last], 1);
    timers.elapse(30_000);
    await hub.settled();
    expect(await noted()).toEqual([[early._id, late._id, last._id]]);
    await bring([late, early, last]);
    timers.elapse(30_000);
    await reopen();
    expect(await noted()).toEqual([[early._id, late._id, last._id]]);
  });

  it('and lock-outs of staff are left out where they are a kiosk’s own: no staff sign in there', async () => {
    const kiosk = lab.store(1);
    const learner = lab.learner();
    const viewed = { type: 'record.viewed', staff, learner, part: 'page', reason: null } as const;
    const forged = [
      kiosk.record(viewed, null),
      kiosk.record({ type: 'staff.locked-out', staff }, null),
    ];
    await bring(forged, 1);
    const real = look();
    await bring([real]);
    await reopen();
    expect(await noted()).toEqual([[real._id]]);
    expect((await page({ person: staff })).rows).toHaveLength(1);
  });

  it('that waited when the power went out are noted at the next start, and once', async () => {
    const event = look();
    await bring([event]);
    await reopen();
    expect(await noted()).toEqual([[event._id]]);
    await reopen();
    expect(await noted()).toEqual([[event._id]]);
  });

  it('are noted once though the index was lost', async () => {
    const event = look();
    await bring([event]);
    await reopen();
    const keys = (await hub.parts.index.range({ prefix: '' })).map(([key]) => key);
    await hub.parts.index.write(keys.map((key) => ({ type: 'del', key })));
    await reopen();
    await bring([look()]);
    timers.elapse(30_000);
    await hub.settled();
    const events = (await noted()).flat();
    expect(events).toHaveLength(2);
    expect(events[0]).toBe(event._id);
  });
});

const page = (filter: Parameters<Hub['parts']['trail']['page']>[0], after: string | null = null) =>
  hub.parts.trail.page(filter, after);

describe('[AUD1] the trail', () => {
  it('says who looked at whose record when, and who changed it and why, newest first', async () => {
    await bring([look()]);
    await reopen();
    const { learner } = { learner: lab.learner() };
    const held = { learner, stands: true, reason: 'court' } as const;
    await holdRecord(hub.parts.office, held, { by: staff, who: null, second: null });
    const { rows } = await page({ person: learner });
    expect(rows.map(({ kind }) => kind)).toEqual(['hold.set', 'viewed.page', 'learner.enrolled']);
    expect(rows[1]).toMatchObject({ reason: 'from-room' });
    expect(rows[0]).toMatchObject({ by: staff, reason: 'court', changed: [`hold:${learner}`] });
    const { station } = lab.station();
    expect(rows[1]).toMatchObject({ by: staff, learner, station, clock: { wallMs: 0 } });
    expect((await page({ person: staff })).rows).toHaveLength(2);
    expect((await page({ kind: 'viewed' })).rows).toHaveLength(1);
    expect((await page({ from: '2099-01-01' })).rows).toEqual([]);
  });

  it('is read on from page to page, each line once', async () => {
    const { office } = hub.parts;
    for (let count = 0; count < 60; count += 1) {
      await office.record({ type: 'keys.recovered', documents: () => [] });
    }
    const first = await page({ kind: 'keys.recovered' });
    const second = await page({ kind: 'keys.recovered' }, first.next);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 10, null]);
    const all = [...first.rows, ...second.rows].map(({ hubSeq }) => hubSeq);
    expect(new Set(all).size).toBe(60);
  });
});

describe('[AUD1] [REC2] what came back after a restore', () => {
  const bringBack = async (type: 'views.noted' | 'hold.set') => {
    const { office } = hub.parts;
    const lost = (await office.factsAfter(0, [type])).at(-1);
    if (!lost) throw new Error('no entry');
    const recovered = { from: lab.station().station, entry: lost.entry };
    await office.record({
      type: 'journal.recovered',
      by: 'recovery',
      recovered,
      documents: () => lost.payload.documents,
    });
  };
  const kindsOf = async (person: Parameters<Hub['parts']['trail']['page']>[0]['person']) =>
    (await hub.parts.trail.page(person ? { person } : {}, null)).rows.map(({ kind }) => kind);

  it('has a look once, though it was noted anew before the entry that held it came', async () => {
    await bring([look()]);
    await reopen();
    await bringBack('views.noted');
    expect(await kindsOf(lab.learner())).toEqual(['viewed.page', 'learner.enrolled']);
    const trail = await AuditTrail.open(hub.parts.office, hub.parts.index);
    expect((await trail.page({ kind: 'viewed' }, null)).rows).toHaveLength(1);
  });

  it('is counted by kind in the month that it came back in', async () => {
    const held = { learner: lab.learner(), stands: true, reason: 'court' } as const;
    await holdRecord(hub.parts.office, held, { by: staff, who: null, second: null });
    await bringBack('hold.set');
    const month = labDateAt(hub.parts.clock.wallMs()).slice(0, 7);
    const digest = await readMonth(hub.parts, month, () => Promise.resolve());
    expect(digest.recovered).toEqual([{ kind: 'hold.set', count: 1 }]);
    expect(digest.counts).toContainEqual({ kind: 'journal.recovered', count: 1 });
  });
});

describe('[AUD1] a change of many', () => {
  it('is in the trail of each of them', async () => {
    const learners = [lab.learner(), learnerIdSchema.parse('ln-zzzzzzzzzzzz')];
    await hub.parts.office.record({
      type: 'course.enrolled',
      by: staff,
      documents: (hubSeq) =>
        learners.map((learner) => ({
          _id: `enrolment:${learner}:org.rean.basic`,
          type: 'enrolment',
          v: 1,
          hubSeq,
          learner,
          course: courseIdSchema.parse('org.rean.basic'),
          active: true,
        })),
    });
    for (const person of [...learners, staff]) {
      const { rows } = await hub.parts.trail.page({ person, kind: 'course.enrolled' }, null);
      expect(rows).toMatchObject([{ learner: null, learners: 2 }]);
    }
  });

  it('is found though an earlier Rean had taken the journal apart otherwise', async () => {
    const { index, office } = hub.parts;
    const before = await hub.parts.trail.page({}, null);
    const stale = indexKeys.audit(1, 77);
    await index.write([
      { type: 'put', key: stale, value: JSON.stringify(before.rows[0]) },
      { type: 'put', key: indexKeys.auditMark, value: JSON.stringify({ hubSeq: 2 }) },
    ]);
    const trail = await AuditTrail.open(office, index);
    expect(await trail.page({}, null)).toEqual(before);
    expect(await index.get(stale)).toBeNull();
  });
});

describe('[CMD7] [AUD5] reasons', () => {
  it('in words, as entries of before have them, are told and checked, and lie in no index', async () => {
    const { office, index } = hub.parts;
    const reason = 'zq-words-of-before';
    const who = 'Zq Sok';
    const grounds = { learner: lab.learner(), reason: 'court', who, second: null };
    await office.record({ type: 'hold.set', grounds, documents: () => [] });
    await office.record({ type: 'station.disabled', reason, documents: () => [] });
    const { rows } = await hub.parts.trail.page({}, null);
    expect(rows.slice(0, 2)).toMatchObject([
      { kind: 'station.disabled', reason, who: null },
      { kind: 'hold.set', reason: 'court', who },
    ]);
    expect((await page({ person: lab.learner() })).rows[0]).toMatchObject({ reason: 'court', who });
    expect(await verifyAudit(hub.parts, [])).toMatchObject({ fault: null });
    const held = JSON.stringify(await index.range({ prefix: '' }));
    expect(held).toContain(`"kind":"hold.set"`.replaceAll('"', String.raw`\"`));
    expect(held).not.toMatch(/zq|court/i);
  });
});

describe('[AUD5] among very many lines', () => {
  const common = async () => (await hub.parts.trail.page({}, null)).rows[0];
  const putMany = async (count: number, keyOf: (at: number) => string) => {
    const row = JSON.stringify({ ...(await common()), kind: 'keys.recovered', hubSeq: 100_000 });
    await hub.parts.index.write(
      Array.from({ length: count }, (_, at) => ({ type: 'put', key: keyOf(at), value: row })),
    );
  };

  it('a kind that is rare is found at once, and so is all of its sort', async () => {
    await bring([look()]);
    await reopen();
    await putMany(6000, (at) => indexKeys.audit(100_000 + at, 0));
    const rare = await hub.parts.trail.page({ kind: 'site.created' }, null);
    expect(rare).toMatchObject({ rows: [{ kind: 'site.created' }], next: null });
    const sort = await hub.parts.trail.page({ kind: 'viewed' }, null);
    expect(sort).toMatchObject({ rows: [{ kind: 'viewed.page' }], next: null });
  });

  it('of one person what is rare ends after a few thousand, and goes on from there', async () => {
    await bring([look()]);
    await reopen();
    await putMany(6000, (at) => indexKeys.auditOf(staff, 100_000 + at, 0));
    const wanted = { person: staff, kind: 'viewed' };
    const first = await hub.parts.trail.page(wanted, null);
    expect(first).toMatchObject({ rows: [], next: expect.any(String) });
    const second = await hub.parts.trail.page(wanted, first.next);
    expect(second).toMatchObject({ rows: [{ kind: 'viewed.page' }], next: null });
  });

  it('a day of long ago by the hub’s clock is found at once, though that clock was wrong later on', async () => {
    await hub.close();
    const shown = ['2031-05-02', '2031-05-03', '2001-01-01', '2031-05-02', '2031-06-01'];
    for (const day of shown) {
      const clock = { wallMs: () => Date.parse(day), monotonicMs: () => 0 };
      hub = await lab.open({ timers, clock });
      await hub.parts.office.record({ type: 'keys.recovered', documents: () => [] });
      await hub.parts.trail.follow();
      await hub.close();
    }
    hub = await lab.open({ timers });
    const newest = (await common())?.hubSeq ?? 0;
    await putMany(6000, (at) => indexKeys.audit(100_000 + at, 0));
    const day = { from: '2031-05-02', to: '2031-05-02' };
    const { rows, next } = await hub.parts.trail.page(day, null);
    expect(rows.map(({ hubSeq }) => hubSeq)).toEqual([newest - 1, newest - 4]);
    expect(next).toBeNull();
    expect(await hub.parts.trail.page({ from: '2031-07-01' }, null)).toEqual({
      rows: [],
      next: null,
    });
  });
});

describe('[SGN9] [SGN12] what was done at a sign-in by somebody unknown', () => {
  const shown = () =>
    store.record({ type: 'sign-in.shown', handover: '0'.repeat(16) }, lab.learner());
  const lockedOut = () => store.record({ type: 'staff.locked-out', staff }, null);

  it('is in the journal once, and in the trail of whom it is about', async () => {
    const events = [shown(), lockedOut(), look()];
    await bring(events);
    await reopen();
    await bring(events, 1);
    await reopen();
    const { station } = lab.station();
    const { rows } = await page({ kind: 'sign-in' });
    expect(rows).toMatchObject([
      { kind: 'sign-in.locked-out', by: 'somebody', staff, learner: null, station },
      { kind: 'sign-in.shown', by: 'somebody', staff: null, learner: lab.learner(), station },
    ]);
    const kindsOf = async (person: Parameters<typeof page>[0]['person']) =>
      (await page(person === undefined ? {} : { person })).rows.map(({ kind }) => kind);
    expect(await kindsOf(staff)).toEqual(['sign-in.locked-out', 'viewed.page']);
    expect(await kindsOf(lab.learner())).toContain('sign-in.shown');
    const facts = await hub.parts.office.factsAfter(0, ['views.noted']);
    expect(facts.map(({ payload }) => payload.signIns?.length)).toEqual([2]);
    expect(await verifyAudit(hub.parts, [])).toMatchObject({ fault: null });
  });

  it('is told of late lock-outs for a week by the hub’s clock', async () => {
    await bring([lockedOut()]);
    await reopen();
    const nowMs = hub.parts.clock.wallMs();
    const { station } = lab.station();
    expect(await recentLockOuts(hub.parts, nowMs)).toMatchObject([{ staff, station }]);
    expect(await recentLockOuts(hub.parts, nowMs + 9 * 86_400_000)).toEqual([]);
  });
});

describe('[AUD4] a month of the trail', () => {
  it('is whole in itself though the clock was wrong in the middle of it', async () => {
    const shown = ['2031-05-02', '2031-05-03', '2001-01-01', '2031-05-04', '2031-06-01'];
    await hub.close();
    for (const day of shown) {
      const clock = { wallMs: () => Date.parse(day), monotonicMs: () => 0 };
      hub = await lab.open({ timers, clock });
      await hub.parts.office.record({ type: 'keys.recovered', documents: () => [] });
      await hub.close();
    }
    hub = await lab.open({ timers });
    const to = await temporaryFolder();
    const path = join(to, 'rean-audit-2031-05.jsonl');
    // As somebody left it for all to read.
    await writeFile(path, 'before', { mode: 0o644 });
    const call = { say: () => undefined, signal: new AbortController().signal };
    const asked = { month: '2031-05', to };
    const digest = auditDigestSchema.parse(
      await exportAuditCommand.carryOut(hub.parts, asked, call),
    );
    const files = await readdir(to);
    expect(files.sort()).toEqual(['rean-audit-2031-05.html', 'rean-audit-2031-05.jsonl']);
    for (const file of files) expect((await stat(join(to, file))).mode & 0o777).toBe(0o600);
    expect(digest).toMatchObject({ entries: 3, elsewhere: 1 });
    expect(digest.counts).toEqual([{ kind: 'keys.recovered', count: 3 }]);
    const key = await hubKeysOf(hub.parts.vault);
    const whole = { entries: 4, fault: null, missing: [] };
    expect(await verifyExport(path, key, [digest.head])).toMatchObject(whole);
  });
});

describe('[AUD3] a check of the trail', () => {
  const journal = () => hub.parts.databases.journal;
  const check = (heads: string[] = []) => verifyAudit(hub.parts, heads);

  async function meddle(id: string, change: Readonly<Record<string, unknown>>) {
    const held = await journal().get(id);
    if (held === null) throw new Error('no entry');
    await journal().put({ ...held, ...change });
  }

  it('finds it whole, and says so of a head that is in it', async () => {
    const { head } = hub.parts.office.journal;
    expect(await check([head])).toMatchObject({ fault: null, head, missing: [] });
  });

  it('names an entry that was changed', async () => {
    await meddle('hub-000000000003', { wallMs: 1 });
    expect(await check()).toMatchObject({
      entries: 2,
      fault: { id: 'hub-000000000003', expected: 3, why: 'signature' },
    });
  });

  it('names where one was taken out', async () => {
    await meddle('hub-000000000003', { _deleted: true });
    expect(await check()).toMatchObject({
      fault: { id: 'hub-000000000004', expected: 3, why: 'number' },
    });
  });

  it('misses the head of an end that was cut off', async () => {
    const { head, newest } = hub.parts.office.journal;
    await meddle(newest?._id ?? '', { _deleted: true });
    expect(await check([head])).toMatchObject({ fault: null, missing: [head] });
  });
});
