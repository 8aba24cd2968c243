import type { HeldItem } from '../../../../shared/contracts/ipc/held-views.ts';
import { canBeReleased, quarantineReasons } from '../../../../shared/contracts/quarantine.ts';
import type {
  DecisionAnswer,
  DecisionKind,
  DecisionOutcome,
  QuarantineReason,
} from '../../../../shared/contracts/quarantine.ts';

export interface HeldGroup {
  readonly reason: QuarantineReason;
  readonly items: readonly HeldItem[];
}

/** Items under the reason they are held for; those of one number beside each other. */
export function groupsOf(items: readonly HeldItem[]): readonly HeldGroup[] {
  const groups = quarantineReasons.map((reason) => ({
    reason,
    items: items.filter((item) => item.reason === reason).toSorted(byNumber),
  }));
  return groups.filter((group) => group.items.length > 0);
}

function byNumber(a: HeldItem, b: HeldItem): number {
  const [one, other] = [a.event ?? '', b.event ?? ''];
  if (one !== other) return one < other ? -1 : 1;
  return a.content < b.content ? -1 : 1;
}

/** What may be decided over all of these at once. */
export function mayBe(chosen: readonly HeldItem[]): Readonly<Record<DecisionKind, boolean>> {
  const any = chosen.length > 0;
  return { reject: any, release: any && chosen.every(({ reason }) => canBeReleased(reason)) };
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
