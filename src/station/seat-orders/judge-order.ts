import { may } from '../../domain/permissions.ts';
import type { Target } from '../../domain/permissions.ts';
import { orderRules } from '../../domain/seat-orders/order-rules.ts';
import type { SignedCommand } from '../../shared/contracts/commands/staff-command.ts';
import type { StaffAccount } from '../../shared/contracts/documents/directory.ts';
import type { OrderRefusal, SeatOrderInput } from '../../shared/contracts/seat-order.ts';
import type { LearnerId, SiteId } from '../../shared/ids.ts';
import { isSignedBy, statementOf } from '../../sync/command/sign-command.ts';
import type { Directory } from '../directory/directory.ts';
import type { Keys } from '../keyring/keys.ts';
import { actorOf } from '../supervisor/within-reach.ts';

/** Who brings an order: the hub, which has looked at who signed it, or a supervisor's station, which is believed nothing. */
export type Carrier = 'hub' | 'peer';

export interface JudgeParts {
  readonly site: SiteId;
  readonly directory: Directory;
  readonly keys: Keys | null;
  /** Who sits here; null where nobody does. */
  readonly learner: LearnerId | null;
}

/** Why this seat does not obey an order, as far as it is about who gave it; null where it does ([ACT6]). */
export function judgeOrder(
  parts: JudgeParts,
  command: SignedCommand,
  { act }: SeatOrderInput,
  carrier: Carrier,
): OrderRefusal | null {
  const { command: type, action } = orderRules[act.kind];
  if (command.type !== type || command.site !== parts.site) return 'unknown';
  const account = signerOf(parts, command);
  if (carrier === 'peer') {
    if (account === undefined || !isHand(parts, command, account)) return 'signature';
    if (account.disabled) return 'not-allowed';
  }
  // Whom the hub knows and this station not yet, the hub has judged.
  if (account === undefined) return null;
  return may(actorOf(account), action, targetOf(parts)) ? null : 'not-allowed';
}

function signerOf({ directory }: JudgeParts, { by }: SignedCommand): StaffAccount | undefined {
  const [first, ...others] = by;
  return first === undefined || others.length > 0 ? undefined : directory.staff.get(first.staff);
}

/** Whether the key that their passphrase of now makes signed it ([CMD1]). */
function isHand({ keys }: JudgeParts, command: SignedCommand, account: StaffAccount): boolean {
  const { by, ...unsigned } = command;
  const publicKey = account.signingKeys[by[0]?.key ?? 0];
  if (publicKey === undefined) return false;
  if (keys?.staffVerifier(account.staff)?.signingKey !== publicKey) return false;
  return isSignedBy({ ...statementOf(unsigned), by }, 1, publicKey);
}

/** Whoever sits here, with their group. */
function targetOf({ directory, learner }: JudgeParts): Target {
  const group = learner === null ? undefined : directory.learners.get(learner)?.group;
  if (group === undefined) return {};
  return { groups: [group], scopes: [directory.groups.get(group)?.scope ?? 'men'] };
}
