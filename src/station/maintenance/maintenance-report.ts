import { X509Certificate } from 'node:crypto';
import { combineLatest, exhaustMap, from, map, switchMap, timer } from 'rxjs';
import type { Observable } from 'rxjs';
import type { InstalledPack } from '../../content/store/installed-packs.ts';
import type {
  LockdownStates,
  MaintenanceReport,
  PackCheck,
} from '../../shared/contracts/maintenance.ts';
import type { StationConfig } from '../../shared/contracts/station-config.ts';
import type { Clock } from '../../shared/ports.ts';
import type { Uplink, UplinkStatus } from '../uplink/uplink.ts';
import { distinctView } from '../views/distinct-view.ts';
import type { MachineProbe } from './machine-probe.ts';
import type { UpdateService } from './update-service.ts';

/** What a PC's maintenance has of the app and the system around the station. */
export interface MaintenancePorts {
  readonly probe: MachineProbe;
  readonly update: UpdateService;
  /** Of what the app runs in; null where nobody said. */
  readonly runtime: { readonly electron: string | null; readonly chromium: string | null };
  /** How the steps of the lock-down stand; none where the screen is not locked. */
  readonly lockdown: LockdownStates;
}

export interface ReportParts {
  readonly config: Pick<StationConfig, 'hub' | 'tls'>;
  readonly appVersion: string;
  readonly uplink: Pick<Uplink, 'status$'>;
  readonly packs: { list(): Promise<readonly InstalledPack[]> };
  readonly check$: Observable<PackCheck>;
  readonly maintenance: MaintenancePorts;
  readonly clock: Pick<Clock, 'monotonicMs'>;
}

/** The system is asked anew this often, ms. */
const lookEveryMs = 3_000;

/** How this PC is, at once and as it changes ([MNT5]). */
export function report$(parts: ReportParts): Observable<MaintenanceReport> {
  const { uplink, check$, clock, config } = parts;
  const slow$ = timer(0, lookEveryMs).pipe(exhaustMap(() => from(slowFacts(parts))));
  const lists$ = check$.pipe(
    map(({ state }) => state),
    distinctView(),
    switchMap(() => from(packFacts(parts))),
  );
  return combineLatest([slow$, uplink.status$, check$, lists$]).pipe(
    map(([slow, status, check, packs]) => ({
      ...slow,
      hub: hubFacts(status, config, clock.monotonicMs()),
      packs,
      check,
    })),
    distinctView(),
  );
}

async function slowFacts({ maintenance, appVersion }: ReportParts) {
  const { probe, update, runtime, lockdown } = maintenance;
  const [network, disk, sound, image, updating] = await Promise.all([
    probe.network(),
    probe.disk(),
    probe.sound(),
    probe.image(),
    update.state(),
  ]);
  return {
    network: [...network],
    disk,
    sound: sound && [...sound],
    versions: {
      app: appVersion,
      ...runtime,
      node: process.versions.node,
      system: probe.system,
      image,
    },
    lockdown: [...lockdown],
    update: updating,
  };
}

/** @param nowMs on the monotonic clock */
function hubFacts(
  { hubReachable, trouble, waiting, receiptAtMs }: UplinkStatus,
  { hub: { url }, tls }: ReportParts['config'],
  nowMs: number,
) {
  const unfit = trouble?.code === 'hub-certificate-mismatch';
  const age = receiptAtMs === null ? null : Math.max(0, nowMs - receiptAtMs);
  return {
    url,
    reachable: hubReachable,
    certified: unfit ? false : hubReachable ? true : null,
    ownUntil: endOf(tls.certificate),
    waiting,
    receiptAgeMs: age,
  };
}

/** Until when a certificate holds, as a date; null where it is none. */
function endOf(pem: string): string | null {
  try {
    return new Date(new X509Certificate(pem).validTo).toISOString().slice(0, 10);
  } catch {
    return null;
  }
}

async function packFacts({ packs }: ReportParts): Promise<MaintenanceReport['packs']> {
  const installed = await packs.list().catch(() => []);
  return installed.map(({ id, active, versions }) => {
    const ready = versions.flatMap((each) => (each.kind === 'ready' ? [each] : []));
    const shown = ready.find(({ version }) => version === active) ?? ready.at(-1);
    return {
      pack: id,
      name: shown?.manifest.title ?? null,
      versions: versions.map(({ version, kind }) => ({
        version,
        active: version === active,
        sound: kind === 'ready',
      })),
    };
  });
}
