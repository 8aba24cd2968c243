import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { pressPack, testPack } from '../factories/pack-press.ts';
import { pieceSource } from '../factories/pack-source.ts';
import { deskCourse } from '../factories/two-lesson-pack.ts';
import {
  enrolled,
  first,
  open,
  pulledDesk,
  signIn,
  signedIn,
  typesOf,
  until,
} from './kiosk-hand.ts';

const game = { pack: testPack, piece: 'game' };
const film = { pack: testPack, piece: 'film' };
const result = { score: 0.75, passed: true, completed: false };

/** A station whose pack has a folder of HTML and a film beside its lesson. */
async function deskWithPieces() {
  const desk = await pulledDesk();
  await desk.packs.install(await press('1.1.0', 2));
  return desk;
}

function press(version: string, sequence: number): Promise<string> {
  const { description, files } = pieceSource();
  return pressPack({ description: { ...description, version, sequence }, files });
}

describe('pieces at a kiosk', { timeout: 30_000 }, () => {
  it('ask for a sitting, for a piece that is here, and to be open before they tell anything', async () => {
    const { window } = await open(await deskWithPieces());
    await expect(window.call('piece.open', game)).rejects.toMatchObject({ code: 'sitting.none' });
    await signIn(window);
    await expect(
      window.call('piece.open', { pack: testPack, piece: 'none' }),
    ).rejects.toMatchObject({ code: 'pack.not-installed' });
    await expect(window.call('piece.report', { ...result, activeMs: 0 })).rejects.toMatchObject({
      code: 'lesson.not-open',
    });
    await window.call('piece.leave', { place: 'nowhere', activeMs: 0 });
  });

  it('[CRS3] are not opened where their learner was taken out of the course, though begun there', async () => {
    const desk = await deskWithPieces();
    const { window } = await signedIn(desk);
    const home$ = window.observe('home', undefined);
    await window.call('piece.open', game);
    await desk.hub.putDirectory(enrolled(false));
    await until(home$, ({ courses }) => courses.length === 0);
    // What is open goes on: nobody is thrown out of the middle of it.
    await window.call('piece.leave', { place: 'level 2', activeMs: 0 });
    const notTaken = { code: 'lesson.not-taken', facts: { course: deskCourse } };
    for (const piece of [game, film]) {
      await expect(window.call('piece.open', piece)).rejects.toMatchObject(notTaken);
    }
    expect((await typesOf(desk)).filter((type) => type === 'piece.opened')).toHaveLength(1);
    await desk.hub.putDirectory(enrolled(true));
    await until(home$, ({ courses }) => courses.length === 1);
    expect(await window.call('piece.open', game)).toMatchObject({ launch: { place: 'level 2' } });
  });

  it('[PCE4] are recorded as the piece that is open, with no more time than passed', async () => {
    const desk = await deskWithPieces();
    const { window } = await signedIn(desk);
    const view = await window.call('piece.open', game);
    expect(view).toMatchObject({ kind: 'html', piece: 'game', launch: { place: null } });
    expect(view.player).toMatch(/^pack:\/\/org\.rean\.test--si-[a-z0-9]{16}\/~player\/html\/$/);
    desk.pass(5_000);
    await window.call('piece.save', { place: 'level 2', activeMs: 4_000 });
    desk.pass(1_000);
    await window.call('piece.report', { ...result, activeMs: 3_600_000 });
    await window.call('piece.leave', { place: 'level 2', activeMs: 0 });
    const payloads = (await desk.recorded()).map(({ payload }) => payload);
    const place = { pack: testPack, version: '1.1.0', piece: 'game' };
    expect(payloads.slice(1)).toMatchObject([
      { type: 'piece.opened', ...place },
      { type: 'piece.saved', ...place, place: 'level 2', activeMs: 4_000 },
      { type: 'piece.reported', ...place, ...result, activeMs: 1_000 },
      { type: 'piece.left', ...place, activeMs: 0 },
    ]);
  });

  it('[PCE5] go on where they were, in another start of the station too, and show how far they are', async () => {
    const desk = await deskWithPieces();
    const before = await signedIn(desk);
    const opened = await before.window.call('piece.open', game);
    await before.window.call('piece.leave', { place: 'level 2', activeMs: 0 });
    await before.station.close();
    await desk.packs.install(await press('1.2.0', 3));
    const { window } = await signedIn(desk);
    const again = await window.call('piece.open', game);
    expect(again).toMatchObject({ version: '1.1.0', launch: { place: 'level 2' } });
    expect(again.nonce).not.toBe(opened.nonce);
    const home$ = window.observe('home', undefined);
    expect((await firstValueFrom(home$)).goOn).toMatchObject({ lesson: 'game', status: 'begun' });
    await window.call('piece.report', { ...result, completed: true, activeMs: 0 });
    const home = await until(home$, ({ record }) => record.lessonsDone === 1);
    expect(home.goOn).toMatchObject({ lesson: 'film', status: 'new' });
    expect(await window.call('piece.open', game)).toMatchObject({
      version: '1.2.0',
      launch: { place: null },
    });
  });

  it('[PCE3] say why one could not be played, in the log, and play another', async () => {
    const desk = await deskWithPieces();
    const { window } = await signedIn(desk);
    await window.call('piece.open', film);
    const fault = { reason: 'unplayable', detail: 'film/film.webm: 4' } as const;
    await window.call('piece.fail', { ...fault, activeMs: 0 });
    expect(desk.log.find((line) => line.startsWith('piece.failed'))).toMatch(
      /"piece":"film","reason":"unplayable","detail":"film\/film\.webm: 4"/,
    );
    expect(await window.call('piece.open', game)).toMatchObject({ piece: 'game' });
  });

  it('[PCE5] keep where they are and their time, whatever ends the sitting', async () => {
    const desk = await deskWithPieces();
    const { window } = await signedIn(desk);
    await window.call('piece.open', game);
    desk.pass(5_000);
    await window.call('piece.save', { place: 'level 1', activeMs: 1_000 });
    desk.pass(5_000);
    await window.call('piece.keep', { place: 'level 2', activeMs: 2_000 });
    await window.call('piece.keep', { place: null, activeMs: 500 });
    await window.call('sitting.end', { reason: 'idle' });
    const payloads = (await desk.recorded()).map(({ payload }) => payload);
    expect(payloads.slice(2)).toMatchObject([
      { type: 'piece.saved', place: 'level 1', activeMs: 1_000 },
      { type: 'piece.saved', place: 'level 2', activeMs: 2_500 },
      { type: 'piece.left', activeMs: 0 },
      { type: 'sitting.ended', reason: 'idle' },
    ]);
  });

  it('[PCE5] are left when something else is opened, and when the sitting ends', async () => {
    const desk = await deskWithPieces();
    const { window } = await signedIn(desk);
    await window.call('piece.open', game);
    await window.call('lesson.open', first);
    await window.call('piece.open', film);
    await window.call('sitting.end', { reason: 'learner' });
    expect(await typesOf(desk)).toEqual([
      'sitting.started',
      'piece.opened',
      'piece.left',
      'lesson.opened',
      'lesson.left',
      'piece.opened',
      'piece.left',
      'sitting.ended',
    ]);
  });
});
