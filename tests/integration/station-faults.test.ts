import { chmod, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filter, firstValueFrom, timeout } from 'rxjs';
import type { Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { NoticeView } from '../../src/shared/contracts/ipc/status-views.ts';
import { stationConfigSchema } from '../../src/shared/contracts/station-config.ts';
import type { StationConfig } from '../../src/shared/contracts/station-config.ts';
import { openStation } from '../../src/station/station-service.ts';
import { systemClock, systemRandomness } from '../../src/sync/machine/system-ports.ts';
import { rightCode } from '../factories/desk-people.ts';
import { garbleTables } from '../factories/garble-tables.ts';
import { testPack } from '../factories/pack-press.ts';
import { realLab, silentLog } from '../factories/real-lab.ts';
import type { RealLab } from '../factories/real-lab.ts';
import { makeTlsSite } from '../factories/site-tls.ts';
import { kioskWindow } from '../factories/station-window.ts';
import type { KioskWindow } from '../factories/station-window.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';

const patienceMs = 30_000;

function until<Value>(stream: Observable<Value>, holds: (value: Value) => boolean): Promise<Value> {
  return firstValueFrom(stream.pipe(filter(holds), timeout({ first: patienceMs })));
}

const notice = async (window: KioskWindow, code: NoticeView['code']): Promise<NoticeView> => {
  const status$ = window.observe('status', undefined);
  const { notices } = await until(status$, (status) =>
    status.notices.some((one) => one.code === code),
  );
  return notices.find((one) => one.code === code) ?? { code, detail: '' };
};

const people = (window: KioskWindow) =>
  until(window.observe('people', undefined), ({ ready }) => ready);

const signIn = (window: KioskWindow, { learner }: RealLab) =>
  window.call('sitting.start', { learner, code: [...rightCode] });

async function readConfig(folder: string): Promise<StationConfig> {
  const text = await readFile(join(folder, 'station.json'), 'utf8');
  return stationConfigSchema.parse(JSON.parse(text));
}

async function changeConfig(folder: string, change: (config: StationConfig) => StationConfig) {
  const changed = change(await readConfig(folder));
  await writeFile(join(folder, 'station.json'), JSON.stringify(changed));
}

const openAt = (folder: string) =>
  openStation({
    folder,
    appVersion: '0.1.0',
    kiosk: false,
    clock: systemClock(),
    randomness: systemRandomness(),
    log: silentLog,
  });

describe('a station in trouble', () => {
  it('[IDN1] says that it is not enrolled where there is no station.json', async () => {
    const folder = await temporaryFolder();
    await expect(openAt(folder)).rejects.toMatchObject({
      code: 'station.not-enrolled',
      facts: { path: join(folder, 'station.json') },
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('[IDN1] says where station.json is wrong, and repeats none of it', async () => {
    const lab = await realLab();
    const folder = lab.stationFolder('kiosk-1');
    const before = await readConfig(folder);
    const foreign = await (await makeTlsSite()).station(before.station);
    await changeConfig(folder, (config) => ({
      ...config,
      signingKey: { number: 1, privateKey: Buffer.alloc(48).toString('base64') },
    }));
    await expect(openAt(folder)).rejects.toMatchObject({
      code: 'config.invalid',
      facts: { at: 'signingKey.privateKey' },
    });
    await changeConfig(folder, (config) => ({
      ...config,
      signingKey: before.signingKey,
      tls: { ...config.tls, privateKey: foreign.privateKey },
    }));
    const failed = await openAt(folder).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code: 'config.invalid', facts: { at: 'tls.privateKey' } });
    expect(String(failed)).not.toContain(foreign.privateKey.split('\n')[1]);
    await writeFile(join(folder, 'station.json'), '{"v":1,');
    await expect(openAt(folder)).rejects.toMatchObject({ code: 'config.invalid' });
  });

  it('[STO3] leaves a folder alone that another station has open', async () => {
    const lab = await realLab();
    const station = await lab.openStation('kiosk-1');
    await expect(lab.openStation('kiosk-1')).rejects.toMatchObject({ code: 'store.in-use' });
    await station.close();
    await lab.openStation('kiosk-1');
  });

  it('[STO3] sets unopenable stores aside, says so, and fetches everything anew', async () => {
    const lab = await realLab();
    await lab.startHub();
    const before = await lab.openStation('kiosk-1');
    const first = kioskWindow(before);
    await people(first);
    await signIn(first, lab);
    await first.call('lesson.open', { pack: testPack, lesson: 'first' });
    await first.call('lesson.answer', {
      item: 'look',
      response: { type: 'present' },
      activeMs: 1,
    });
    await until(first.observe('status', undefined), ({ waiting }) => waiting === 0);
    await before.close();

    const databases = join(lab.stationFolder('kiosk-1'), 'db');
    for (const name of await readdir(databases)) {
      await writeFile(join(databases, name, 'CURRENT'), 'MANIFEST-999999\n');
    }
    const window = kioskWindow(await lab.openStation('kiosk-1'));
    expect((await notice(window, 'store-set-aside')).detail).toContain('events-0001.set-aside-1');
    await people(window);
    await until(window.observe('status', undefined), ({ phase }) => phase === 'idle');
    expect(await signIn(window, lab)).toEqual({ result: 'signed-in' });
    const home = await until(window.observe('home', undefined), ({ goOn }) => goOn?.done === 1);
    expect(home.goOn).toMatchObject({ lesson: 'first', status: 'begun' });
    expect((await readdir(databases)).filter((name) => name.includes('set-aside'))).not.toEqual([]);
  });

  it('[STO3] sets stores aside whose records turn to nonsense, and fetches them anew', async () => {
    const lab = await realLab();
    await lab.startHub();
    for (const start of ['first', 'second']) {
      const before = await lab.openStation('kiosk-1');
      const window = kioskWindow(before);
      await people(window);
      if (start === 'first') await signIn(window, lab);
      await until(window.observe('status', undefined), ({ phase, waiting }) => {
        return phase === 'idle' && waiting === 0;
      });
      await before.close();
    }
    const databases = join(lab.stationFolder('kiosk-1'), 'db');
    // What was pulled is read only bit by bit: its damage is mended with the receipt after that.
    const names = (await readdir(databases)).filter((name) => !/^(directory|state)-/.test(name));
    for (const name of names) {
      expect(await garbleTables(join(databases, name))).toBeGreaterThan(0);
    }
    const window = kioskWindow(await lab.openStation('kiosk-1'));
    expect((await notice(window, 'store-set-aside')).detail).toContain('events-0001.set-aside-1');
    await people(window);
    expect(await signIn(window, lab)).toEqual({ result: 'signed-in' });
    await until(window.observe('status', undefined), ({ phase, waiting }) => {
      return phase === 'idle' && waiting === 0;
    });
  });

  it('[SYN11] tells a hub of another site, sends it nothing, and works on', async () => {
    const lab = await realLab();
    const hub = await lab.startHub();
    const opened = await lab.openStation('kiosk-1');
    await people(kioskWindow(opened));
    await opened.close();
    const { ca } = await makeTlsSite();
    await changeConfig(lab.stationFolder('kiosk-1'), (config) => ({
      ...config,
      tls: { ...config.tls, ca },
    }));
    const window = kioskWindow(await lab.openStation('kiosk-1'));
    expect(await notice(window, 'hub-certificate-mismatch')).toMatchObject({ detail: hub.url });
    expect(await signIn(window, lab)).toEqual({ result: 'signed-in' });
  });

  it('[SYN5] tells that the hub refuses its certificate, which another site gave it', async () => {
    const lab = await realLab();
    await lab.startHub();
    const folder = lab.stationFolder('kiosk-1');
    const foreign = await (await makeTlsSite()).station((await readConfig(folder)).station);
    await changeConfig(folder, (config) => ({
      ...config,
      tls: { ...foreign, ca: config.tls.ca },
    }));
    const window = kioskWindow(await lab.openStation('kiosk-1'));
    expect(await notice(window, 'hub-refused')).toMatchObject({ code: 'hub-refused' });
  });

  it('[VIE5] doubts the hub’s address when it never reached one there', async () => {
    const lab = await realLab();
    const window = kioskWindow(await lab.openStation('kiosk-1'));
    expect((await notice(window, 'hub-address-wrong')).detail).toMatch(/^https:\/\/127\.0\.0\.1:/);
  });

  it('[VIE5] tells a clock ten years off, and loses nothing by it', async () => {
    const lab = await realLab();
    await lab.startHub();
    const tenYears = 10 * 365 * 86_400_000;
    const { wallMs, monotonicMs } = systemClock();
    const station = await openStation({
      folder: lab.stationFolder('kiosk-1'),
      appVersion: '0.1.0',
      kiosk: false,
      clock: { wallMs: () => wallMs() - tenYears, monotonicMs },
      randomness: systemRandomness(),
      log: silentLog,
    });
    const window = kioskWindow(station);
    expect(await notice(window, 'clock-far-off')).toMatchObject({ detail: '-3650 d' });
    await people(window);
    expect(await signIn(window, lab)).toEqual({ result: 'signed-in' });
    await until(window.observe('status', undefined), ({ waiting, receiptAgeMs }) => {
      return waiting === 0 && receiptAgeMs !== null && receiptAgeMs < patienceMs;
    });
    await station.close();
  });

  it('[SGN7] fetches a keyring anew whose file was damaged', async () => {
    const lab = await realLab();
    await lab.startHub();
    const folder = lab.stationFolder('kiosk-1');
    const before = await lab.openStation('kiosk-1');
    await people(kioskWindow(before));
    await before.close();
    await writeFile(join(folder, 'keyring.wrapped.json'), '{"v":1,"half');
    const window = kioskWindow(await lab.openStation('kiosk-1'));
    await people(window);
    expect(await signIn(window, lab)).toEqual({ result: 'signed-in' });
  });

  it('tells a pack that lost a file, and opens its other lessons', async () => {
    const lab = await realLab();
    await lab.startHub();
    const folder = lab.stationFolder('kiosk-1');
    const window = kioskWindow(await lab.openStation('kiosk-1'));
    await people(window);
    await signIn(window, lab);
    const blobs = join(folder, 'packs', 'blobs');
    const damaged = await damageLesson(blobs, '"id":"first"');
    expect(damaged).toBe(true);
    await expect(
      window.call('lesson.open', { pack: testPack, lesson: 'first' }),
    ).rejects.toMatchObject({ code: 'pack.checksum-mismatch' });
    expect((await notice(window, 'pack-damaged')).detail).toBe('org.rean.test 1.0.0');
    const second = await window.call('lesson.open', { pack: testPack, lesson: 'second' });
    expect(second.run).toBe(1);
  });
});

/** Changes one letter of the file that holds `text`; true when there is one. */
async function damageLesson(blobs: string, text: string): Promise<boolean> {
  const names = await readdir(blobs, { recursive: true, withFileTypes: true });
  for (const entry of names.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path, 'utf8');
    if (!content.includes(text) || !content.includes('rean-lesson@1')) continue;
    await chmod(path, 0o644);
    await writeFile(path, content.replace('rean-lesson@1', 'rean-lesson@2'));
    return true;
  }
  return false;
}
