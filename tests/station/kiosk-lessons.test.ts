import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { foldLearner } from '../../src/domain/fold/fold-learner.ts';
import { dara, sokha } from '../factories/desk-people.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { deskCourse, pressTwoLessons } from '../factories/two-lesson-pack.ts';
import {
  choose,
  enrolled,
  first,
  look,
  open,
  pulledDesk,
  signIn,
  signedIn,
  type,
  typesOf,
  until,
} from './kiosk-hand.ts';

describe('lessons at a kiosk', { timeout: 30_000 }, () => {
  it('asks for a sitting before a lesson, and for a lesson before an answer', async () => {
    const { window } = await open(await pulledDesk());
    await expect(window.call('lesson.open', first)).rejects.toMatchObject({ code: 'sitting.none' });
    await signIn(window);
    await expect(look(window)).rejects.toMatchObject({ code: 'lesson.not-open' });
  });

  it('[LSN5] walks a lesson to its end, every answer recorded before it is marked', async () => {
    const desk = await pulledDesk();
    const { window } = await signedIn(desk);
    const view = await window.call('lesson.open', first);
    expect(view).toMatchObject({ version: '1.0.0', run: 1, items: {}, lesson: { id: 'first' } });
    expect(view.base).toMatch(/^pack:\/\/org\.rean\.test--si-[a-z0-9]{16}\/1\.0\.0\/$/);
    expect(await look(window)).toMatchObject({ outcome: 'right', lessonCompleted: false });
    expect(await choose(window, 'kha')).toMatchObject({ outcome: 'not-yet', answer: null });
    expect(await choose(window, 'kha')).toMatchObject({
      outcome: 'shown',
      answer: { type: 'choice', chosen: ['ka'] },
    });
    expect(await type(window, 'ខែ្មរ')).toMatchObject({ outcome: 'right', lessonCompleted: true });
    expect(await typesOf(desk)).toEqual([
      'sitting.started',
      'lesson.opened',
      'attempt.recorded',
      'attempt.recorded',
      'attempt.recorded',
      'attempt.recorded',
      'lesson.completed',
    ]);
  });

  it('[VIE2] moves home along with the work', async () => {
    const { window } = await signedIn(await pulledDesk());
    const home$ = window.observe('home', undefined);
    expect((await firstValueFrom(home$)).goOn).toMatchObject({ lesson: 'first', status: 'new' });
    await window.call('lesson.open', first);
    await look(window);
    await until(home$, ({ goOn }) => goOn?.done === 1);
    await choose(window, 'ka');
    await type(window, 'ខ្មែរ');
    await window.call('lesson.leave', undefined);
    const home = await until(home$, ({ goOn }) => goOn?.lesson === 'second');
    expect(home.courses[0]?.lessons[0]).toMatchObject({ status: 'done', done: 3, total: 3 });
  });

  it('[LSN3] goes on at the same item after leaving the lesson', async () => {
    const desk = await pulledDesk();
    const { window } = await signedIn(desk);
    await window.call('lesson.open', first);
    await look(window);
    await window.call('lesson.leave', undefined);
    await window.call('lesson.leave', undefined);
    const again = await window.call('lesson.open', first);
    expect(again).toMatchObject({ run: 1, items: { look: { outcome: 'right' } } });
    expect(await typesOf(desk)).toEqual([
      'sitting.started',
      'lesson.opened',
      'attempt.recorded',
      'lesson.left',
      'lesson.opened',
    ]);
  });

  it('[LSN9] works with a cached directory and nothing ever folded', async () => {
    const desk = await pulledDesk();
    desk.hub.status$.next({ ...desk.hub.status$.value, hubReachable: false, phase: 'backing-off' });
    const { window } = await signedIn(desk);
    await window.call('lesson.open', first);
    await look(window);
    const { goOn } = await until(window.observe('home', undefined), ({ goOn }) => goOn?.done === 1);
    expect(goOn).toMatchObject({ lesson: 'first', status: 'begun' });
  });

  it('[LSN9] shows the same before and after the hub has folded the work', async () => {
    const desk = await pulledDesk();
    const { window } = await signedIn(desk);
    await window.call('lesson.open', first);
    await look(window);
    await choose(window, 'kha');
    const home$ = window.observe('home', undefined);
    const before = await firstValueFrom(home$);
    const events = await desk.recorded();
    const last = events.at(-1)?.envelope._id ?? '';
    const folded = { [last.split(':').slice(0, 2).join(':')]: events.length };
    await desk.hub.putState(foldLearner(sokha, events), folded);
    await type(window, 'ខ្មែរ');
    const after = await until(home$, ({ goOn }) => goOn?.done === 2);
    expect(before.goOn).toMatchObject({ done: 1 });
    expect(after.goOn).toMatchObject({ lesson: 'first', done: 2 });
  });

  it('[LSN3] goes on with what the learner did at another station', async () => {
    const desk = await pulledDesk();
    const elsewhere = await pulledDesk();
    const { window: there } = await signedIn(elsewhere);
    await there.call('lesson.open', first);
    await look(there);
    const events = await elsewhere.recorded();
    await desk.hub.putState(foldLearner(sokha, events), { 'st-bbbbbbbb:00000000000000bb': 3 });
    const { window } = await signedIn(desk);
    const view = await window.call('lesson.open', first);
    expect(view.items).toEqual({ look: { tries: 1, outcome: 'right' } });
  });

  it('[LSN2] keeps a begun lesson in its version, and begins the next in the newest', async () => {
    const desk = await pulledDesk();
    const { window } = await signedIn(desk);
    await window.call('lesson.open', first);
    await look(window);
    await window.call('sitting.end', { reason: 'learner' });
    await desk.packs.install(await pressTwoLessons('2.0.0', 2));
    await signIn(window);
    expect(await window.call('lesson.open', first)).toMatchObject({ version: '1.0.0', run: 1 });
    const second = { ...first, lesson: 'second' };
    expect(await window.call('lesson.open', second)).toMatchObject({ version: '2.0.0', run: 1 });
  });

  it('[CRS2] opens a lesson only after what comes before it, and leaves open what was begun', async () => {
    const desk = await pulledDesk();
    const { window } = await signedIn(desk);
    const second = { ...first, lesson: 'second' };
    await window.call('lesson.open', second);
    await desk.packs.install(await pressTwoLessons('2.0.0', 2, { inOrder: true }));
    await window.call('sitting.end', { reason: 'learner' });
    await signIn(window);
    expect(await window.call('lesson.open', second)).toMatchObject({ version: '1.0.0' });
    await window.call('sitting.end', { reason: 'learner' });
    await signIn(window, dara);
    const waiting = { code: 'lesson.waits', facts: { first: 'org.rean.test/first' } };
    await expect(window.call('lesson.open', second)).rejects.toMatchObject(waiting);
    await window.call('lesson.open', first);
    await look(window);
    await choose(window, 'ka');
    await type(window, 'ខ្មែរ');
    expect(await window.call('lesson.open', second)).toMatchObject({ version: '2.0.0', run: 1 });
  });

  it('[CRS3] opens nothing of a course its learner was taken out of, but goes on with what is open', async () => {
    const desk = await pulledDesk();
    const { window } = await signedIn(desk);
    const home$ = window.observe('home', undefined);
    await window.call('lesson.open', first);
    await look(window);
    await desk.hub.putDirectory(enrolled(false));
    await until(home$, ({ courses }) => courses.length === 0);
    expect(await window.call('lesson.open', first)).toMatchObject({ run: 1 });
    expect(await choose(window, 'ka')).toMatchObject({ outcome: 'right' });
    await window.call('lesson.leave', undefined);
    const notTaken = { code: 'lesson.not-taken', facts: { course: deskCourse } };
    await expect(window.call('lesson.open', first)).rejects.toMatchObject(notTaken);
    await desk.hub.putDirectory(enrolled(true));
    await until(home$, ({ courses }) => courses.length === 1);
    const again = await window.call('lesson.open', first);
    expect(again.items['choose']).toMatchObject({ outcome: 'right' });
  });

  it('[LSN2] begins a completed lesson anew as a further run', async () => {
    const { window } = await signedIn(await pulledDesk());
    await window.call('lesson.open', first);
    for (const walk of [look, (at: KioskWindow) => choose(at, 'ka')]) await walk(window);
    await type(window, 'ខ្មែរ');
    expect(await window.call('lesson.open', first)).toMatchObject({ run: 2, items: {} });
  });

  it('[LSN8] completes at sign-in what was finished in pieces', async () => {
    const desk = await pulledDesk();
    const elsewhere = await pulledDesk();
    const { window: there } = await signedIn(elsewhere);
    await there.call('lesson.open', first);
    await look(there);
    await choose(there, 'ka');
    await type(there, 'ខ្មែរ');
    const unfinished = (await elsewhere.recorded()).slice(0, -1);
    await desk.hub.putState(foldLearner(sokha, unfinished), {});
    const { window } = await signedIn(desk);
    const home = await firstValueFrom(window.observe('home', undefined));
    expect(home.courses[0]?.lessons[0]).toMatchObject({ status: 'done' });
    expect(await typesOf(desk)).toEqual(['sitting.started', 'lesson.completed']);
  });
});
