import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { LearnerId } from '../../src/shared/ids.ts';
import { dara, sokha } from '../factories/desk-people.ts';
import {
  choose,
  first,
  look,
  open,
  pulledDesk,
  signIn,
  signedIn,
  typesOf,
  until,
} from './kiosk-hand.ts';

describe('a sitting at a kiosk', { timeout: 30_000 }, () => {
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

  it('[KHM10] keeps the on-screen keyboard a learner chose, for the next sitting, and records a change alone', async () => {
    const desk = await pulledDesk();
    const { window } = await signedIn(desk);
    const sitting$ = window.observe('sitting', undefined);
    expect(await until(sitting$, (sitting) => sitting !== null)).toMatchObject({ board: null });
    await window.call('board.choose', { board: 'keyboard' });
    await window.call('board.choose', { board: 'keyboard' });
    await until(sitting$, (sitting) => sitting?.board === 'keyboard');
    expect(await typesOf(desk)).toEqual(['sitting.started', 'board.chosen']);
    await window.call('sitting.end', { reason: 'learner' });
    await until(sitting$, (sitting) => sitting === null);
    await signIn(window);
    expect(await until(sitting$, (sitting) => sitting !== null)).toMatchObject({
      board: 'keyboard',
    });
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

  it('[SIT6] ends the sitting of a closed account, and nobody else’s', async () => {
    const desk = await pulledDesk();
    const { station, window } = await signedIn(desk);
    const seated: boolean[] = [];
    station.seated$.subscribe((present) => seated.push(present));
    await window.call('lesson.open', first);
    await desk.hub.putDirectory(desk.people.changed(dara, { disabled: true }));
    await look(window);
    await desk.hub.putDirectory(desk.people.changed(sokha, { disabled: true }));
    await until(window.observe('sitting', undefined), (sitting) => sitting === null);
    await expect
      .poll(async () => (await desk.recorded()).slice(2).map(({ payload }) => payload))
      .toMatchObject([
        { type: 'attempt.recorded' },
        { type: 'lesson.left' },
        { type: 'sitting.ended', reason: 'account-changed' },
      ]);
    expect(seated.at(-1)).toBe(false);
    expect(await signIn(window)).toMatchObject({ result: 'wrong' });
  });

  it('[SIT6] [SGN9] ends a sitting once another sign-in is given, which goes on with the new one', async () => {
    const desk = await pulledDesk();
    const { window } = await signedIn(desk);
    const { keyring } = desk.people;
    const renewed = (whose: LearnerId) => ({
      ...keyring,
      learners: keyring.learners.map((each) =>
        each.learner === whose ? { ...each, verifier: { ...each.verifier, number: 2 } } : each,
      ),
    });
    await desk.takeKeyring(renewed(dara));
    await window.call('help.ask', undefined);
    await desk.takeKeyring(renewed(sokha));
    const sitting$ = window.observe('sitting', undefined);
    await until(sitting$, (sitting) => sitting === null);
    await signIn(window);
    await desk.takeKeyring(renewed(sokha));
    await window.call('help.ask', undefined);
    expect(await typesOf(desk)).toEqual([
      'sitting.started',
      'help.asked',
      'sitting.ended',
      'sitting.started',
      'help.asked',
    ]);
  });
});
