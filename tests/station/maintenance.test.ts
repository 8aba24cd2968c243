import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { isStepSignedBy } from '../../src/sync/command/sign-maintenance.ts';
import {
  deskSite,
  deskStation,
  officer,
  passphrase,
  technician,
} from '../factories/desk-people.ts';
import { lockWith, signedOrder } from '../factories/seat-orders.ts';
import type { Desk } from '../factories/station-desk.ts';
import { kioskWindow } from '../factories/station-window.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { open, pulledDesk, signIn, until } from './kiosk-hand.ts';

const enter = (window: KioskWindow, staff = technician, typed = passphrase) =>
  window.call('maintenance.sign-in', { staff, passphrase: typed });
const viewOf = (window: KioskWindow) => firstValueFrom(window.observe('maintenance', undefined));
const reportOf = (window: KioskWindow) =>
  firstValueFrom(window.observe('maintenance-report', undefined));
const denied = { code: 'permission.denied' };

/** What is on record of maintenance, in order. */
async function deedsOf(desk: Desk) {
  return (await desk.recorded()).flatMap(({ payload }) => {
    if (payload.type === 'maintenance.refused') return ['refused'];
    return payload.type === 'maintenance.done' ? [payload.deed] : [];
  });
}

async function opened() {
  const desk = await pulledDesk();
  const { station, window } = await open(desk);
  await until(window.observe('maintenance', undefined), ({ people }) => people.length > 0);
  return { desk, station, window };
}

async function inside() {
  const at = await opened();
  expect(await enter(at.window)).toEqual({ result: 'signed-in' });
  return at;
}

/** Everything but signing in, by a window that has no visit. */
async function expectShut(window: KioskWindow) {
  const asked = [
    () => window.call('maintenance.present', undefined),
    () => window.call('maintenance.check-packs', undefined),
    () => window.call('maintenance.bundle', undefined),
    () => window.call('maintenance.update', undefined),
    () => window.call('maintenance.self-test', undefined),
    () => window.call('maintenance.leave', { to: 'power-off' }),
    () => reportOf(window),
  ];
  for (const ask of asked) await expect(ask()).rejects.toMatchObject(denied);
}

describe('[MNT2] a technician at a kiosk', { timeout: 60_000 }, () => {
  it('[MNT4] comes in by their own passphrase with the hub away; each step bears their signature', async () => {
    const { desk, station, window } = await opened();
    desk.hub.status$.next({ ...desk.hub.status$.value, hubReachable: false });
    expect((await viewOf(window)).people.map(({ staff }) => staff)).toEqual([technician]);
    expect(await enter(window)).toEqual({ result: 'signed-in' });
    expect((await viewOf(window)).visit?.staff).toBe(technician);
    await window.call('maintenance.bundle', undefined);
    await window.call('maintenance.sign-out', undefined);
    expect((await viewOf(window)).visit).toBeNull();
    await expectShut(window);
    expect(await deedsOf(desk)).toEqual(['opened', 'bundled', 'closed']);
    const key = desk.people.keyring.staff[0]?.verifier.signingKey ?? '';
    const place = { site: deskSite, station: deskStation };
    for (const { payload } of await desk.recorded()) {
      if (payload.type !== 'maintenance.done') continue;
      const { type: _type, ...step } = payload;
      expect(isStepSignedBy(step, place, key)).toBe(true);
      expect(isStepSignedBy({ ...step, deed: 'switched-off' }, place, key)).toBe(false);
    }
    await station.close();
  });

  it('[MNT3] is refused with a wrong passphrase, on record, and has to wait; others’ passphrases are as wrong', async () => {
    const { desk, station, window } = await opened();
    for (const tries of [1, 2, 3]) {
      const answer = await enter(window, technician, 'not this one');
      expect(answer).toMatchObject({ result: 'wrong', wrongTries: tries });
    }
    expect(await enter(window)).toMatchObject({ result: 'wait' });
    expect(await enter(window, officer)).toMatchObject({ result: 'wrong' });
    await expectShut(window);
    expect(await deedsOf(desk)).toEqual(['refused', 'refused', 'refused', 'refused']);
    desk.pass(5 * 60_000);
    expect(await enter(window)).toEqual({ result: 'signed-in' });
    await station.close();
  });

  it('[SLF1] has the PC test itself, which ends the visit, and is on record', async () => {
    const { desk, station, window } = await inside();
    const due = () => firstValueFrom(window.observe('self-test', undefined));
    await expect(window.call('self-test.look', undefined)).rejects.toMatchObject(denied);
    await window.call('maintenance.self-test', undefined);
    expect(await due()).toEqual({ due: true });
    expect((await viewOf(window)).visit).toBeNull();
    expect(await deedsOf(desk)).toEqual(['opened', 'self-test-asked', 'closed']);
    const results = [{ check: 'sound' as const, outcome: 'pass' as const }];
    const { code } = await window.call('self-test.done', { results });
    expect(await due()).toEqual({ due: false });
    await station.close();
    const tests = (await desk.recorded()).filter(
      ({ payload }) => payload.type === 'self-test.done',
    );
    expect(tests.map(({ payload }) => payload)).toMatchObject([{ code }]);
  });

  it('has nobody sit down meanwhile, and is refused where somebody sits or the seat is locked', async () => {
    const { desk, station, window } = await inside();
    await expect(signIn(window)).rejects.toMatchObject(denied);
    await window.call('maintenance.sign-out', undefined);
    await signIn(window);
    await expect(enter(window)).rejects.toMatchObject(denied);
    await window.call('sitting.end', { reason: 'learner' });
    const command = await signedOrder(desk.people, lockWith(), { number: 1 });
    await desk.lab.take?.({ command, ageMs: 0 });
    await expect(enter(window)).rejects.toMatchObject(denied);
    await station.close();
  });

  it('is one window’s alone: another is told and does nothing, and with the window the visit ends', async () => {
    const { desk, station, window } = await inside();
    const other = kioskWindow(station);
    expect((await viewOf(other)).visit).toBeNull();
    await expectShut(other);
    await expect(enter(other)).rejects.toMatchObject(denied);
    await station.close();
    expect(await deedsOf(desk)).toEqual(['opened', 'closed']);
    void window;
  });

  it('takes nothing of another shape', async () => {
    const { station } = await opened();
    const answers: unknown[] = [];
    const line = station.connect('kiosk', (reply) => answers.push(reply));
    const bad = [
      { staff: technician },
      { staff: '*', passphrase },
      { staff: technician, passphrase, role: 'technician' },
      { staff: technician, passphrase: 'x'.repeat(201) },
    ];
    for (const [at, input] of bad.entries()) {
      line.receive({ kind: 'command', id: at + 1, name: 'maintenance.sign-in', input });
    }
    line.receive({ kind: 'command', id: 9, name: 'maintenance.leave', input: { to: '/bin/sh' } });
    await expect
      .poll(() => answers)
      .toEqual([1, 2, 3, 4, 9].map((id) => expect.objectContaining({ kind: 'error', id })));
    line.close();
    await station.close();
  });

  it('[MNT4] gets in with a full disk, and what it does is on record once there is room', async () => {
    const { desk, station, window } = await opened();
    desk.disk.full = true;
    expect(await enter(window)).toEqual({ result: 'signed-in' });
    expect(await deedsOf(desk)).toEqual([]);
    desk.disk.full = false;
    await window.call('maintenance.sign-out', undefined);
    expect(await deedsOf(desk)).toEqual(['opened', 'closed']);
    await station.close();
  });
});

describe('[MNT5] what a technician is told and does', { timeout: 60_000 }, () => {
  it('is how the PC is, and nothing of a learner', async () => {
    const { desk, station, window } = await inside();
    const report = await reportOf(window);
    expect(report.hub).toMatchObject({ reachable: true, certified: true, waiting: 0 });
    expect(report.versions).toMatchObject({ app: '0.1.0', electron: '45.4.1' });
    expect(report.lockdown).toEqual([{ step: 'keys', state: 'held' }]);
    expect(report.sound).toEqual(['HDA Intel PCH']);
    expect(report.packs.length).toBeGreaterThan(0);
    expect(report.update).toBeNull();
    expect(JSON.stringify(report)).not.toMatch(/ln-|សុខា|តារា/);
    await station.close();
    void desk;
  });

  it('reads packs again and names one that is not as it was signed', async () => {
    const { desk, station, window } = await inside();
    const [pack] = await desk.packs.list();
    const version = pack?.versions[0];
    if (pack === undefined || version?.kind !== 'ready') throw new Error('There is no pack.');
    await window.call('maintenance.check-packs', undefined);
    const done = () =>
      until(window.observe('maintenance-report', undefined), ({ check }) => check.state === 'done');
    expect((await done()).check.faulty).toEqual([]);
    await station.close();
  });

  it('begins an update where there is such a service, and nowhere else', async () => {
    const { desk, station, window } = await inside();
    const begin = () => window.call('maintenance.update', undefined);
    await expect(begin()).rejects.toMatchObject({ code: 'update.refused' });
    expect(desk.machine.begun).toBe(0);
    desk.machine.update = { state: 'resting' };
    await begin();
    expect(desk.machine.begun).toBe(1);
    desk.machine.refused = 'Access denied';
    await expect(begin()).rejects.toMatchObject({ code: 'update.refused' });
    expect(await deedsOf(desk)).toEqual(['opened', 'update-begun', 'update-begun']);
    await station.close();
  });

  it('restarts the PC, on record first, and says where its system does not let it', async () => {
    const { desk, station, window } = await inside();
    desk.power.refused = 'Interactive authentication required.';
    expect(await window.call('maintenance.leave', { to: 'power-off' })).toEqual({ goes: false });
    desk.power.refused = null;
    expect(await window.call('maintenance.leave', { to: 'restart' })).toEqual({ goes: true });
    expect(desk.power.went).toEqual(['power-off', 'restart']);
    expect(await deedsOf(desk)).toEqual(['opened', 'switched-off', 'restarted']);
    await station.close();
  });
});

describe('[MNT8] a support bundle', { timeout: 60_000 }, () => {
  const answer = 'my brother came on sunday';
  const planted = ['សុខា', 'Sokha Chan', answer, 'ln-aaaaaaaaaaaa', 'sugar palm', '483920'];
  const at = '2026-11-23T10:00:00.000Z';
  const lines = [
    { at, level: 'error', from: 'station', event: 'state.unreadable', learner: 'ln-aaaaaaaaaaaa' },
    { at, level: 'warn', from: 'kiosk', event: 'station.said', line: `TypeError: ${answer}` },
    { at, level: 'warn', from: 'kiosk', event: 'Sokha Chan', reason: 'Sokha Chan' },
    { at, level: 'warn', from: 'station', event: 'seat.not-told', reason: answer, code: 'Sokha' },
    {
      at,
      level: 'error',
      from: 'station',
      event: 'station.defect',
      error: { name: 'Sokha', at: [`at ${answer} (x)`, 'at f (/usr/lib/x/main/index.js:12:3)'] },
      text: answer,
      pin: 483_920,
      waiting: 'សុខា',
    },
    { at, level: 'info', from: 'station', event: 'seat.leaves', to: 'restart', step: 'សុខា' },
  ];

  async function plantedDesk() {
    const made = await opened();
    await signIn(made.window);
    await made.window.call('sitting.end', { reason: 'learner' });
    const logs = join(made.desk.folder, 'logs');
    await mkdir(logs, { recursive: true });
    const text = [...lines.map((line) => JSON.stringify(line)), answer, 'សុខា', ''].join('\n');
    await writeFile(join(logs, 'station.jsonl'), text);
    await writeFile(join(logs, 'sokha.txt'), planted.join('\n'));
    await enter(made.window);
    return made;
  }

  it('has no name, answer, number or word of any learner, whatever stands in database and logs', async () => {
    const { desk, station, window } = await plantedDesk();
    const { path, bytes } = await window.call('maintenance.bundle', undefined);
    expect(path).toMatch(/support\/rean-support-st-aaaaaaaa-\d{8}-\d{6}\.zip$/);
    // Stored, and not deflated: what is in it can be looked for in its bytes.
    const whole = await readFile(path, 'utf8');
    expect(Buffer.byteLength(await readFile(path))).toBe(bytes);
    for (const word of planted) expect(whole).not.toContain(word);
    expect(whole).not.toMatch(/ln-[a-z0-9]{12}/);
    expect(whole).toContain('"event":"state.unreadable"');
    expect(whole).toContain('"to":"restart"');
    expect(whole).toContain('main/index.js:12:3');
    expect(whole).toContain('{"dropped":3}');
    expect(whole).toContain('"electron": "45.4.1"');
    await station.close();
    void desk;
  });

  it('is at most a few: the last three stay', async () => {
    const { desk, station, window } = await plantedDesk();
    const paths: string[] = [];
    for (let made = 0; made < 5; made += 1) {
      paths.push((await window.call('maintenance.bundle', undefined)).path);
      desk.pass(2_000);
    }
    const there = await Promise.all(paths.map((path) => readFile(path).then(Boolean, () => false)));
    expect(there).toEqual([false, false, true, true, true]);
    await station.close();
  });
});
