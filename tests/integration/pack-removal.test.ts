import { join } from 'node:path';
import { filter, firstValueFrom } from 'rxjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { nodeProcesses } from '../../src/content/disk/processes.ts';
import { openPackStore } from '../../src/content/store/pack-store.ts';
import { hubPacksFolder } from '../../src/hub/packs/hub-packs.ts';
import { publishPacksCommand } from '../../src/hub/packs/pack-commands.ts';
import { removeAtRest } from '../../src/station/packs/remove-at-rest.ts';
import type { StationRemoval } from '../../src/station/packs/remove-at-rest.ts';
import type { StationService } from '../../src/station/station-service.ts';
import { systemClock, systemRandomness } from '../../src/sync/machine/system-ports.ts';
import { rightCode } from '../factories/desk-people.ts';
import { publisher, storeOptions, testPack } from '../factories/pack-press.ts';
import { realLab, silentLog } from '../factories/real-lab.ts';
import type { LabStation, RealLab } from '../factories/real-lab.ts';
import { kioskWindow } from '../factories/station-window.ts';
import { pressTwoLessons } from '../factories/two-lesson-pack.ts';

/** A pack that a technician put into a station's own store, at real stations of a real hub. */
describe('[PKG26] a pack that was put into a station by hand', () => {
  let lab: RealLab;

  beforeEach(async () => {
    lab = await realLab();
  });

  const storeAt = (name: LabStation) =>
    openPackStore(storeOptions(join(lab.stationFolder(name), 'packs'), { pid: 9 }));
  const here = async (name: LabStation) => (await (await storeAt(name)).list()).map(({ id }) => id);
  const remove = async (name: LabStation): Promise<StationRemoval> => {
    const store = await storeAt(name);
    const ports = { clock: systemClock(), randomness: systemRandomness(), log: silentLog };
    const folder = lab.stationFolder(name);
    return removeAtRest({ folder, store, appVersion: '0.1.0', ...ports }, testPack);
  };
  const until = <Value>(
    stream: Parameters<typeof firstValueFrom<Value>>[0],
    holds: (value: Value) => boolean,
  ) => firstValueFrom(stream.pipe(filter(holds)));
  /** Signs the learner in once the station can. */
  const sit = async (station: StationService) => {
    const window = kioskWindow(station);
    await until(window.observe('people', undefined), ({ ready }) => ready);
    await window.call('sitting.start', { learner: lab.learner, code: [...rightCode] });
    return window;
  };
  const beginLesson = async (station: StationService) => {
    const window = await sit(station);
    await window.call('lesson.open', { pack: testPack, lesson: 'first' });
    await window.call('sitting.end', { reason: 'learner' });
  };
  /** What comes of it once all that was recorded there has been to the hub and back. */
  const removeWhenKnown = async (name: LabStation): Promise<StationRemoval> => {
    for (;;) {
      const answer = await remove(name);
      if (answer.outcome !== 'unknown') return answer;
      const station = await lab.openStation(name);
      const status$ = kioskWindow(station).observe('status', undefined);
      await until(status$, ({ phase, waiting }) => phase === 'idle' && waiting === 0);
      await station.close();
    }
  };

  it('goes from a station that nobody ever sat at, and is not there twice', async () => {
    expect(await remove('kiosk-2')).toMatchObject({ outcome: 'removed', versions: ['1.0.0'] });
    expect(await here('kiosk-2')).toEqual([]);
    expect(await remove('kiosk-2')).toEqual({ outcome: 'not-here' });
  });

  it('stays while the station runs, and while a learner is in the middle of it', async () => {
    await lab.startHub();
    const station = await lab.openStation('kiosk-1');
    await beginLesson(station);
    await expect(remove('kiosk-1')).rejects.toMatchObject({ code: 'store.in-use' });
    await station.close();
    const used = { outcome: 'in-use', versions: ['1.0.0'] };
    expect(await removeWhenKnown('kiosk-1')).toEqual(used);
    expect(await here('kiosk-1')).toEqual([testPack]);
  });

  it('stays while records wait for the hub, which may be of it, and goes once they are there', async () => {
    const hub = await lab.startHub();
    const station = await lab.openStation('kiosk-1');
    const window = await sit(station);
    await hub.close();
    await window.call('sitting.end', { reason: 'learner' });
    await station.close();
    expect(await remove('kiosk-1')).toMatchObject({ outcome: 'unknown' });
    expect(await here('kiosk-1')).toEqual([testPack]);
    await lab.startHub();
    expect(await removeWhenKnown('kiosk-1')).toMatchObject({ outcome: 'removed' });
    expect(await here('kiosk-1')).toEqual([]);
  });

  it('stays where the site has its stations get it', async () => {
    const hub = await lab.startHub();
    const packs = storeOptions(hubPacksFolder(join(lab.folder, 'hub')));
    // Beside the hub, which clears what a process that is gone left: so it has to be one that is there.
    const store = await openPackStore({ ...packs, processes: nodeProcesses() });
    await store.trust({ name: 'Publisher', publicKey: publisher.publicKey });
    await store.install(await pressTwoLessons());
    const atKeyboard = { say: () => undefined, signal: new AbortController().signal };
    await publishPacksCommand.carryOut(hub.hub.parts, { pack: null }, atKeyboard);
    const station = await lab.openStation('kiosk-1');
    await sit(station);
    await station.close();
    expect(await remove('kiosk-1')).toEqual({ outcome: 'listed' });
    expect(await here('kiosk-1')).toEqual([testPack]);
  });
});
