import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { eventPayloadSchema } from '../../src/shared/contracts/documents/event.ts';
import type { LibraryAsk } from '../../src/shared/contracts/ipc/library-view.ts';
import { foldLearner } from '../../src/domain/fold/fold-learner.ts';
import { courseIdSchema } from '../../src/shared/ids.ts';
import { officer, passphrase, sokha } from '../factories/desk-people.ts';
import { ids, openedEvent, payloads } from '../factories/events.ts';
import { pressPack, testPack } from '../factories/pack-press.ts';
import { shelfPiece, shelfSource, shelves } from '../factories/shelf-source.ts';
import { stationDesk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { pulledDesk, signedIn, until } from './kiosk-hand.ts';

const everything: LibraryAsk = { shelf: null, level: null, words: '', from: 0, count: 8 };

async function libraryDesk(kind: 'kiosk' | 'supervisor') {
  const desk = kind === 'kiosk' ? await pulledDesk() : await stationDesk(kind);
  await desk.packs.install(await pressPack(shelfSource()));
  return desk;
}

const booksOf = async (window: KioskWindow, over: Partial<LibraryAsk>) => {
  const view = await firstValueFrom(window.observe('library', { ...everything, ...over }));
  return view.books.map(({ lesson }) => lesson);
};

describe('the library at a kiosk', { timeout: 30_000 }, () => {
  it('[LIB1] [LIB2] shows what is on shelves, shelf by shelf and level by level, and no course of it', async () => {
    const { window } = await signedIn(await libraryDesk('kiosk'));
    const view = await firstValueFrom(window.observe('library', everything));
    expect(view).toMatchObject({ levels: [1, 3], total: 3 });
    // [KHM6]
    expect(view.shelves.map(({ shelf }) => shelf)).toEqual([shelves.films, shelves.stories]);
    expect(view.books.map(({ lesson }) => lesson)).toEqual(['film', 'tum', 'rice']);
    expect(view.books[1]).toMatchObject({ lesson: 'tum', authors: ['ភិក្ខុសោម'], level: 3 });
    expect(await booksOf(window, { shelf: courseIdSchema.parse(shelves.films) })).toEqual(['film']);
    expect(await booksOf(window, { level: 1 })).toEqual(['rice']);
    expect(await booksOf(window, { from: 1, count: 1 })).toEqual(['tum']);
    const { courses } = await firstValueFrom(window.observe('home', undefined));
    expect(courses.flatMap(({ lessons }) => lessons.map(({ lesson }) => lesson))).toEqual([
      'first',
      'game',
    ]);
  });

  it('[LIB3] finds by title and author, however the words are spelled', async () => {
    const { window } = await signedIn(await libraryDesk('kiosk'));
    expect(await booksOf(window, { words: 'teav' })).toEqual(['tum']);
    expect(await booksOf(window, { words: 'ភិក្ខុ សោម' })).toEqual(['tum']);
    // The signs of ដាំ in another order.
    expect(await booksOf(window, { words: 'ដ\u17c6\u17b6' })).toEqual(['rice']);
    expect(await booksOf(window, { words: 'ឆ្មា' })).toEqual([]);
  });

  it('[LIB2] puts what was begun first, and goes on with it where it was', async () => {
    const { window } = await signedIn(await libraryDesk('kiosk'));
    const library$ = window.observe('library', everything);
    await window.call('piece.open', { pack: testPack, piece: 'rice' });
    await window.call('piece.leave', { place: 'page 7', activeMs: 0 });
    const { books } = await until(library$, (view) => view.books[0]?.status === 'begun');
    expect(books.map(({ lesson, status }) => [lesson, status])).toEqual([
      ['rice', 'begun'],
      ['film', 'new'],
      ['tum', 'new'],
    ]);
    const { launch } = await window.call('piece.open', { pack: testPack, piece: 'rice' });
    expect(launch.place).toBe('page 7');
  });
});

describe('[LIB4] what somebody reads', { timeout: 30_000 }, () => {
  async function officerAt() {
    const desk = await libraryDesk('supervisor');
    desk.hub.pull();
    const window = supervisorWindow(await desk.start());
    await until(window.observe('staff', undefined), ({ ready }) => ready);
    await window.call('staff.sign-in', { staff: officer, passphrase });
    const reads = async (piece: string) => {
      const told = { ...shelfPiece(piece), sitting: ids.sitting };
      const failed = { reason: 'missing', detail: 'game/a secret name.html', activeMs: 0 };
      const events = [
        payloads.started(),
        eventPayloadSchema.parse({ type: 'piece.opened', ...told }),
        eventPayloadSchema.parse({ type: 'piece.failed', ...told, ...failed }),
      ].map((payload, index) => openedEvent(payload, { learner: sokha, seq: index + 1 }));
      await desk.hub.putState(foldLearner(sokha, events), {});
    };
    return { desk, window, reads };
  }

  it('is not named in the room, and neither is what its fault would name', async () => {
    const { window, reads } = await officerAt();
    const room$ = window.observe('room', undefined);
    const seen = async (piece: string) => {
      await reads(piece);
      const room = await until(room$, ({ present }) => present === 1);
      return room.seats.find(({ sitting }) => sitting !== null)?.sitting?.lesson;
    };
    expect(await seen('tum')).toMatchObject({
      title: null,
      courseTitle: null,
      fault: { reason: 'missing', detail: '' },
    });
    const page = await firstValueFrom(window.observe('learner', { learner: sokha }));
    expect(JSON.stringify(page)).not.toContain('ទុំទាវ');
  });

  it('is named where it is of a course', async () => {
    const { window, reads } = await officerAt();
    await reads('game');
    const room = await until(window.observe('room', undefined), ({ present }) => present === 1);
    expect(room.seats.find(({ sitting }) => sitting !== null)?.sitting?.lesson).toMatchObject({
      title: { km: 'ល្បែង' },
      fault: { detail: 'game/a secret name.html' },
    });
  });

  it('is left out of what is printed', async () => {
    const { desk, window } = await officerAt();
    const piece = (id: string) => ({ pack: testPack, piece: id, completed: true, best: null });
    desk.hub.answer = () => ({
      result: 'done',
      output: {
        lessons: [],
        corrections: [],
        name: { km: 'សុខា' },
        sex: null,
        birthYear: null,
        language: null,
        days: 1,
        activeMs: 0,
        attempts: 0,
        right: 0,
        pieces: [piece('game'), piece('tum'), piece('unknown')],
        printed: '2026-11-22',
      },
    });
    const asked = { type: 'record.print', input: { learner: sokha }, reason: null } as const;
    expect(await window.call('hub.command', asked)).toMatchObject({ pieces: [piece('game')] });
  });
});
