import { BehaviorSubject } from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import type { DiskUse } from '../../domain/disk-level.ts';
import type { StationsAnswer } from '../../shared/contracts/hub-api.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import { stationIdSchema } from '../../shared/ids.ts';
import type { StationId } from '../../shared/ids.ts';
import { keepLabDiskNotices } from '../supervisor/lab-disk-notices.ts';
import { keepDiskNotices } from './disk-notices.ts';
import { NoticeBoard } from './notice-board.ts';

function shownBy(notices: NoticeBoard) {
  let shown: readonly { readonly code: string; readonly detail: string }[] = [];
  notices.notices$.subscribe((now) => {
    shown = now;
  });
  return () => shown;
}

const self = stationIdSchema.parse('st-aaaaaaaa');
const third = stationIdSchema.parse('st-bbbbbbbb');
const fourth = stationIdSchema.parse('st-cccccccc');

describe('[RET3] a station whose disk fills up', () => {
  it('says so at 70 %, more plainly at 85 %, and no longer once there is room', async () => {
    const notices = new NoticeBoard();
    const shown = shownBy(notices);
    const codes = async (usedBytes: number) => {
      const measure = vi.fn<() => Promise<DiskUse | null>>(() =>
        Promise.resolve({ usedBytes, totalBytes: 100 }),
      );
      const watching = keepDiskNotices(measure, notices, '/data');
      await vi.waitFor(() => expect(measure).toHaveBeenCalledOnce());
      await Promise.resolve();
      watching.unsubscribe();
      return shown().map(({ code, detail }) => `${code}: ${detail}`);
    };
    expect(await codes(69)).toEqual([]);
    expect(await codes(70)).toEqual(['disk-filling: 70 % · /data']);
    expect(await codes(85)).toEqual(['disk-nearly-full: 85 % · /data']);
    expect(await codes(30)).toEqual([]);
  });
});

describe('[RET3] a supervisor', () => {
  async function told(answer: StationsAnswer) {
    const notices = new NoticeBoard();
    const ask = vi.fn<() => Promise<StationsAnswer>>(() => Promise.resolve(answer));
    const names = new BehaviorSubject<ReadonlyMap<StationId, Localized>>(new Map());
    const watching = keepLabDiskNotices({ ask, notices, self, names$: names });
    await vi.waitFor(() => expect(ask).toHaveBeenCalledOnce());
    await Promise.resolve();
    // The directory may come later than the first answer.
    names.next(
      new Map([
        [third, { km: 'ទី b', en: 'Station b' }],
        [fourth, { km: 'ទី c' }],
      ]),
    );
    watching.unsubscribe();
    return shownBy(notices)();
  }

  const station = (id: typeof self, diskUsedPart: number | null) => {
    return { station: id, lastContactAgeMs: 1, waiting: 0, diskUsedPart };
  };
  const quiet = { quarantined: 0, unfolded: 0, hubDiskUsedPart: null };

  it('hears of the hub’s disk and of each station’s, the fullest deciding how', async () => {
    const stations = [station(self, 0.99), station(third, 0.71), station(fourth, 0.9)];
    expect(await told({ ...quiet, stations, hubDiskUsedPart: 0.75 })).toEqual([
      { code: 'hub-disk-filling', detail: '75 %' },
      { code: 'stations-disk-nearly-full', detail: 'ទី b (Station b) 71 %, ទី c 90 %' },
    ]);
  });

  it('hears nothing of disks with room, nor of unknown ones', async () => {
    const stations = [station(third, 0.5), station(fourth, null)];
    expect(await told({ ...quiet, stations })).toEqual([]);
  });
});
