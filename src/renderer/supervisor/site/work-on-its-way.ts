import type { SiteView } from '../../../shared/contracts/ipc/site-view.ts';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';

export type Work = 'waiting' | 'copied' | 'unfolded' | 'missing' | 'stuck' | 'quarantined';

/** A count of records with how it stands: `unknown` is said so, never shown as 0 ([SUP10]). */
export interface WorkRow {
  readonly work: Work;
  readonly count: number | null;
  readonly standing: 'none' | 'some' | 'unknown';
  /** Whether a person has to do something about it. */
  readonly needsSomebody: boolean;
}

const callsForSomebody: ReadonlySet<Work> = new Set(['missing', 'stuck', 'quarantined']);

/**
 * Where records are on their way: here, at the hub, set apart there; while the hub is away, also which
 * of those here another station holds ([PER9]).
 */
export function workRows(
  site: SiteView,
  { waiting, peers }: Pick<StationStatus, 'waiting' | 'peers'>,
): WorkRow[] {
  return [
    row('waiting', waiting),
    ...(peers === null || waiting === 0 ? [] : [row('copied', peers.copied)]),
    row('unfolded', site.unfolded),
    // Hardly ever: nobody has to know of either while all is well ([HUB18], [FLD10]).
    ...(site.missing ? [row('missing', site.missing)] : []),
    ...(site.stuck ? [row('stuck', site.stuck)] : []),
    row('quarantined', site.quarantined),
  ];
}

function row(work: Work, count: number | null): WorkRow {
  if (count === null) return { work, count, standing: 'unknown', needsSomebody: false };
  if (count === 0) return { work, count, standing: 'none', needsSomebody: false };
  return {
    work,
    count,
    standing: 'some',
    needsSomebody: callsForSomebody.has(work),
  };
}
