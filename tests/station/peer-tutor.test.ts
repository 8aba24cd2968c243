import { map } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { EventPayload } from '../../src/shared/contracts/documents/event.ts';
import type { TutoredRequest, Tutoring } from '../../src/shared/contracts/ipc/help-views.ts';
import { groupIdSchema } from '../../src/shared/ids.ts';
import { dara, officer, sokha } from '../factories/desk-people.ts';
import { ids, openedEvent, payloads } from '../factories/events.ts';
import type { Desk } from '../factories/station-desk.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { folded, put, today, tutorDocument } from './help-hand.ts';
import { first, look, open, pulledDesk, signIn, until } from './kiosk-hand.ts';

const asked: EventPayload = { type: 'help.asked', sitting: ids.sitting };
const working = [payloads.started(), payloads.opened()];
const otherGroup = groupIdSchema.parse('gr-bbbbbbbb');
const denied = { code: 'permission.denied' };

async function tutorAt(): Promise<{ readonly desk: Desk; readonly window: KioskWindow }> {
  const desk = await pulledDesk();
  await desk.hub.putDirectory(tutorDocument(true));
  desk.tellDate(today);
  const { window } = await open(desk);
  await signIn(window, dara);
  return { desk, window };
}

const tutoringAt = async (window: KioskWindow, holds: (tutoring: Tutoring) => boolean) => {
  const shown = await until(
    window.observe('tutoring', undefined),
    (tutoring) => tutoring !== null && holds(tutoring),
  );
  if (shown === null) throw new Error('no tutor');
  return shown;
};
const requestAt = async (window: KioskWindow): Promise<TutoredRequest> => {
  const [request] = (await tutoringAt(window, ({ requests }) => requests.length > 0)).requests;
  if (request === undefined) throw new Error('no request');
  return request;
};
const refOf = ({ learner, request, after }: TutoredRequest) => ({
  learner: learner.learner,
  request,
  after,
});
const acts = async (desk: Desk) =>
  (await desk.recorded()).flatMap(({ payload, envelope }) =>
    payload.type.startsWith('help.') ? [{ ...payload, learner: envelope.learner }] : [],
  );

describe('a peer tutor at a kiosk', { timeout: 60_000 }, () => {
  it('[HLQ8] sees who of their group asks, and who is here today, and nothing else of anybody', async () => {
    const { desk, window } = await tutorAt();
    await folded(desk, sokha, [...working, payloads.attempt('choose', 'not-yet'), asked]);
    const tutoring = await tutoringAt(window, ({ requests }) => requests.length === 1);
    expect(tutoring.group).toMatchObject({ name: { km: 'ក្រុម ក' }, symbol: 'lotus' });
    expect(Object.keys(tutoring.requests[0] ?? {}).toSorted()).toEqual(
      [
        'request',
        'after',
        'learner',
        'seat',
        'ageMs',
        'to',
        'taker',
        'late',
        'acts',
        'lesson',
      ].toSorted(),
    );
    expect(tutoring.requests[0]).toMatchObject({
      seat: 2,
      lesson: { km: 'មេរៀន first' },
      ageMs: 0,
      acts: ['take', 'answer', 'to-officer'],
    });
    expect(Object.keys(tutoring.today[0] ?? {})).toEqual(['learner', 'present']);
    expect(
      new Map(tutoring.today.map(({ learner, present }) => [learner.learner, present])),
    ).toEqual(
      new Map([
        [sokha, true],
        [dara, true],
      ]),
    );
  });

  it('[HLQ8] takes a request and answers it, in their own name, and their lesson stays open', async () => {
    const { desk, window } = await tutorAt();
    await window.call('lesson.open', first);
    await folded(desk, sokha, [...working, asked]);
    const request = await requestAt(window);
    desk.pass(30_000);
    await window.call('tutor.take', refOf(request));
    const taken = await tutoringAt(window, ({ requests }) => requests[0]?.taker?.mine === true);
    const [mine] = taken.requests;
    if (mine === undefined) throw new Error('no request');
    await window.call('tutor.answer', { ...refOf(mine), outcome: 'helped' });
    await tutoringAt(window, ({ requests }) => requests.length === 0);
    const by = { tutor: dara };
    expect(await acts(desk)).toMatchObject([
      { type: 'help.taken', learner: sokha, by, waitedMs: 30_000 },
      { type: 'help.answered', learner: sokha, by, outcome: 'helped', tookMs: 0 },
    ]);
    expect(await look(window)).toMatchObject({ outcome: 'right' });
  });

  it('[HLQ4] hands one on to the officers, and has no more to do with it', async () => {
    const { desk, window } = await tutorAt();
    await folded(desk, sokha, [...working, asked]);
    const request = await requestAt(window);
    await window.call('tutor.hand', refOf(request));
    const handed = await tutoringAt(window, ({ requests }) => requests[0]?.to.for === 'officer');
    expect(handed.requests[0]?.acts).toEqual([]);
    const [again] = handed.requests;
    if (again === undefined) throw new Error('no request');
    await expect(window.call('tutor.take', refOf(again))).rejects.toMatchObject(denied);
  });

  it('[HLQ8] is refused what is of another group, whatever the window asks for', async () => {
    const { desk, window } = await tutorAt();
    await folded(desk, sokha, [...working, asked]);
    const request = await requestAt(window);
    const group = { ...desk.people.documents.find(({ type }) => type === 'group') };
    const other = { ...group, _id: `group:${otherGroup}`, group: otherGroup };
    await desk.hub.putDirectory(other);
    await desk.hub.putDirectory(desk.people.changed(sokha, { group: otherGroup }));
    const tutoring = await tutoringAt(window, ({ requests }) => requests.length === 0);
    expect(tutoring.today.map(({ learner }) => learner.learner)).toEqual([dara]);
    for (const act of [
      window.call('tutor.take', refOf(request)),
      window.call('tutor.hand', refOf(request)),
      window.call('tutor.answer', { ...refOf(request), outcome: 'helped' }),
    ]) {
      await expect(act).rejects.toMatchObject(denied);
    }
    expect(await acts(desk)).toEqual([]);
  });

  it('[HLQ8] is nothing any more as soon as the appointment ends, in the middle of it', async () => {
    const { desk, window } = await tutorAt();
    await folded(desk, sokha, [...working, asked]);
    const request = await requestAt(window);
    await window.call('tutor.take', refOf(request));
    const taken = await tutoringAt(window, ({ requests }) => requests[0]?.taker?.mine === true);
    await desk.hub.putDirectory(tutorDocument(false));
    await until(window.observe('tutoring', undefined), (tutoring) => tutoring === null);
    const [mine] = taken.requests;
    if (mine === undefined) throw new Error('no request');
    await expect(
      window.call('tutor.answer', { ...refOf(mine), outcome: 'helped' }),
    ).rejects.toMatchObject(denied);
    expect(await acts(desk)).toHaveLength(1);
  });

  it('[HLQ8] is nothing for a learner who tutors nobody, nor while nobody sits here', async () => {
    const desk = await pulledDesk();
    await desk.hub.putDirectory(tutorDocument(true));
    await folded(desk, dara, [...working, asked]);
    const { window } = await open(desk);
    const tutoring$ = window.observe('tutoring', undefined);
    await until(tutoring$, (tutoring) => tutoring === null);
    await signIn(window, sokha);
    await until(tutoring$, (tutoring) => tutoring === null);
    const [request] = [openedEvent(asked, { seq: 3, learner: dara })];
    const { _id } = request.envelope;
    await expect(
      window.call('tutor.take', { learner: dara, request: _id, after: _id }),
    ).rejects.toMatchObject(denied);
  });

  it('[HLQ4] does not come to themself: whoever tutors asks others', async () => {
    const { desk, window } = await tutorAt();
    await window.call('help.ask', undefined);
    const request = await requestAt(window);
    expect(request).toMatchObject({ learner: { learner: dara }, acts: [] });
    await expect(window.call('tutor.take', refOf(request))).rejects.toMatchObject(denied);
    expect((await acts(desk)).map(({ type }) => type)).toEqual(['help.asked']);
  });
});

describe('whoever asks for help at a kiosk', { timeout: 60_000 }, () => {
  it('[HLQ5] sees that somebody comes, and that it is over, and asks anew', async () => {
    const desk = await pulledDesk();
    const { window } = await open(desk);
    await signIn(window);
    await window.call('help.ask', undefined);
    const sitting$ = window
      .observe('sitting', undefined)
      .pipe(map((sitting) => [sitting?.helpAsked, sitting?.helpComes]));
    await until(sitting$, ([up, comes]) => up === true && comes === false);
    const own = await desk.recorded();
    const request = own.at(-1)?.envelope._id;
    if (request === undefined) throw new Error('no request');
    const act = { request, after: request, by: { staff: officer } };
    const elsewhere = { station: ids.otherStation, learner: sokha };
    const take = openedEvent(
      { type: 'help.taken', ...act, waitedMs: 5 },
      { ...elsewhere, seq: 1, lamport: 100 },
    );
    await put(desk, sokha, [...own, take]);
    await until(sitting$, ([up, comes]) => up === true && comes === true);
    const said = { ...act, after: take.envelope._id, outcome: 'helped', waitedMs: null } as const;
    const answer = openedEvent(
      { type: 'help.answered', ...said, tookMs: 9 },
      { ...elsewhere, seq: 2, lamport: 101 },
    );
    await put(desk, sokha, [...own, take, answer]);
    await until(sitting$, ([up]) => up === false);
    await window.call('help.ask', undefined);
    await until(sitting$, ([up, comes]) => up === true && comes === false);
    await window.call('help.end', undefined);
    await until(sitting$, ([up]) => up === false);
    expect((await acts(desk)).map(({ type }) => type)).toEqual([
      'help.asked',
      'help.asked',
      'help.ended',
    ]);
  });
});
