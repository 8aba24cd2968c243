import type { Health } from '../../shared/contracts/hub-api.ts';
import type { View } from './stage.ts';

/** What the hub says of itself, and what this PC knows. */
export interface HubFacts {
  /** Null where it doesn't answer. */
  readonly health: Pick<Health, 'ok' | 'diskFreeBytes' | 'diskUsedPart'> | null;
  /** How long it hasn't, ms; 0 where it does. */
  readonly silentMs: number;
  readonly room: { readonly known: number; readonly heard: number } | null;
  readonly addresses: readonly string[];
  readonly freeBytes: number | null;
  readonly now: string;
}

/** A start takes this long on a slow PC with a large site, ms. */
const startsWithinMs = 5 * 60_000;
/** From how full on a disk is called nearly full. */
const nearlyFull = 0.9;

/** What stands on the hub's own screen: how it is, and nothing of any learner ([HBS4]). */
export function statusView(facts: HubFacts): View {
  const { room, addresses, freeBytes, now } = facts;
  return {
    screen: stateOf(facts),
    beside: {
      2: addresses[0] ?? '- (no network)',
      3: room === null ? '-' : `${room.heard} / ${room.known}`,
      4: freeBytes === null ? '-' : `${(freeBytes / 1e9).toFixed(1)} GB`,
      5: now,
    },
  };
}

function stateOf({ health, silentMs }: HubFacts) {
  if (health === null) return silentMs < startsWithinMs ? 'starting' : 'stopped';
  if ((health.diskUsedPart ?? 0) >= nearlyFull) return 'full';
  return health.ok ? 'serves' : 'unwell';
}
