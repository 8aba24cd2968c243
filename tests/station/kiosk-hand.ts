import { filter, firstValueFrom } from 'rxjs';
import type { Observable } from 'rxjs';
import type { Marked } from '../../src/shared/contracts/ipc/views.ts';
import type { Response } from '../../src/shared/contracts/lesson.ts';
import { rightCode, sokha } from '../factories/desk-people.ts';
import { testPack } from '../factories/pack-press.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { kioskWindow } from '../factories/station-window.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { deskCourse } from '../factories/two-lesson-pack.ts';

/** What learners do at a kiosk's window, and what is looked at there. */

export const first = { pack: testPack, lesson: 'first' };

export const until = <Value>(stream: Observable<Value>, holds: (value: Value) => boolean) =>
  firstValueFrom(stream.pipe(filter(holds)));

export async function open(desk: Desk) {
  const station = await desk.start();
  return { station, window: kioskWindow(station) };
}

export async function signedIn(desk: Desk) {
  const opened = await open(desk);
  await signIn(opened.window);
  return opened;
}

export const signIn = (window: KioskWindow, learner = sokha) =>
  window.call('sitting.start', { learner, code: [...rightCode] });

const answer = (window: KioskWindow, item: string, response: Response): Promise<Marked> =>
  window.call('lesson.answer', { item, response, activeMs: 1000 });

export const look = (window: KioskWindow) => answer(window, 'look', { type: 'present' });
export const choose = (window: KioskWindow, id: string) =>
  answer(window, 'choose', { type: 'choice', chosen: [id] });
export const type = (window: KioskWindow, text: string) =>
  answer(window, 'type', { type: 'textEntry', text });

export const typesOf = async (desk: Desk) =>
  (await desk.recorded()).map(({ envelope }) => envelope.type);

export async function pulledDesk(): Promise<Desk> {
  const desk = await stationDesk();
  desk.hub.pull();
  return desk;
}

/** The directory says that an officer put the learner into the course, or took them out. */
export const enrolled = (active: boolean) => ({
  v: 1,
  hubSeq: 1,
  _id: `enrolment:${sokha}:${deskCourse}`,
  type: 'enrolment',
  learner: sokha,
  course: deskCourse,
  active,
});
