import {
  combineLatest,
  distinctUntilChanged,
  firstValueFrom,
  map,
  merge,
  of,
  shareReplay,
  startWith,
  tap,
  throttleTime,
  timer,
} from 'rxjs';
import type { Observable } from 'rxjs';
import type { RevokedVersion } from '../../content/store/store-keyring.ts';
import type { NoticeBoard } from '../status/notice-board.ts';
import type { StationCore } from '../station-core.ts';
import type { StationParts } from '../station-parts.ts';
import { LabPace } from './lab-pace.ts';
import { PackKeeper } from './pack-keeper.ts';
import { pinsIn } from './pack-pins.ts';
import type { Pinned } from './pack-pins.ts';
import { packReport } from './pack-report.ts';

/** How often the hub is told at most while packs come, and at least where nothing moves, ms. */
const tellMs = 2000;
const tellAgainMs = 60_000;

/** Packs come and go by themselves. Started; to be stopped before the stores are closed. */
export interface RunningKeeper {
  stop(): Promise<void>;
}

/** @param seated$ whether somebody sits or is signed in, from now on */
export function startPackKeeper(
  core: StationCore,
  delivery: NonNullable<StationParts['delivery']>,
  seated$: Observable<boolean>,
): RunningKeeper {
  const { config, directory, uplink, shelf } = core;
  const { store, lines } = delivery;
  const pace = new LabPace(core.clock);
  // staff at a supervisor's PC are in no lesson
  const inside$ = config.kind === 'kiosk' ? merge(of(false), seated$) : of(false);
  const hubReachable$ = uplink.status$.pipe(
    map(({ hubReachable }) => hubReachable),
    distinctUntilChanged(),
    tap((reachable) => {
      if (!reachable) pace.forget();
    }),
    shareReplay({ bufferSize: 1, refCount: true }),
  );
  const keeper = new PackKeeper({
    ...core,
    store,
    lines,
    wanted$: directory.directory$.pipe(
      map(({ packs }) => [...packs].map(([pack, version]) => ({ pack, version }))),
      distinctUntilChanged((before, now) => JSON.stringify(before) === JSON.stringify(now)),
    ),
    inside$,
    hubReachable$,
    mostBytesPerSecond: (inside) => pace.mostBytesPerSecond(inside),
    pins: () => pins(core),
    changed: () => shelf.refresh(),
    tellRevoked: (versions) => tellRevoked(core.notices, versions),
  });
  const again$ = merge(hubReachable$, timer(tellAgainMs, tellAgainMs)).pipe(startWith(null));
  const telling = combineLatest([keeper.now$, inside$, again$])
    .pipe(throttleTime(tellMs, undefined, { leading: true, trailing: true }))
    .subscribe(([now, inside]) => {
      lines.report(packReport(now, inside)).then(
        (noted) => pace.note(noted),
        // it is told again soon; a hub of before knows no such thing
        () => undefined,
      );
    });
  keeper.start();
  return {
    async stop() {
      telling.unsubscribe();
      await keeper.stop();
    },
  };
}

/** What stays in use though its publisher's key was revoked: learners are not thrown out of it. */
function tellRevoked(notices: NoticeBoard, versions: readonly RevokedVersion[]): void {
  if (versions.length === 0) return notices.takeDown('pack-key-revoked');
  const told = versions.map(({ pack, version, reason }) => `${pack} ${version}: ${reason}`);
  notices.put('pack-key-revoked', told.join('; '));
}

/** Only with everything recorded here at the hub, whose states are then what learners are in. */
async function pins({ uplink, keyring, log }: StationCore): Promise<Pinned | null> {
  const { waiting } = await firstValueFrom(uplink.status$);
  const replica = await firstValueFrom(uplink.replica$);
  if (waiting > 0 || replica === null || keyring.keys === null) return null;
  const pinned = await pinsIn(replica.state, keyring.keys);
  if (pinned === null) log.warn('packs.pins-unknown');
  return pinned;
}
