import { beforeAll, describe, expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { appointSigner, carryOut } from '../../../tests/factories/staff-signers.ts';
import { courseNow } from '../../domain/staff-course/staff-course.ts';
import type { StaffRole } from '../../shared/contracts/documents/directory.ts';
import type { CommandSigner } from '../../sync/command/sign-command.ts';
import type { Hub } from '../hub.ts';

let lab: HubLab;
let hub: Hub;
let officer: CommandSigner;
let another: CommandSigner;

const { version, parts, questions } = courseNow('supervising', 'officer');
const first = courseNow('supervising', 'technician');
const answers = Object.fromEntries(questions.map(({ id, right }) => [id, right]));

beforeAll(async () => {
  lab = await HubLab.make({ stations: ['kiosk', 'supervisor'] });
  hub = await lab.open();
  officer = await appointSigner(hub, { role: 'officer' });
  another = await appointSigner(hub, { role: 'officer' });
}, 60_000);

const finish = (by: CommandSigner, over: object = {}, station = 1) =>
  carryOut(hub, {
    type: 'training.finish',
    input: { staff: by.staff, course: 'supervising', version, parts, answers, ...over },
    as: lab.station(station),
    by: [by],
    reason: null,
  });
const entries = () => hub.parts.office.factsAfter(0, ['training.finished']);
const records = () => hub.parts.office.directory.all('training:');

describe('[HPG6] a course for staff that somebody finished', () => {
  it('is on record once for each person and version, however often it is said', async () => {
    const day = hub.parts.office.labDate;
    expect(await finish(officer)).toMatchObject({ result: 'done', output: { day } });
    expect(await finish(officer)).toMatchObject({ result: 'done', output: { day } });
    expect(await records()).toMatchObject([
      { type: 'training', staff: officer.staff, course: 'supervising', version, day },
    ]);
    expect(await entries()).toMatchObject([
      { payload: { by: officer.staff, command: { type: 'training.finish' } } },
    ]);
    expect(await finish(another)).toMatchObject({ result: 'done' });
    expect(await records()).toHaveLength(2);
  });

  it('is of two said at once still one', async () => {
    const late = await appointSigner(hub, { role: 'instructor' });
    const both = await Promise.all([finish(late), finish(late)]);
    expect(both).toMatchObject([{ result: 'done' }, { result: 'done' }]);
    expect((await entries()).filter(({ payload }) => payload.by === late.staff)).toHaveLength(1);
  });

  it('is said by nobody for somebody else, whatever their role', async () => {
    const before = await records();
    const target = await appointSigner(hub, { role: 'instructor' });
    for (const role of ['site-manager', 'officer'] satisfies StaffRole[]) {
      const by = await appointSigner(hub, { role });
      expect(await finish(by, { staff: target.staff })).toMatchObject({
        code: 'permission.denied',
      });
    }
    expect(await records()).toEqual(before);
  });

  it('takes no course that is not done, no version there never was, and no word of a kiosk', async () => {
    const before = await records();
    const by = await appointSigner(hub, { role: 'officer' });
    const [question] = questions;
    const wrong = { ...answers, [question?.id ?? '']: 'wrong' };
    const refused = { code: 'shape.invalid' };
    expect(await finish(by, { answers: wrong })).toMatchObject(refused);
    expect(await finish(by, { answers: {} })).toMatchObject(refused);
    expect(await finish(by, { parts: parts.slice(1) })).toMatchObject(refused);
    expect(await finish(by, { version: version + 1 })).toMatchObject(refused);
    expect(await finish(by, { course: 'magic' })).toMatchObject(refused);
    expect(await finish(by, {}, 0)).toMatchObject({ code: 'permission.denied' });
    expect(await records()).toEqual(before);
  });

  it('[HPG7] is what their role can do: who has no room practises nothing, and says so of nothing', async () => {
    const technician = await appointSigner(hub, { role: 'technician' });
    expect(await finish(technician)).toMatchObject({ code: 'shape.invalid' });
    const done = { version: first.version, parts: first.parts };
    expect(await finish(technician, done)).toMatchObject({ result: 'done' });
  });

  it('[HPG7] stays beside a later version, for which its person does what is new alone', async () => {
    const held = await appointSigner(hub, { role: 'officer' });
    const news = { parts: ['tour', 'acts'], answers: {} };
    expect(await finish(held, news)).toMatchObject({ code: 'shape.invalid' });
    await finish(held, { version: first.version, parts: first.parts });
    // Of somebody else’s earlier version nobody has anything.
    expect(await finish(another, { version: first.version, parts: [] })).toMatchObject({
      code: 'shape.invalid',
    });
    expect(await finish(held, news)).toMatchObject({ result: 'done' });
    const theirs = await hub.parts.office.directory.all(`training:${held.staff}:`);
    expect(theirs).toMatchObject([{ version: first.version }, { version }]);
  });

  it('stays once its person’s appointment has ended, who says nothing any more', async () => {
    const manager = await appointSigner(hub, { role: 'site-manager' });
    const leaver = await appointSigner(hub, { role: 'officer' });
    await finish(leaver);
    await carryOut(hub, {
      type: 'staff.disable',
      input: { staff: leaver.staff },
      as: lab.station(1),
      by: [manager],
      reason: 'left',
    });
    expect(await records()).toContainEqual(expect.objectContaining({ staff: leaver.staff }));
    expect(await finish(leaver)).not.toMatchObject({ result: 'done' });
  });
});
