import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { emptyLearnerState } from '../../src/domain/fold/fold-learner.ts';
import { dara, deskSite, sokha, wrongCode } from '../factories/desk-people.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { first, look, open, pulledDesk, signIn, signedIn, typesOf, until } from './kiosk-hand.ts';

describe('who may sit at a kiosk', { timeout: 30_000 }, () => {
  it('[VIE1] shows who may sign in, once directory and keyring are there', async () => {
    const desk = await stationDesk();
    const { window } = await open(desk);
    const people$ = window.observe('people', undefined);
    expect(await firstValueFrom(people$)).toEqual({ groups: [], learners: [], ready: false });
    desk.hub.pull();
    const people = await until(people$, ({ ready }) => ready);
    // [KHM6]
    expect(people.learners.map(({ name }) => name.km)).toEqual(['តារា', 'សុខា']);
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
    const taken$ = window.observe('taken', undefined);
    expect(await firstValueFrom(taken$)).toBe(true);
    await window.call('taken.seen', undefined);
    expect(await firstValueFrom(taken$)).toBe(false);
    expect(await signIn(window, dara)).toEqual({ result: 'signed-in' });
    await window.call('sitting.end', { reason: 'learner' });
    expect(await firstValueFrom(taken$)).toBe(false);
    expect((await typesOf(desk)).filter((type) => type === 'sitting.ended')).toHaveLength(1);
    const { window: after } = await open(desk);
    expect(await signIn(after, dara)).toEqual({ result: 'signed-in' });
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
