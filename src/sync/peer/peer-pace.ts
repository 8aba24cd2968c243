/** How often peers are asked for what, ms ([PER5]). */
export interface PeerPace {
  /** The hub is away once it has not been reached for this long. */
  readonly awayAfterMs: number;
  /** Between two rounds over the peers while it is away, and how much longer by chance. */
  readonly roundMs: number;
  readonly roundJitterMs: number;
  /** A peer that failed is left alone for this long, doubling. */
  readonly restFirstMs: number;
  readonly restMostMs: number;
  /** A peer counts as together with this station for this long after it answered. */
  readonly togetherMs: number;
  /** Copies are brought to the hub only after this chance wait: their own stations come first. */
  readonly carryJitterMs: number;
  /** Between two looks at what the hub holds, with copies here and without. */
  readonly settleMs: number;
  readonly lookMs: number;
}

export const peerPace: PeerPace = {
  awayAfterMs: 4000,
  roundMs: 4000,
  roundJitterMs: 2000,
  restFirstMs: 4000,
  restMostMs: 60_000,
  togetherMs: 30_000,
  carryJitterMs: 3000,
  settleMs: 3000,
  lookMs: 300_000,
};
