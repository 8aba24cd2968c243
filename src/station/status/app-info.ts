import type { AppInfo } from '../../shared/contracts/ipc/views.ts';
import type { Directory } from '../directory/directory.ts';
import type { StationParts } from '../station-parts.ts';

/** What a window is told of the app, its station and its site; the hub's name for the station wins. */
export function appInfo(
  {
    config,
    appVersion,
    kiosk,
    stick,
    printers,
  }: Pick<StationParts, 'config' | 'appVersion' | 'kiosk' | 'stick' | 'printers'>,
  { site, stations }: Directory,
): AppInfo {
  return {
    version: appVersion,
    kind: config.kind,
    station: config.station,
    stationName: stations.get(config.station)?.name ?? config.name,
    siteName: site?.name ?? null,
    demo: site?.demo ?? false,
    kiosk,
    stick: stick.isThere,
    prints: printers.isThere,
  };
}
