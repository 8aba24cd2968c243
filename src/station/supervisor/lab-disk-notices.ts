import { combineLatest, filter } from 'rxjs';
import type { Observable, Subscription } from 'rxjs';
import { diskLevel } from '../../domain/disk-level.ts';
import type { DiskLevel } from '../../domain/disk-level.ts';
import type { StationsAnswer } from '../../shared/contracts/hub-api.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import type { StationId } from '../../shared/ids.ts';
import { everyMinute, percent, tellLevel } from '../status/disk-notices.ts';
import type { NoticeBoard } from '../status/notice-board.ts';

const ofStations = {
  filling: 'stations-disk-filling',
  'nearly-full': 'stations-disk-nearly-full',
} as const;
const ofTheHub = { filling: 'hub-disk-filling', 'nearly-full': 'hub-disk-nearly-full' } as const;

type StationNames = ReadonlyMap<StationId, Localized>;

export interface LabDiskSources {
  readonly ask: () => Promise<StationsAnswer>;
  readonly notices: NoticeBoard;
  readonly self: StationId;
  readonly names$: Observable<StationNames>;
}

/** Tells a supervisor of the other PCs' disks, as the hub knows them; while it is away, what was known stays. */
export function keepLabDiskNotices({ ask, notices, self, names$ }: LabDiskSources): Subscription {
  const told$ = everyMinute(ask).pipe(filter((answer) => answer !== null));
  return combineLatest([told$, names$]).subscribe(([{ stations, hubDiskUsedPart }, names]) => {
    tellLevel(notices, ofTheHub, diskLevel(hubDiskUsedPart), percent(hubDiskUsedPart));
    const filling = stations.filter(({ station, diskUsedPart }) => {
      return station !== self && diskLevel(diskUsedPart) !== 'room';
    });
    const detail = filling.map(({ station, diskUsedPart }) => {
      return `${nameOf(station, names)} ${percent(diskUsedPart)}`;
    });
    tellLevel(notices, ofStations, worst(filling), detail.join(', '));
  });
}

/** A station's name in both languages, as a detail is read in either. */
function nameOf(station: StationId, names: StationNames): string {
  const name = names.get(station);
  if (name === undefined) return station;
  return name.en === undefined ? name.km : `${name.km} (${name.en})`;
}

function worst(stations: StationsAnswer['stations']): DiskLevel {
  const parts = stations.map(({ diskUsedPart }) => diskUsedPart ?? 0);
  return diskLevel(parts.length === 0 ? null : Math.max(...parts));
}
