import type { SiteView } from '../../../shared/contracts/ipc/site-view.ts';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';

export type Work = 'waiting' | 'copied' | 'unfolded' | 'missing' | 'stuck' | 'quarantined';

/** A count of records with how it stands: `unknown` is said so, never shown as 0 ([SUP10]). */
export interface WorkRow {
  readonly work: Work;
  readonly count: number | null;
  readonly standing: 'none' | 'some' | 'unknown';
  /** What that means, by the key of its text. */
  readonly sentence: Sentence;
  /** Whether a person has to do something about it. */
  readonly needsSomebody: boolean;
}

type Sentence = 'work.unknown' | `work.${Work}.${'none' | 'some'}` | 'work.unfolded.held-up';

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
    unfolded(site),
    // Hardly ever: nobody has to know of either while all is well ([HUB18], [FLD10]).
    ...(site.missing ? [row('missing', site.missing)] : []),
    ...(site.stuck ? [row('stuck', site.stuck)] : []),
    row('quarantined', site.quarantined),
  ];
}

/** Where something holds records up, it is not a matter of a moment. */
function unfolded({ unfolded: count, missing, stuck }: SiteView): WorkRow {
  const told = row('unfolded', count);
  if (told.standing !== 'some' || (!missing && !stuck)) return told;
  return { ...told, sentence: 'work.unfolded.held-up' };
}

function row(work: Work, count: number | null): WorkRow {
  if (count === null) {
    return { work, count, standing: 'unknown', sentence: 'work.unknown', needsSomebody: false };
  }
  const standing = count === 0 ? 'none' : 'some';
  const sentence = `work.${work}.${standing}` as const;
  const needsSomebody = count > 0 && callsForSomebody.has(work);
  return { work, count, standing, sentence, needsSomebody };
}
