import { copyFile, mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ReanError } from '../../src/shared/errors.ts';
import type { RecordingId } from '../../src/shared/ids.ts';
import { openRecording } from '../../src/station/recordings/sealed-recording.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { dara, sokha } from '../factories/desk-people.ts';
import { pressPack } from '../factories/pack-press.ts';
import { packSource } from '../factories/pack-source.ts';
import { threeItemLesson } from '../factories/packs.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';
import { deskCourse } from '../factories/two-lesson-pack.ts';
import { first, look, open, pulledDesk, signIn, until } from './kiosk-hand.ts';

/** The first bytes of a WebM, then what nobody else is to hear. */
const webm = Buffer.from([0x1a, 0x45, 0xdf, 0xa3, ...Buffer.from('sokha’s own voice')]);
const audio = webm.toString('base64');
const take = { item: 'aloud', audio, ms: 900 };

/** A desk whose first lesson is to be looked at, read aloud, and answered. */
async function readingDesk() {
  const desk = await pulledDesk();
  const lesson = threeItemLesson('first');
  const [meet, practise] = lesson.activities;
  const aloud = { id: 'aloud', type: 'readAloud', prompt: { km: 'អាន' }, display: { km: 'ក' } };
  const read = { id: 'read', title: { km: 'អាន' }, items: [aloud] };
  const draft = packSource({
    version: '1.1.0',
    sequence: 2,
    lessons: [
      {
        id: 'first',
        picture: { src: 'pictures/ka.svg', alt: { km: 'រូប' } },
        course: deskCourse,
        position: 1,
      },
    ],
  });
  const { 'audio/look.ogg': _unused, ...files } = draft.files;
  const written = JSON.stringify({ ...lesson, activities: [meet, read, practise] });
  const all = { ...files, 'lessons/first/lesson.json': written };
  await desk.packs.install(await pressPack({ ...draft, files: all }));
  return desk;
}

const readAloud = (window: KioskWindow, recording: RecordingId | null) =>
  window.call('lesson.answer', {
    item: 'aloud',
    response: { type: 'readAloud', recording },
    activeMs: 1000,
  });

async function atTheText() {
  const desk = await readingDesk();
  const { station, window } = await open(desk);
  await signIn(window);
  await window.call('lesson.open', first);
  await look(window);
  return { desk, station, window };
}

/** Another PC of the lab, with the same people and the same hub, at the same text. */
async function elsewhere(desk: Awaited<ReturnType<typeof readingDesk>>) {
  const other = await readingDesk();
  other.hub.recordings = desk.hub.recordings;
  const { station, window } = await open(other);
  const sit = async (who?: typeof dara) => {
    await signIn(window, who);
    await window.call('lesson.open', first);
    await look(window);
  };
  return { desk: other, station, window, sit };
}

const atHub = (desk: Awaited<ReturnType<typeof readingDesk>>) => [
  ...(desk.hub.recordings.held.get(sokha)?.values() ?? []),
];

describe('reading aloud at a kiosk', { timeout: 30_000 }, () => {
  it('[RAL1] goes on with a recording or without, and counts as no try', async () => {
    const { desk, window } = await atTheText();
    const kept = await window.call('recording.keep', take);
    expect(await readAloud(window, kept)).toMatchObject({ outcome: 'right' });
    const attempt = (await desk.recorded()).at(-1)?.payload;
    expect(attempt).toMatchObject({ response: { type: 'readAloud', recording: kept } });
    expect(JSON.stringify(await desk.recorded())).not.toContain(audio);
    expect(desk.log.join('\n')).not.toContain(audio);
    expect(attempt).not.toHaveProperty('trains');
  });

  it('[RAL2] is heard again in a later run, by who read it only', async () => {
    const { window } = await atTheText();
    expect(await window.call('recording.last', { item: 'aloud' })).toBeNull();
    await window.call('recording.keep', take);
    await window.call('sitting.end', { reason: 'learner' });
    await signIn(window, dara);
    await window.call('lesson.open', first);
    await look(window);
    expect(await window.call('recording.last', { item: 'aloud' })).toBeNull();
    await window.call('sitting.end', { reason: 'learner' });
    await signIn(window);
    await window.call('lesson.open', first);
    expect(await window.call('recording.last', { item: 'aloud' })).toEqual({ audio, ms: 900 });
  });

  it('[RAL6] is heard again at another station, by who read it only, and lies sealed between', async () => {
    const { desk, window } = await atTheText();
    await window.call('recording.keep', take);
    await vi.waitFor(() => expect(atHub(desk)).toHaveLength(1), { timeout: 20_000 });
    const [sealed = ''] = atHub(desk);
    for (const said of [audio, 'aloud', deskCourse]) expect(sealed).not.toContain(said);

    const there = await elsewhere(desk);
    await there.sit(dara);
    expect(await there.window.call('recording.last', { item: 'aloud' })).toBeNull();
    await there.window.call('sitting.end', { reason: 'learner' });
    await there.sit();
    const heard = { audio, ms: 900 };
    expect(await there.window.call('recording.last', { item: 'aloud' })).toEqual(heard);
    expect(await readdir(there.desk.folder)).not.toContain('recordings');
    expect(there.desk.log.join('\n')).not.toContain(audio);

    const anew = { ...take, ms: 1234 };
    await there.window.call('recording.keep', anew);
    await vi.waitFor(() => expect(desk.hub.recordings.brought).toHaveLength(2), {
      timeout: 20_000,
    });
    expect(atHub(desk)).toHaveLength(1);
    expect(await window.call('recording.last', { item: 'aloud' })).toEqual({ audio, ms: 1234 });
  });

  it('[RAL6] goes on as ever while the hub is away, and answers wait for none of it', async () => {
    const { desk, window } = await atTheText();
    await window.call('recording.keep', take);
    const there = await elsewhere(desk);
    await there.sit();
    desk.hub.recordings.failure = new ReanError('hub.unreachable');
    expect(await there.window.call('recording.last', { item: 'aloud' })).toBeNull();
    let arrive = () => undefined as void;
    const never = new Promise<null>((resolve) => {
      arrive = () => resolve(null);
    });
    there.desk.hub.recordings.of = () => never;
    const asked = there.window.call('recording.last', { item: 'aloud' });
    await expect(readAloud(there.window, null)).resolves.toMatchObject({ outcome: 'right' });
    await there.window.call('sitting.end', { reason: 'learner' });
    arrive();
    await expect(asked).rejects.toMatchObject({ code: 'sitting.none' });
  });

  it('[RAL5] lets the window hear while that item is open, and at no other moment', async () => {
    const desk = await readingDesk();
    const { station, window } = await open(desk);
    expect(station.mayHear()).toBe(false);
    await signIn(window);
    expect(station.mayHear()).toBe(false);
    await window.call('lesson.open', first);
    expect(station.mayHear()).toBe(false);
    await expect(window.call('recording.keep', take)).rejects.toMatchObject({
      code: 'lesson.not-open',
    });
    await look(window);
    expect(station.mayHear()).toBe(true);
    await window.call('lesson.leave', undefined);
    expect(station.mayHear()).toBe(false);
    await window.call('lesson.open', first);
    expect(station.mayHear()).toBe(true);
    await readAloud(window, null);
    expect(station.mayHear()).toBe(false);
    await window.call('sitting.end', { reason: 'learner' });
    expect(station.mayHear()).toBe(false);
  });

  it.each([
    ['no sound of ours', { ...take, audio: Buffer.from('MZ hostile').toString('base64') }],
    ['more than its bound', { ...take, audio: 'A'.repeat(1_200_000) }],
    ['longer than a minute', { ...take, ms: 90_000 }],
    ['no base64', { ...take, audio: '<script>' }],
  ])('[RAL3] refuses %s', async (_what, hostile) => {
    const { window } = await atTheText();
    await expect(window.call('recording.keep', hostile)).rejects.toMatchObject({
      code: 'shape.invalid',
    });
    await expect(window.call('recording.keep', { ...take, item: 'choose' })).rejects.toMatchObject({
      code: 'lesson.not-open',
    });
  });

  it('[RAL4] loses all of an erased learner, and no copy opens without their key', async () => {
    const { desk, window } = await atTheText();
    await window.call('recording.keep', take);
    const folder = join(desk.folder, 'recordings');
    const [name = ''] = await readdir(join(folder, sokha));
    const copies = await temporaryFolder();
    await mkdir(copies, { recursive: true });
    await copyFile(join(folder, sokha, name), join(copies, name));

    const sitting$ = window.observe('sitting', undefined);
    const keyring = desk.people.keyring;
    const learners = keyring.learners.filter(({ learner }) => learner !== sokha);
    await desk.takeKeyring({ ...keyring, learners });
    const counts = { events: 1, lessons: 0, attempts: 0, activeMs: 0 };
    const about = { type: 'erased', v: 1, hubSeq: 99, learner: sokha, counts };
    await desk.hub.putDirectory({ _id: `erased:${sokha}`, ...about });
    await until(sitting$, (sitting) => sitting === null);
    await vi.waitFor(async () => expect(await readdir(folder)).toEqual([]));

    const copy = await readFile(join(copies, name));
    expect(copy.includes(audio)).toBe(false);
    for (const { key } of learners) expect(() => openRecording(key, sokha, copy)).toThrow('key');
  });

  it('[RAL4] takes away at its next start what it could not before', async () => {
    const { desk, station, window } = await atTheText();
    await window.call('recording.keep', take);
    await station.close();
    const counts = { events: 1, lessons: 0, attempts: 0, activeMs: 0 };
    const about = { type: 'erased', v: 1, hubSeq: 99, learner: sokha, counts };
    await desk.hub.putDirectory({ _id: `erased:${sokha}`, ...about });
    await open(desk);
    await vi.waitFor(async () =>
      expect(await readdir(join(desk.folder, 'recordings'))).toEqual([]),
    );
  });
});
