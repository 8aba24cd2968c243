import { filter, firstValueFrom } from 'rxjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { officer, passphrase, sokha } from '../factories/desk-people.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import type { SupervisorWindow } from '../factories/station-window.ts';

let desk: Desk;
let window: SupervisorWindow;

beforeEach(async () => {
  desk = await stationDesk('supervisor');
  desk.hub.pull();
  window = supervisorWindow(await desk.start());
  await firstValueFrom(window.observe('staff', undefined).pipe(filter(({ ready }) => ready)));
  await window.call('staff.sign-in', { staff: officer, passphrase });
});

const ask = (
  type:
    | 'audit.read'
    | 'audit.digest'
    | 'record.state'
    | 'record.about'
    | 'record.print'
    | 'quarantine.list',
  input = {},
) => window.call('hub.command', { type, input, reason: null }).catch((error: unknown) => error);

async function looks() {
  const events = (await desk.recorded()).map(({ payload }) => payload);
  return events.flatMap((each) =>
    each.type === 'record.viewed' ? [[each.staff, each.part, each.learner]] : [],
  );
}

describe('[AUD1] what staff ask the hub of people’s records', { timeout: 30_000 }, () => {
  it('is on disk before it is asked: a person’s each time, else once a sitting', async () => {
    const atOnce: unknown[][] = [];
    desk.hub.answer = () => ({ result: 'refused', code: 'permission.denied', facts: {} });
    for (const person of [sokha, sokha, officer, undefined]) {
      await ask('audit.read', { filter: { ...(person && { person }) }, after: null });
      atOnce.push(await looks());
    }
    const [first, again] = [
      [officer, 'audit', sokha],
      [officer, 'audit', null],
    ];
    expect(atOnce).toEqual([[first], [first, first], [first, first, again], [first, first, again]]);
    await ask('audit.digest', { month: '2026-11' });
    await ask('record.state');
    expect((await looks()).slice(2)).toEqual([again, [officer, 'list', null]]);
    expect(desk.hub.commands).toHaveLength(6);
  });

  it('says why: where a page was opened from, and what a record at the hub was read for', async () => {
    desk.hub.answer = () => ({ result: 'refused', code: 'permission.denied', facts: {} });
    for (const from of ['list', 'room'] as const) {
      await firstValueFrom(window.observe('learner', { learner: sokha, from }));
    }
    await ask('record.about', { learner: sokha });
    await ask('record.print', { learner: sokha });
    await firstValueFrom(window.observe('learners', undefined));
    await window.call('list.export', { format: 'csv' });
    const events = (await desk.recorded()).map(({ payload }) => payload);
    expect(
      events.flatMap((each) =>
        each.type === 'record.viewed' ? [[each.part, each.learner, each.reason]] : [],
      ),
    ).toEqual([
      ['page', sokha, 'from-list'],
      ['page', sokha, 'from-room'],
      ['page', sokha, 'to-decide'],
      ['print', sokha, null],
      ['list', null, null],
      ['print', null, 'to-save'],
    ]);
  });

  it('is not asked where that can’t be recorded', async () => {
    desk.hub.answer = () => ({ result: 'done', output: {} });
    desk.disk.full = true;
    expect(await ask('audit.digest', { month: '2026-11' })).toMatchObject({ code: 'store.full' });
    expect(desk.hub.commands).toEqual([]);
  });

  it('comes by no way round the stream that leaves a trace', async () => {
    desk.hub.answer = () => ({ result: 'done', output: {} });
    const asked = { state: 'open', after: null };
    expect(await ask('quarantine.list', asked)).toMatchObject({ code: 'shape.invalid' });
    expect(desk.hub.commands).toEqual([]);
  });
});
