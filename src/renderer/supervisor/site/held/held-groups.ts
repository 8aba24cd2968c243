import type { HeldItem } from '../../../../shared/contracts/ipc/held-views.ts';
import {
  canBeReleased,
  givenReasons,
  quarantineReasons,
  takesVouching,
} from '../../../../shared/contracts/quarantine.ts';
import type {
  DecisionAnswer,
  DecisionKind,
  DecisionOutcome,
  QuarantineReason,
} from '../../../../shared/contracts/quarantine.ts';

export interface HeldGroup {
  readonly reason: QuarantineReason;
  /** Record by record; several are of one number. */
  readonly records: readonly (readonly HeldItem[])[];
}

/** Where a record stands among those of its number; null where that is not known. */
export type Place = 'only' | 'first' | 'later' | null;

/** Items under the reason they are held for; those of one number beside each other, as they came. */
export function groupsOf(items: readonly HeldItem[]): readonly HeldGroup[] {
  const cloned = new Set(items.flatMap((each) => (each.reason === 'clone' ? [each.event] : [])));
  // Whatever else came under a clone's number is to be seen beside it.
  const reasonOf = ({ reason, event }: HeldItem) => {
    return event !== null && cloned.has(event) ? 'clone' : reason;
  };
  const groups = quarantineReasons.map((reason) => ({
    reason,
    records: byNumber(items.filter((item) => reasonOf(item) === reason)),
  }));
  return groups.filter(({ records }) => records.length > 0);
}

function byNumber(items: readonly HeldItem[]): readonly (readonly HeldItem[])[] {
  const numbers = new Map<string, HeldItem[]>();
  for (const item of items) {
    const number = item.event ?? item.content;
    numbers.set(number, [...(numbers.get(number) ?? []), item]);
  }
  return [...numbers]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, twins]) => twins.toSorted(asTheyCame));
}

function asTheyCame(a: HeldItem, b: HeldItem): number {
  if (a.counted !== b.counted) return a.counted ? -1 : 1;
  const [one, other] = [a.cameMs ?? Infinity, b.cameMs ?? Infinity];
  if (one !== other) return one < other ? -1 : 1;
  return a.content < b.content ? -1 : 1;
}

/** Which came first goes by which counted first, else by the hub's clock. */
export function placeIn(twins: readonly HeldItem[], item: HeldItem): Place {
  if (twins.length < 2) return 'only';
  const first = twins.filter(({ counted }) => counted);
  if (first.length === 1) return item.counted ? 'first' : 'later';
  const moments = twins.map(({ cameMs }) => cameMs);
  if (moments.includes(null) || new Set(moments).size < twins.length) return null;
  return item === twins[0] ? 'first' : 'later';
}

/** The beginning of a content's hash, as it is given at the hub's keyboard too: `3fa2 91bc`. */
export function fingerprintOf(content: string): string {
  return `${content.slice(0, 4)} ${content.slice(4, 8)}`;
}

/** What may be decided over all of these at once. */
export function mayBe(chosen: readonly HeldItem[]): Readonly<Record<DecisionKind, boolean>> {
  const any = chosen.length > 0;
  const readable = chosen.every(({ reason }) => canBeReleased(reason));
  return { reject: any, release: any && readable && !hasTwins(chosen) };
}

/** Whether letting these count takes a second person ([PRM4]); the hub has the last word. */
export function takesTwo(chosen: readonly HeldItem[]): boolean {
  return chosen.some(({ reason, ofLearner }) => ofLearner && takesVouching(reason));
}

/** A reason from the list of either kind. */
export type Given = (typeof givenReasons)[DecisionKind][number];

/** What each reason to be given is about, where it is not about any record. */
const about: Partial<Record<Given, readonly QuarantineReason[]>> = {
  'now-known': ['unknown-origin', 'unknown-key'],
  'right-one': ['clone'],
  'other-one': ['clone'],
  damaged: ['shape', 'too-large', 'signature', 'seal'],
};

/** The reasons that make sense for some of the chosen. */
export function reasonsFor(kind: DecisionKind, chosen: readonly HeldItem[]): readonly Given[] {
  return givenReasons[kind].filter((given) => {
    const fits = about[given];
    return fits === undefined || chosen.some(({ reason }) => fits.includes(reason));
  });
}

/** Of one number only one can count. */
export function hasTwins(chosen: readonly HeldItem[]): boolean {
  const numbers = chosen.flatMap(({ event }) => event ?? []);
  return new Set(numbers).size < numbers.length;
}

type Told = 'done' | Exclude<DecisionOutcome, 'released' | 'rejected' | 'already'>;

/** How many of a decision came to what; what had been decided so before is done. */
export function tally({ outcomes }: DecisionAnswer): ReadonlyMap<Told, number> {
  const counts = new Map<Told, number>();
  for (const { outcome } of outcomes) {
    const told = toldAs(outcome);
    counts.set(told, (counts.get(told) ?? 0) + 1);
  }
  return counts;
}

function toldAs(outcome: DecisionOutcome): Told {
  switch (outcome) {
    case 'released':
    case 'rejected':
    case 'already':
      return 'done';
    default:
      return outcome;
  }
}
