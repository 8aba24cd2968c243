import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { filter, firstValueFrom } from 'rxjs';
import { lookIdSchema } from '../../src/shared/contracts/look.ts';
import type { LookAnswer, WantedLook } from '../../src/shared/contracts/look.ts';
import { ReanError } from '../../src/shared/errors.ts';
import type { LookLine } from '../../src/station/uplink/uplink.ts';
import { dara, deskStation, officer, passphrase, sokha } from '../factories/desk-people.ts';
import { stationDesk } from '../factories/station-desk.ts';
import type { Desk } from '../factories/station-desk.ts';
import { supervisorWindow } from '../factories/station-window.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { tinyJpeg } from '../factories/tiny-jpeg.ts';
import { choose, first, look as goOn, open, pulledDesk, signIn, until } from './kiosk-hand.ts';

const picture = { jpeg: tinyJpeg().toString('base64') };
const idOf = (digit: string) => lookIdSchema.parse(digit.repeat(32));
const look = idOf('a');

/** A hub that says when somebody looks, and hears what the seat answers. */
function looking(desk: Desk) {
  const answers: { readonly look: string; readonly answer: LookAnswer }[] = [];
  let due: ((wanted: WantedLook) => void) | null = null;
  let asked = 0;
  desk.hub.looks = {
    ...desk.hub.looks,
    wanted: (signal) => {
      asked += 1;
      return new Promise((resolve, reject) => {
        due = resolve;
        signal.addEventListener('abort', () => reject(new ReanError('hub.unreachable')));
      });
    },
    give: (id, answer) => {
      answers.push({ look: id, answer: structuredClone(answer) });
      return Promise.resolve(true);
    },
  };
  const ask = async (id = look, learner = sokha) => {
    await expect.poll(() => due).not.toBeNull();
    due?.({ id, learner });
    due = null;
  };
  const listens = () => expect.poll(() => due).not.toBeNull();
  const answered = (count = 1) => expect.poll(() => answers).toHaveLength(count);
  return { answers, ask, answered, listens, asked: () => asked };
}

const nothing = (why: string) => ({ result: 'nothing', why });
const toldOf = (window: KioskWindow, wanted: boolean) =>
  until(window.observe('look', undefined), (view) => view?.wanted === wanted);

async function seated() {
  const desk = await pulledDesk();
  const hub = looking(desk);
  const opened = await open(desk);
  onTestFinished(() => opened.station.close());
  await signIn(opened.window);
  await opened.window.call('lesson.open', first);
  return { desk, hub, ...opened };
}

describe('a kiosk somebody looks at', { timeout: 30_000 }, () => {
  it('[LOK3] tells its learner, shows the lesson, and goes on telling for a while', async () => {
    const { hub, window } = await seated();
    await hub.ask();
    expect(await toldOf(window, true)).toEqual({ look, wanted: true });
    await window.call('look.show', { look, picture });
    await hub.answered();
    expect(hub.answers).toEqual([{ look, answer: { result: 'shown', picture } }]);
    expect(await toldOf(window, false)).toEqual({ look, wanted: false });
    await window.call('look.show', { look, picture });
    await window.call('look.show', { look: idOf('b'), picture });
    expect(hub.answers).toHaveLength(1);
    await choose(window, 'kha').catch(() => undefined);
  });

  it('[LOK3] hears of no look while nobody sits there', async () => {
    const desk = await pulledDesk();
    const hub = looking(desk);
    const { station, window } = await open(desk);
    onTestFinished(() => station.close());
    expect(hub.asked()).toBe(0);
    await signIn(window);
    await hub.listens();
    expect(hub.asked()).toBe(1);
  });

  it('[LOK4] shows nothing of its home screen, of another’s sitting, or where no lesson is in sight', async () => {
    const { hub, window } = await seated();
    await hub.ask(idOf('1'), dara);
    await hub.answered(1);
    await hub.ask(idOf('2'));
    await toldOf(window, true);
    await window.call('look.show', { look: idOf('2'), picture: null });
    await hub.answered(2);
    await window.call('lesson.leave', undefined);
    await hub.ask(idOf('3'));
    await hub.answered(3);
    expect(hub.answers.map(({ answer }) => answer)).toEqual([1, 2, 3].map(() => nothing('gone')));
    // Of a look that showed nothing, and was never asked of the window, nobody is told.
    expect(await firstValueFrom(window.observe('look', undefined))).not.toMatchObject({
      look: idOf('3'),
    });
  });

  it('[LOK4] shows nothing where the lesson was left between asking and answering', async () => {
    const { hub, window } = await seated();
    await hub.ask();
    await toldOf(window, true);
    await window.call('lesson.leave', undefined);
    await window.call('look.show', { look, picture });
    await hub.answered();
    expect(hub.answers[0]?.answer).toEqual(nothing('gone'));
  });

  it('[LOK4] shows nothing where another lesson was opened between asking and answering', async () => {
    const { hub, window } = await seated();
    await goOn(window);
    await hub.ask();
    await toldOf(window, true);
    await window.call('lesson.leave', undefined);
    await window.call('lesson.open', { ...first, lesson: 'second' });
    await window.call('look.show', { look, picture });
    await hub.answered();
    expect(hub.answers[0]?.answer).toEqual(nothing('gone'));
  });

  it('[LOK4] sends nothing once the sitting ended, and tells whoever comes next of no look', async () => {
    const { hub, window } = await seated();
    await hub.ask();
    await toldOf(window, true);
    await window.call('sitting.end', { reason: 'learner' });
    await window.call('look.show', { look, picture });
    await signIn(window, dara);
    expect(await firstValueFrom(window.observe('look', undefined))).toBeNull();
    await hub.listens();
    expect(hub.answers).toEqual([]);
  });

  it('[LOK5] sends nothing that is no small picture', async () => {
    const { hub, window } = await seated();
    const strange = [
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      tinyJpeg({ width: 4000, height: 4000 }),
    ];
    for (const [at, bytes] of strange.entries()) {
      const id = idOf(String(at));
      await hub.ask(id);
      await until(window.observe('look', undefined), (view) => view?.look === id);
      await window.call('look.show', { look: id, picture: { jpeg: bytes.toString('base64') } });
      await hub.answered(at + 1);
    }
    expect(hub.answers.map(({ answer }) => answer)).toEqual(strange.map(() => nothing('failed')));
    const large = { jpeg: 'A'.repeat(200_000) };
    const asked = window.call('look.show', { look, picture: large });
    await expect(asked).rejects.toMatchObject({ code: 'shape.invalid' });
  });

  it('[SKW2] asks a hub that knows no looks once a sitting', async () => {
    const desk = await pulledDesk();
    let asked = 0;
    const wanted: LookLine['wanted'] = () => {
      asked += 1;
      return Promise.resolve('unheard');
    };
    desk.hub.looks = { ...desk.hub.looks, wanted };
    const { station, window } = await open(desk);
    await signIn(window);
    await window.call('lesson.open', first);
    await goOn(window);
    expect(asked).toBe(1);
    await station.close();
  });
});

describe('a supervisor’s station that looks', { timeout: 30_000 }, () => {
  let ended: (() => Promise<void>) | null = null;
  afterEach(async () => {
    await ended?.();
    ended = null;
  });

  /** @param fetch what the hub hands over */
  async function officerWith(fetch: LookLine['fetch']) {
    const desk = await stationDesk('supervisor');
    desk.hub.pull();
    desk.hub.answer = () => ({ result: 'done', output: { look } });
    desk.hub.looks = { ...desk.hub.looks, fetch };
    const station = await desk.start();
    ended = () => station.close();
    const window = supervisorWindow(station);
    await firstValueFrom(window.observe('staff', undefined).pipe(filter(({ ready }) => ready)));
    const ask = () => window.call('seat.look', { station: deskStation, learner: sokha });
    const signed = () => window.call('staff.sign-in', { staff: officer, passphrase });
    return { desk, window, ask, signed };
  }
  const showing = (answer: LookAnswer) => officerWith(() => Promise.resolve(answer));

  it('[LOK2] shows what came, once the hub has the look on record', async () => {
    const { desk, ask, signed } = await showing({ result: 'shown', picture });
    await expect(ask()).rejects.toMatchObject({ code: 'permission.denied' });
    await signed();
    expect(await ask()).toEqual(picture);
    expect(desk.hub.commands).toMatchObject([
      { type: 'seat.look', input: { station: deskStation, learner: sokha } },
    ]);
  });

  it('[LOK2] asks for nothing where the hub refuses', async () => {
    let fetched = 0;
    const { desk, ask, signed } = await officerWith(() => {
      fetched += 1;
      return Promise.resolve({ result: 'shown', picture });
    });
    await signed();
    desk.hub.answer = () => ({ result: 'refused', code: 'look.private', facts: {} });
    await expect(ask()).rejects.toMatchObject({ code: 'look.private' });
    desk.hub.answer = null;
    await expect(ask()).rejects.toMatchObject({ code: 'hub.away' });
    expect(fetched).toBe(0);
  });

  it('[LOK3] says why there is no picture', async () => {
    const { desk, ask, signed } = await officerWith(() =>
      Promise.reject(new ReanError('hub.timeout')),
    );
    await signed();
    await expect(ask()).rejects.toMatchObject({ code: 'look.failed' });
    for (const why of ['gone', 'private', 'failed'] as const) {
      desk.hub.looks = {
        ...desk.hub.looks,
        fetch: () => Promise.resolve({ result: 'nothing', why }),
      };
      await expect(ask()).rejects.toMatchObject({ code: `look.${why}` });
    }
  });

  it('[LOK5] does not believe its hub either that it is a small picture', async () => {
    const jpeg = tinyJpeg({ width: 60_000, height: 60_000 }).toString('base64');
    const { ask, signed } = await showing({ result: 'shown', picture: { jpeg } });
    await signed();
    await expect(ask()).rejects.toMatchObject({ code: 'look.failed' });
  });

  it('[LOK3] shows nothing to whoever signed out before it came', async () => {
    let left = false;
    let fetching = false;
    const { window, ask, signed } = await officerWith(
      (_look, signal) =>
        new Promise((resolve) => {
          fetching = true;
          signal.addEventListener('abort', () => {
            left = true;
            resolve({ result: 'shown', picture });
          });
        }),
    );
    await signed();
    const asked = ask().catch((error: unknown) => error);
    await expect.poll(() => fetching).toBe(true);
    await window.call('staff.sign-out', undefined);
    expect(await asked).toMatchObject({ code: 'permission.denied' });
    expect(left).toBe(true);
  });
});
