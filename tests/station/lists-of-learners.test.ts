import { filter, firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { dara, officer, passphrase, sokha, technician } from '../factories/desk-people.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import type { ManyDeed } from '../../src/shared/contracts/many-learners.ts';
import type { LearnersView } from '../../src/shared/contracts/ipc/views.ts';
import { learnerIdSchema } from '../../src/shared/ids.ts';
import type { ListFile } from '../../src/shared/contracts/ipc/list-views.ts';

async function officerAt() {
  const desk = await stationDesk('supervisor');
  desk.hub.pull();
  const window = supervisorWindow(await desk.start());
  await firstValueFrom(window.observe('staff', undefined).pipe(filter(({ ready }) => ready)));
  await window.call('staff.sign-in', { staff: officer, passphrase });
  return { desk, window };
}

/** What a supervisor station tells of its learners in files, and to whom. */
describe('lists of learners at a supervisor station', { timeout: 60_000 }, () => {
  const textOf = ({ content }: ListFile) => Buffer.from(content, 'base64').toString('utf8');
  const looks = async (desk: Desk) =>
    (await desk.recorded()).flatMap(({ payload }) =>
      payload.type === 'record.viewed' ? payload.part : [],
    );

  it('[IMP5] [AUD1] records each time that one was given out', async () => {
    const { desk, window } = await officerAt();
    const file = await window.call('list.export', { format: 'csv' });
    expect(textOf(file)).toContain('"តារា"');
    await window.call('list.export', { format: 'xlsx' });
    expect(await looks(desk)).toEqual(['print', 'print']);
  });

  it('[IMP5] leaves out whose account is closed', async () => {
    const { desk, window } = await officerAt();
    await desk.hub.putDirectory(desk.people.changed(dara, { disabled: true }));
    await firstValueFrom(
      window
        .observe('learners', undefined)
        .pipe(filter(({ learners }) => learners.some(({ disabled }) => disabled))),
    );
    const file = await window.call('list.export', { format: 'csv' });
    expect(textOf(file)).not.toContain('"តារា"');
  });

  it('[IMP1] says of a list what it would come to, by the hub’s year, and only while it answers', async () => {
    const { desk, window } = await officerAt();
    const content = Buffer.from('ឈ្មោះ,ភេទ\nតារា,ប្រុស\n').toString('base64');
    await expect(window.call('list.preview', { content })).rejects.toMatchObject({
      code: 'hub.away',
    });
    desk.hub.answer = () => ({ result: 'done', output: {} });
    expect(await window.call('list.preview', { content })).toMatchObject({
      read: true,
      missing: ['group'],
      rows: [],
    });
    const { content: empty } = await window.call('list.template', undefined);
    expect(await window.call('list.preview', { content: empty })).toMatchObject({ missing: [] });
  });

  it('[LST4] saves those alone who were searched for', async () => {
    const { window } = await officerAt();
    const file = await window.call('list.export', { format: 'csv', learners: [sokha] });
    expect(textOf(file)).toContain('"សុខា"');
    expect(textOf(file)).not.toContain('"តារា"');
  });

  it('[LST3] says of a deed about many whom it would be done about, and of a move by the hub’s year', async () => {
    const { desk, window } = await officerAt();
    await desk.hub.putDirectory(desk.people.changed(dara, { disabled: true }));
    const list = window.observe('learners', undefined);
    const closed = filter(({ learners }: LearnersView) =>
      learners.some(({ disabled }) => disabled),
    );
    const { learners: rows } = await firstValueFrom(list.pipe(closed));
    const learners = rows.map(({ learner }) => learner.learner);
    const unknown = learnerIdSchema.parse('ln-zzzzzzzzzzzz');
    const preview = (deed: ManyDeed) =>
      window.call('many.preview', { deed, learners: [...learners, unknown] });
    expect(await preview({ deed: 'close' })).toEqual({
      done: [sokha],
      left: [
        { learner: dara, why: 'closed' },
        { learner: unknown, why: 'gone' },
      ],
    });
    const [row] = rows;
    if (row === undefined) throw new Error('there are learners');
    const move: ManyDeed = { deed: 'move', group: row.learner.group, misfits: false };
    await expect(preview(move)).rejects.toMatchObject({ code: 'hub.away' });
    desk.hub.answer = () => ({ result: 'done', output: {} });
    expect(await preview(move)).toMatchObject({ done: [] });
    await window.call('staff.sign-in', { staff: technician, passphrase });
    await expect(preview({ deed: 'close' })).rejects.toMatchObject({ code: 'permission.denied' });
  });

  it('[PRM2] gives and reads none for a technician', async () => {
    const { window } = await officerAt();
    await window.call('staff.sign-in', { staff: technician, passphrase });
    const denied = { code: 'permission.denied' };
    await expect(window.call('list.export', { format: 'csv' })).rejects.toMatchObject(denied);
    await expect(window.call('list.preview', { content: '' })).rejects.toMatchObject(denied);
  });
});
