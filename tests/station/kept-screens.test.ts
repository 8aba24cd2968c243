import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { KeptScreen } from '../../src/shared/contracts/kept-screen.ts';
import type { KeptDraft } from '../../src/shared/contracts/lesson/draft.ts';
import { courseIdSchema, eventIdSchema } from '../../src/shared/ids.ts';
import { localDatabaseName, localNames } from '../../src/station/record/local-documents.ts';
import { openMemoryStorage } from '../../src/sync/store/memory-storage.ts';
import { dara, sokha } from '../factories/desk-people.ts';
import { signedOrder } from '../factories/seat-orders.ts';
import type { Desk } from '../factories/station-desk.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { deskCourse } from '../factories/two-lesson-pack.ts';
import { choose, first, look, open, pulledDesk, signIn, signedIn, type } from './kiosk-hand.ts';

const patience = { timeout: 20_000 };
const chosen = { type: 'choice', chosen: ['kha'], tried: [] } as const satisfies KeptDraft;
const typed = { type: 'textEntry', text: 'ខ្មែ', caret: 4 } as const satisfies KeptDraft;

const leave = (window: KioskWindow) => window.call('sitting.end', { reason: 'learner' });
const openFirst = (window: KioskWindow) => window.call('lesson.open', first);
const keep = (window: KioskWindow, draft: KeptDraft | null, item = 'choose') =>
  window.call('draft.keep', { item, draft });
const goesOn = async (window: KioskWindow) =>
  (await firstValueFrom(window.observe('sitting', undefined)))?.goesOn;

/** At the item that is chosen at. */
async function choosing() {
  const desk = await pulledDesk();
  const { station, window } = await signedIn(desk);
  await openFirst(window);
  await look(window);
  return { desk, station, window };
}

const keptOn = async (desk: Desk) =>
  (await desk.recorded()).flatMap(({ payload }) =>
    payload.type === 'screen.kept' ? [payload] : [],
  );

async function order(desk: Desk, act: Parameters<typeof signedOrder>[1], number: number) {
  if (desk.lab.take === null) throw new Error('no seat');
  const command = await signedOrder(desk.people, act, { number });
  return (await desk.lab.take({ command, ageMs: 0 })).outcome.result;
}

/** What lies on the disk of who sits there, as it lies. */
const lying = async (desk: Desk) => {
  const local = await openMemoryStorage(desk.disk).open(localDatabaseName);
  return JSON.stringify(await local.getLocal(localNames.sitting));
};

describe('[SIT7] an answer that was not sent', { timeout: 30_000 }, () => {
  it('waits for its learner at whatever seat, until they answer there', async () => {
    const { desk, station, window } = await choosing();
    await keep(window, chosen);
    await leave(window);
    expect(await keptOn(desk)).toMatchObject([
      { screen: null, unsent: { of: { lesson: 'first', item: 'choose' }, run: 1, tries: 0 } },
    ]);
    await signIn(window, dara);
    expect((await openFirst(window)).unsent).toBeNull();
    await leave(window);
    await signIn(window);
    expect((await openFirst(window)).unsent).toEqual({ item: 'choose', draft: chosen });
    await choose(window, 'ka');
    expect((await openFirst(window)).unsent).toBeNull();
    await leave(window);
    // Of nothing that is left nothing is recorded.
    expect(await keptOn(desk)).toHaveLength(1);
    await station.close();
  });

  it('waits while another lesson is opened, and gives way to the next one that is begun', async () => {
    const { desk, station, window } = await choosing();
    await keep(window, chosen);
    await window.call('lesson.leave', undefined);
    await window.call('lesson.open', { ...first, lesson: 'second' });
    await keep(window, null, 'look');
    await window.call('lesson.leave', undefined);
    expect((await openFirst(window)).unsent).toEqual({ item: 'choose', draft: chosen });
    // A window that begins with what there is says so of the item it shows.
    await keep(window, null);
    expect((await openFirst(window)).unsent).toBeNull();
    await keep(window, typed, 'type');
    await leave(window);
    expect(await keptOn(desk)).toMatchObject([{ unsent: { of: { item: 'type' } } }]);
    await station.close();
  });

  it('comes back for the second try, with what fits, and no more for the first', async () => {
    const { station, window } = await choosing();
    await keep(window, chosen);
    await choose(window, 'kha');
    const second = { type: 'choice', chosen: [], tried: ['kha'] } as const;
    await keep(window, { ...second, chosen: [], tried: ['kha'] });
    await leave(window);
    await signIn(window);
    const { unsent, items } = await openFirst(window);
    expect({ unsent, tries: items['choose']?.tries }).toEqual({
      unsent: { item: 'choose', draft: { ...second, chosen: [], tried: ['kha'] } },
      tries: 1,
    });
    await station.close();
  });

  it('is there after a power cut, and lies on the disk as nobody can read it', async () => {
    const { desk, window } = await choosing();
    await choose(window, 'ka');
    await keep(window, typed, 'type');
    await window.call('screen.keep', { screen: { at: 'lesson', ...first, course: null } });
    await expect.poll(() => lying(desk), patience).toContain('"kept"');
    const lies = await lying(desk);
    expect(lies).not.toContain(typed.text);
    expect(lies).not.toContain('textEntry');
    expect(lies).not.toContain(first.pack);
    desk.disk.losePower();
    const { station, window: after } = await open(desk);
    expect(await lying(desk)).not.toContain('"kept"');
    await signIn(after);
    // Nobody moved them: they begin at home, as ever.
    expect(await goesOn(after)).toBeNull();
    expect((await openFirst(after)).unsent).toEqual({ item: 'type', draft: typed });
    await type(after, 'ខ្មែរ');
    expect((await keptOn(desk)).map(({ screen }) => screen?.at)).toEqual(['lesson']);
    await station.close();
  });

  it('is given up where the disk has no room for it, and nobody is held up by that', async () => {
    const { desk, station, window } = await choosing();
    desk.disk.full = true;
    await keep(window, chosen);
    await expect.poll(() => desk.log.join(' '), patience).toContain('screen.not-kept');
    expect((await openFirst(window)).unsent).toEqual({ item: 'choose', draft: chosen });
    desk.disk.full = false;
    await choose(window, 'ka');
    await leave(window);
    await station.close();
  });
});

describe('[ACT13] [SIT7] the screen of who is moved', { timeout: 30_000 }, () => {
  const place = { shelf: null, level: 1, words: '', from: 8, searching: false } as const;
  const request = eventIdSchema.parse('st-aaaaaaaa:00000000000000aa:000000000003');
  const screens: readonly KeptScreen[] = [
    { at: 'record', from: 3 },
    { at: 'course', course: deskCourse, from: 8 },
    { at: 'library', place },
    { at: 'review' },
    { at: 'tutor', place: { show: 'request', request } },
  ];

  it('is the one they left: a page of a list, the record, the library, their group', async () => {
    const desk = await pulledDesk();
    const { station, window } = await open(desk);
    const went: unknown[] = [];
    for (const [at, screen] of screens.entries()) {
      await signIn(window);
      await window.call('screen.keep', { screen });
      expect(await order(desk, { kind: 'end-sitting', learner: sokha, to: 5 }, 1 + at)).toBe(
        'applied',
      );
      const expected = { kind: 'expect', learner: sokha, open: 'home' } as const;
      expect(await order(desk, expected, 1 + at)).toBe('applied');
      await signIn(window);
      went.push((await goesOn(window))?.screen);
      await leave(window);
      // Taken up it is gone.
      await signIn(window);
      expect(await goesOn(window)).toBeNull();
      await leave(window);
    }
    expect(went).toEqual(screens);
    await station.close();
  });

  it('is a lesson with the way back and the answer, and the list it was in where it is done', async () => {
    const { desk, station, window } = await choosing();
    const course = courseIdSchema.parse(deskCourse);
    const screen: KeptScreen = { at: 'lesson', ...first, course };
    const move = async (number: number) => {
      await window.call('screen.keep', { screen });
      await order(desk, { kind: 'end-sitting', learner: sokha, to: 5 }, number);
      await order(desk, { kind: 'expect', learner: sokha, open: 'open' }, number);
      await signIn(window);
      return goesOn(window);
    };
    await keep(window, chosen);
    expect(await move(1)).toMatchObject({ screen, lesson: { ...first, kind: 'lesson' } });
    expect((await openFirst(window)).unsent).toEqual({ item: 'choose', draft: chosen });
    await choose(window, 'ka');
    await type(window, 'ខ្មែរ');
    expect(await move(2)).toEqual({ screen: { at: 'course', course, from: 0 }, lesson: null });
    await station.close();
  });

  it('is nobody’s who left by themselves: they begin at home', async () => {
    const desk = await pulledDesk();
    const { station, window } = await signedIn(desk);
    await window.call('screen.keep', { screen: { at: 'record', from: 0 } });
    await leave(window);
    expect(await keptOn(desk)).toEqual([]);
    await expect(window.call('screen.keep', { screen: null })).rejects.toMatchObject({
      code: 'sitting.none',
    });
    await station.close();
  });
});
