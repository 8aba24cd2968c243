import { readFile } from 'node:fs/promises';
import { filter, firstValueFrom, map } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { OpenViewing } from '../../src/shared/contracts/ipc/viewing-views.ts';
import { dara, officer, passphrase, sokha, technician } from '../factories/desk-people.ts';
import { filmPack, pressFilm } from '../factories/film-pack.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import type { SupervisorWindow } from '../factories/station-window.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';

const film = { pack: filmPack, piece: 'film' };

async function officerAt(desk: Desk): Promise<SupervisorWindow> {
  const window = supervisorWindow(await desk.start());
  await firstValueFrom(window.observe('staff', undefined).pipe(filter(({ ready }) => ready)));
  await window.call('staff.sign-in', { staff: officer, passphrase });
  return window;
}

async function filmDesk(): Promise<Desk> {
  const desk = await stationDesk('supervisor');
  await desk.packs.install(await pressFilm(await temporaryFolder()));
  desk.hub.pull();
  desk.tellDate('2026-11-22');
  return desk;
}

const viewingAt = (window: SupervisorWindow): Promise<OpenViewing> =>
  firstValueFrom(
    window
      .observe('viewing', undefined)
      .pipe(filter((view): view is OpenViewing => view?.state === 'open')),
  );
const attended = async (desk: Desk) =>
  (await desk.recorded()).flatMap(({ payload, envelope }) =>
    payload.type === 'viewing.attended' ? [{ ...payload, learner: envelope.learner }] : [],
  );

/** Plays on for so long, told every second as the film's page does. */
async function play(desk: Desk, window: SupervisorWindow, seconds: number): Promise<void> {
  const { viewing, film: now } = await viewingAt(window);
  const from = now?.at ?? 0;
  const tell = (at: number, playing: boolean) =>
    window.call('viewing.told', { viewing, at, duration: 600, playing, pause: null });
  await window.call('viewing.drive', { do: 'play' });
  for (let second = 0; second <= seconds; second += 1) {
    await tell(from + second, second < seconds);
    if (second < seconds) desk.pass(1000);
  }
}

describe('a film shown to a group at a supervisor station', { timeout: 60_000 }, () => {
  it('[GRP5] [GRP6] records who was there, the minutes shown and the answers, in the officer’s name, once', async () => {
    const desk = await filmDesk();
    const window = await officerAt(desk);
    await window.call('viewing.begin', film);
    await window.call('viewing.begin', film);
    await window.call('viewing.tick', { learners: [sokha, dara], there: true });
    await window.call('viewing.tick', { learners: [dara], there: false });
    await play(desk, window, 7);
    await window.call('viewing.answer', { pause: 0, asked: 1, right: 1 });
    await window.call('viewing.end', undefined);
    await expect(window.call('viewing.end', undefined)).rejects.toMatchObject({
      code: 'viewing.none',
    });
    expect(await attended(desk)).toMatchObject([
      {
        learner: sokha,
        piece: 'film',
        day: '2026-11-22',
        shownMs: 7000,
        answers: [{ pause: 0, asked: 1, right: 1 }],
        there: true,
        staff: officer,
        reason: null,
      },
    ]);
    const page = await firstValueFrom(
      window.observe('learner', { learner: sokha }).pipe(filter(({ films }) => films.length > 0)),
    );
    expect(page.films).toMatchObject([{ shownMs: 7000, title: { km: 'ការសម្ភាសការងារ' } }]);
  });

  it('[GRP5] leaves a viewing as it was where the disk is full at its end, and records it all once there is room', async () => {
    const desk = await filmDesk();
    const window = await officerAt(desk);
    await window.call('viewing.begin', film);
    await window.call('viewing.tick', { learners: [sokha, dara], there: true });
    await play(desk, window, 7);
    desk.disk.full = true;
    const refused = { code: 'store.full' };
    await expect(window.call('viewing.end', undefined)).rejects.toMatchObject(refused);
    expect(await attended(desk)).toEqual([]);
    expect((await viewingAt(window)).there.toSorted()).toEqual([sokha, dara].toSorted());
    // A cut in that state takes nothing away either.
    const again = await officerAt(desk);
    expect(await viewingAt(again)).toMatchObject({ film: null });
    desk.disk.full = false;
    await again.call('viewing.end', undefined);
    const told = await attended(desk);
    expect(told.map(({ learner, day }) => [learner, day]).toSorted()).toEqual(
      [sokha, dara].toSorted().map((learner) => [learner, '2026-11-22']),
    );
  });

  it('[GRP4] goes on after the station was cut off, with who was ticked and nearly all that was shown', async () => {
    const desk = await filmDesk();
    const before = await officerAt(desk);
    await before.call('viewing.begin', film);
    await before.call('viewing.tick', { learners: [dara], there: true });
    await play(desk, before, 12);
    const after = await officerAt(desk);
    const cutOff = await viewingAt(after);
    expect(cutOff).toMatchObject({ there: [dara], film: null });
    expect(cutOff.shownMs).toBeGreaterThanOrEqual(10_000);
    await after.call('viewing.resume', undefined);
    const go = await after.call('viewing.ready', { viewing: cutOff.viewing });
    expect(go.to).toBeGreaterThanOrEqual(10);
    await after.call('viewing.end', undefined);
    expect(await attended(desk)).toMatchObject([{ learner: dara }]);
  });

  it('[GRP4] asks the group at a pause, and shows the answer when it is told to', async () => {
    const desk = await filmDesk();
    const window = await officerAt(desk);
    await window.call('viewing.begin', film);
    const { viewing } = await viewingAt(window);
    const told = { viewing, at: 2, duration: 6, playing: false, pause: 0 };
    await window.call('viewing.drive', { do: 'play' });
    await window.call('viewing.told', told);
    const asked$ = window
      .observe('screen', undefined)
      .pipe(map((screen) => screen?.question ?? null));
    expect(await firstValueFrom(asked$.pipe(filter((asked) => asked !== null)))).toMatchObject({
      question: { en: 'What comes first at an interview?' },
      right: null,
    });
    await window.call('viewing.drive', { do: 'show-answer' });
    await firstValueFrom(asked$.pipe(filter((asked) => asked?.right === 1)));
    await window.call('viewing.drive', { do: 'play' });
    await firstValueFrom(asked$.pipe(filter((asked) => asked === null)));
  });

  it('[GRP1] shows no name on the big screen, which needs no sign-in, and nothing once its officer has left', async () => {
    const desk = await filmDesk();
    const station = await desk.start();
    const window = supervisorWindow(station);
    const wall = supervisorWindow(station);
    await firstValueFrom(window.observe('staff', undefined).pipe(filter(({ ready }) => ready)));
    await window.call('staff.sign-in', { staff: officer, passphrase });
    await window.call('viewing.begin', film);
    await window.call('viewing.tick', { learners: [sokha], there: true });
    const shown = await firstValueFrom(
      wall.observe('screen', undefined).pipe(filter((screen) => screen !== null)),
    );
    expect(JSON.stringify(shown)).not.toMatch(/ln-|of-|សុខា/);
    await expect(wall.call('viewing.end', undefined)).rejects.toMatchObject({
      code: 'permission.denied',
    });
    await window.call('staff.sign-out', undefined);
    await firstValueFrom(
      wall.observe('screen', undefined).pipe(filter((screen) => screen === null)),
    );
    await window.call('staff.sign-in', { staff: officer, passphrase });
    expect(await viewingAt(window)).toMatchObject({ there: [sokha], film: null });
  });

  it('[GRP2] is nothing for a technician, and takes nobody out of reach', async () => {
    const desk = await filmDesk();
    await desk.hub.putDirectory(desk.people.changedStaff(officer, { scopes: ['women'] }));
    const window = await officerAt(desk);
    await window.call('viewing.begin', film);
    const denied = { code: 'permission.denied' };
    await expect(
      window.call('viewing.tick', { learners: [sokha], there: true }),
    ).rejects.toMatchObject(denied);
    await window.call('staff.sign-in', { staff: technician, passphrase });
    await expect(window.call('viewing.begin', film)).rejects.toMatchObject(denied);
    await expect(window.call('viewing.end', undefined)).rejects.toMatchObject(denied);
  });

  it('[GRP7] corrects by a new record, whose word stands; what changes nothing is refused', async () => {
    const desk = await filmDesk();
    const window = await officerAt(desk);
    await window.call('viewing.begin', film);
    await window.call('viewing.tick', { learners: [sokha], there: true });
    await window.call('viewing.end', undefined);
    const held$ = window.observe('viewings', undefined).pipe(map(({ viewings }) => viewings[0]));
    const held = await firstValueFrom(held$.pipe(filter((first) => first !== undefined)));
    const { viewing } = held;
    await window.call('viewing.correct', { viewing, learner: sokha, there: false });
    await window.call('viewing.correct', { viewing, learner: dara, there: true });
    await expect(
      window.call('viewing.correct', { viewing, learner: dara, there: true }),
    ).rejects.toMatchObject({ code: 'viewing.pointless' });
    const after = await firstValueFrom(
      held$.pipe(filter((first) => first?.people.some(({ there }) => !there) ?? false)),
    );
    const told = after?.people.map(({ learner, there, reason }) => [learner, there, reason]);
    expect(told).toContainEqual([sokha, false, 'not-there']);
    expect(await attended(desk)).toHaveLength(3);
  });

  it('[GRP3] reads a list of who was there, and tells by number which rows name nobody', async () => {
    const desk = await filmDesk();
    const window = await officerAt(desk);
    const content = Buffer.from('ឈ្មោះ\nតារា\nនរណាម្នាក់\n').toString('base64');
    expect(await window.call('viewing.list', { content })).toMatchObject({
      read: true,
      rows: [
        { number: 2, outcome: 'found', learner: dara },
        { number: 3, outcome: 'unknown' },
      ],
    });
    const binary = await readFile(process.execPath).then((bytes) => bytes.subarray(0, 2000));
    expect(await window.call('viewing.list', { content: binary.toString('base64') })).toMatchObject(
      { read: false },
    );
  });
});
