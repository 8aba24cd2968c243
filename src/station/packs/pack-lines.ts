import type { PackOrigin } from '../../content/store/pack-origin.ts';
import type { PackReport, PacksNoted } from '../../shared/contracts/pack-api.ts';
import type { StationId } from '../../shared/ids.ts';

/** Another station that packs can come from. */
export interface PeerOrigin {
  readonly station: StationId;
  readonly origin: PackOrigin;
}

/** Where a station gets packs from, and whom it tells of them. */
export interface PackLines {
  readonly hub: PackOrigin;
  /** Stations that answered lately, while the hub is away; none while it is there. */
  peers(): readonly PeerOrigin[];
  /** Rejects with `hub.*`. */
  report(report: PackReport): Promise<PacksNoted>;
}
