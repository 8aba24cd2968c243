import { filter, firstValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { deskSite, rightCode, sokha, dara, wrongCode } from '../factories/desk-people.ts';
import { testPack } from '../factories/pack-press.ts';
import { kioskWindow } from '../factories/station-window.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { pressTwoLessons } from '../factories/two-lesson-pack.ts';
import { emptyLearnerState, foldLearner } from '../../src/domain/fold/fold-learner.ts';
import type { Marked } from '../../src/shared/contracts/ipc/views.ts';
import type { Response } from '../../src/shared/contracts/lesson.ts';

const first = { pack: testPack, lesson: 'first' };

const until = <Value>(stream: Observable<Value>, holds: (value: Value) => boolean) =>
  firstValueFrom(stream.pipe(filter(holds)));

async function open(desk: Desk) {
  const station = await desk.start();
  return { station, window: kioskWindow(station) };
}

async function signedIn(desk: Desk) {
  const opened = await open(desk);
  await signIn(opened.window);
  return opened;
}

const signIn = (window: KioskWindow, learner = sokha) =>
  window.call('sitting.start', { learner, code: [...rightCode] });

const answer = (window: KioskWindow, item: string, response: Response): Promise<Marked> =>
  window.call('lesson.answer', { item, response, activeMs: 1000 });

const look = (window: KioskWindow) => answer(window, 'look', { type: 'present' });
const choose = (window: KioskWindow, id: string) =>
  answer(window, 'choose', { type: 'choice', chosen: [id] });
const type = (window: KioskWindow, text: string) =>
  answer(window, 'type', { type: 'textEntry', text });

const typesOf = async (desk: Desk) => (await desk.recorded()).map(({ envelope }) => envelope.type);

async function pulledDesk(): Promise<Desk> {
  const desk = await stationDesk();
  desk.hub.pull();
  return desk;
}

describe('a kiosk station', { timeout: 30_000 }, () => {
  it('[VIE1] shows who may sign in, once directory and keyring are there', async () => {
    const desk = await stationDesk();
    const { window } = await open(desk);
    const people$ = window.observe('people', undefined);
    expect(await firstValueFrom(people$)).toEqual({ groups: [], learners: [], ready: false });
    desk.hub.pull();
    const people = await until(people$, ({ ready }) => ready);
    expect(people.learners.map(({ name }) => name.km)).toEqual(['សុខា', 'តារា']);
    expect(people.groups).toMatchObject([{ symbol: 'lotus' }]);
  });

  it('[VIE1] takes a disabled learner away, and refuses them like a stranger', async () => {
    const desk = await pulledDesk();
    const { window } = await open(desk);
    await desk.hub.putDirectory(desk.people.changed(sokha, { disabled: true }));
    const people$ = window.observe('people', undefined);
    await until(people$, ({ learners }) => learners.every(({ learner }) => learner !== sokha));
    expect(await signIn(window)).toMatchObject({ result: 'wrong', wrongTries: 1 });
  });

  it('[SGN1] seats a learner who touches the right pictures', async () => {
    const desk = await pulledDesk();
    const { window } = await open(desk);
    const sitting$ = window.observe('sitting', undefined);
    expect(await firstValueFrom(sitting$)).toBeNull();
    expect(await signIn(window)).toEqual({ result: 'signed-in' });
    expect(await until(sitting$, (sitting) => sitting !== null)).toMatchObject({
      learner: { learner: sokha, name: { km: 'សុខា' } },
      language: 'km',
      helpAsked: false,
    });
    expect(await typesOf(desk)).toEqual(['sitting.started']);
    // [KSK7]: the site says when a seat counts as left.
    const idle = { askMinutes: 3, endMinutes: 1 };
    const site = { _id: 'site', type: 'site', v: 1, site: deskSite, hubSeq: 99, idle };
    const named = { ...site, name: { km: 'គុក ១' }, demo: true };
    await desk.hub.putDirectory(named);
    await until(sitting$, (sitting) => sitting?.idle.askMinutes === 3);
  });

  it('[SGN3] makes guessers wait, over a restart too', async () => {
    const desk = await pulledDesk();
    const { window } = await open(desk);
    const guess = (at: KioskWindow) =>
      at.call('sitting.start', { learner: sokha, code: [...wrongCode] });
    expect(await guess(window)).toMatchObject({ result: 'wrong', waitMs: 0 });
    expect(await guess(window)).toMatchObject({ result: 'wrong', waitMs: 0 });
    expect(await guess(window)).toMatchObject({ result: 'wrong', waitMs: 5000 });
    expect(await signIn(window)).toMatchObject({ result: 'wait' });
    const { window: after } = await open(desk);
    expect(await signIn(after)).toMatchObject({ result: 'wait' });
    desk.pass(5000);
    expect(await signIn(after)).toEqual({ result: 'signed-in' });
  });

  it('[SGN8] counts what was tried at other stations, and tells them of its own', async () => {
    const desk = await pulledDesk();
    const { window } = await open(desk);
    const guess = () => window.call('sitting.start', { learner: sokha, code: [...wrongCode] });
    expect(await guess()).toMatchObject({ wrongTries: 1 });
    await expect.poll(() => typesOf(desk)).toEqual(['sign-in.failed']);
    const elsewhere = { ...emptyLearnerState(dara), wrongTries: { 1: 5 } };
    await desk.hub.putState(elsewhere, {});
    await expect.poll(() => signIn(window, dara)).toEqual({ result: 'wait', waitMs: 30_000 });
    desk.pass(30_000);
    expect(await signIn(window, dara)).toEqual({ result: 'signed-in' });
  });

  it('[SIT1] refuses a second learner while one sits here', async () => {
    const { window } = await signedIn(await pulledDesk());
    await expect(signIn(window, dara)).rejects.toMatchObject({ code: 'permission.denied' });
  });

  it('[ERA9] ends the sitting of who is erased meanwhile, and seats the next', async () => {
    const desk = await pulledDesk();
    const { window } = await signedIn(desk);
    await window.call('lesson.open', first);
    const sitting$ = window.observe('sitting', undefined);
    const counts = { events: 1, lessons: 0, attempts: 0, activeMs: 0 };
    const about = { type: 'erased', v: 1, hubSeq: 99, learner: sokha, counts };
    const erased = { _id: `erased:${sokha}`, ...about };
    await desk.hub.putDirectory(erased);
    await until(sitting$, (sitting) => sitting === null);
    await expect(look(window)).rejects.toMatchObject({ code: 'sitting.none' });
    expect(await firstValueFrom(window.observe('home', undefined))).toMatchObject({ courses: [] });
    expect(await signIn(window, dara)).toEqual({ result: 'signed-in' });
    expect(await typesOf(desk)).not.toContain('sitting.ended');
    const { window: after } = await open(desk);
    expect(await signIn(after, dara)).toEqual({ result: 'signed-in' });
  });

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

  it('[SIT3] is back at the same item after the power went, the old sitting ended', async () => {
    const desk = await pulledDesk();
    const { window } = await signedIn(desk);
    await window.call('lesson.open', first);
    await look(window);
    await choose(window, 'kha');
    desk.disk.losePower();

    const { window: after } = await open(desk);
    expect(await firstValueFrom(after.observe('sitting', undefined))).toBeNull();
    await signIn(after);
    const view = await after.call('lesson.open', first);
    expect(view.items).toEqual({
      look: { tries: 1, outcome: 'right' },
      choose: { tries: 1, outcome: 'not-yet' },
    });
    expect(await choose(after, 'ka')).toMatchObject({ outcome: 'right', attempt: 2 });
    const ends = (await desk.recorded()).filter(({ payload }) => payload.type === 'sitting.ended');
    expect(ends.map(({ payload }) => payload)).toMatchObject([{ reason: 'station-restarted' }]);
  });

  it('[SIT3] ends a forgotten sitting once, however often the station starts', async () => {
    const desk = await pulledDesk();
    await signedIn(desk);
    await desk.start();
    await desk.start();
    expect(await typesOf(desk)).toEqual(['sitting.started', 'sitting.ended']);
  });

  it('[SIT6] ends the sitting when the station closes, leaving the lesson', async () => {
    const desk = await pulledDesk();
    const { station, window } = await signedIn(desk);
    await window.call('lesson.open', first);
    await station.close();
    const { window: after } = await open(desk);
    await signIn(after);
    expect((await desk.recorded()).slice(2, 4).map(({ payload }) => payload)).toMatchObject([
      { type: 'lesson.left' },
      { type: 'sitting.ended', reason: 'station-closed' },
    ]);
    expect((await desk.recorded())[4]).toMatchObject({ payload: { type: 'sitting.started' } });
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

  it('keeps the language a learner chose, for the next sitting too', async () => {
    const { window } = await signedIn(await pulledDesk());
    await window.call('language.choose', { language: 'en' });
    const sitting$ = window.observe('sitting', undefined);
    await until(sitting$, (sitting) => sitting?.language === 'en');
    await window.call('sitting.end', { reason: 'learner' });
    await until(sitting$, (sitting) => sitting === null);
    await signIn(window);
    expect(await until(sitting$, (sitting) => sitting !== null)).toMatchObject({ language: 'en' });
  });

  it('asks for help once, until it has come', async () => {
    const desk = await pulledDesk();
    const { window } = await signedIn(desk);
    await window.call('help.ask', undefined);
    await window.call('help.ask', undefined);
    await until(window.observe('sitting', undefined), (sitting) => sitting?.helpAsked === true);
    await window.call('help.end', undefined);
    expect(await typesOf(desk)).toEqual(['sitting.started', 'help.asked', 'help.ended']);
  });

  it('[SIT4] refuses an answer the disk has no room for, and takes it once there is', async () => {
    const desk = await pulledDesk();
    const { window } = await signedIn(desk);
    await window.call('lesson.open', first);
    desk.disk.full = true;
    await expect(choose(window, 'ka')).rejects.toMatchObject({ code: 'store.full' });
    const status$ = window.observe('status', undefined);
    await until(status$, ({ notices }) => notices.some(({ code }) => code === 'store-full'));
    desk.disk.full = false;
    expect(await choose(window, 'ka')).toMatchObject({ outcome: 'right', attempt: 1 });
    await until(status$, ({ notices }) => notices.length === 0);
    expect(await typesOf(desk)).toEqual(['sitting.started', 'lesson.opened', 'attempt.recorded']);
  });

  it('[SIT4] lets a learner leave with a full disk, and records the end before the next start', async () => {
    const desk = await pulledDesk();
    const { window } = await signedIn(desk);
    desk.disk.full = true;
    await window.call('sitting.end', { reason: 'learner' });
    expect(await firstValueFrom(window.observe('sitting', undefined))).toBeNull();
    await expect(signIn(window, dara)).rejects.toMatchObject({ code: 'store.full' });
    desk.disk.full = false;
    await signIn(window, dara);
    const recorded = (await desk.recorded()).map(({ envelope }) => [
      envelope.type,
      envelope.learner,
    ]);
    expect(recorded).toEqual([
      ['sitting.started', sokha],
      ['sitting.ended', sokha],
      ['sitting.started', dara],
    ]);
  });

  it('[SIT6] serves pack files to the sitting now open, and to no other', async () => {
    const { station, window } = await signedIn(await pulledDesk());
    const { base } = await window.call('lesson.open', first);
    const ask = (url: string) =>
      station.servePack({ method: 'GET', url, range: null, ifRange: null });
    expect(await ask(`${base}pictures/ka.svg`)).toMatchObject({ status: 200 });
    expect(await ask(`${base}pictures/none.svg`)).toMatchObject({ status: 404 });
    await window.call('sitting.end', { reason: 'learner' });
    expect(await ask(`${base}pictures/ka.svg`)).toMatchObject({ status: 404 });
  });

  it('[IPC1] refuses a window of another role everything', async () => {
    const { station } = await open(await pulledDesk());
    const replies: unknown[] = [];
    const line = station.connect('supervisor', (reply) => replies.push(reply));
    line.receive({ kind: 'subscribe', id: 1, name: 'learners', input: undefined });
    line.receive({ kind: 'command', id: 2, name: 'app.info', input: undefined });
    await new Promise((resolve) => setImmediate(resolve));
    expect(replies).toMatchObject([
      { id: 1, error: { code: 'permission.denied' } },
      { id: 2, error: { code: 'permission.denied' } },
    ]);
  });

  it('tells a window who it is', async () => {
    const { window } = await open(await pulledDesk());
    await until(window.observe('people', undefined), ({ ready }) => ready);
    expect(await window.call('app.info', undefined)).toMatchObject({
      kind: 'kiosk',
      siteName: { km: 'គុក ១' },
      demo: true,
      version: '0.1.0',
    });
  });
});
