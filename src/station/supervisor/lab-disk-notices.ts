import { filter } from 'rxjs';
import type { Subscription } from 'rxjs';
import { diskLevel } from '../../domain/disk-level.ts';
import type { DiskLevel } from '../../domain/disk-level.ts';
import type { StationsAnswer } from '../../shared/contracts/hub-api.ts';
import type { StationId } from '../../shared/ids.ts';
import { everyMinute, percent, tellLevel } from '../status/disk-notices.ts';
import type { NoticeBoard } from '../status/notice-board.ts';

const ofStations = {
  filling: 'stations-disk-filling',
  'nearly-full': 'stations-disk-nearly-full',
} as const;
const ofTheHub = { filling: 'hub-disk-filling', 'nearly-full': 'hub-disk-nearly-full' } as const;

export interface LabDiskSources {
  readonly ask: () => Promise<StationsAnswer>;
  readonly notices: NoticeBoard;
  readonly self: StationId;
  /** A station's name, as people know it. */
  readonly nameOf: (station: StationId) => string;
}

/** Tells a supervisor of the other PCs' disks, as the hub knows them; while it is away, what was known stays. */
export function keepLabDiskNotices({ ask, notices, self, nameOf }: LabDiskSources): Subscription {
  return everyMinute(ask)
    .pipe(filter((answer) => answer !== null))
    .subscribe(({ stations, hubDiskUsedPart }) => {
      tellLevel(notices, ofTheHub, diskLevel(hubDiskUsedPart), percent(hubDiskUsedPart));
      const filling = stations.filter(({ station, diskUsedPart }) => {
        return station !== self && diskLevel(diskUsedPart) !== 'room';
      });
      const detail = filling.map(({ station, diskUsedPart }) => {
        return `${nameOf(station)} ${percent(diskUsedPart)}`;
      });
      tellLevel(notices, ofStations, worst(filling), detail.join(', '));
    });
}

function worst(stations: StationsAnswer['stations']): DiskLevel {
  const parts = stations.map(({ diskUsedPart }) => diskUsedPart ?? 0);
  return diskLevel(parts.length === 0 ? null : Math.max(...parts));
}
