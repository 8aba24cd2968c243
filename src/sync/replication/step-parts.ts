import type { DiskUse } from '../../domain/disk-level.ts';
import type { WrappedKeyring } from '../../shared/contracts/keyring.ts';
import type { Log } from '../../shared/ports.ts';
import type { EventLog } from '../log/event-log.ts';
import type { HubClient } from '../transport/hub-client.ts';
import type { AuditTrail } from './audit-trail.ts';
import type { HeldKeys } from './give-back.ts';
import type { LabClock } from './lab-clock.ts';
import type { ReceiptLedger } from './receipt-ledger.ts';
import type { Replicas } from './replicas.ts';
import type { Retention } from './retention.ts';

/** How much goes into one exchange. */
export interface BatchLimits {
  readonly pushEvents: number;
  readonly pushBytes: number;
  readonly pullDocuments: number;
}

export const batchLimits: BatchLimits = {
  pushEvents: 500,
  pushBytes: 1024 * 1024,
  pullDocuments: 500,
};

/** What the steps of the machine work with. */
export interface StepParts {
  readonly hub: HubClient;
  readonly log: EventLog;
  readonly replicas: Replicas;
  readonly ledger: ReceiptLedger;
  readonly audit: AuditTrail;
  readonly retention: Retention;
  readonly labClock: LabClock;
  /** Takes a keyring; resolves to whether it lies on the disk now. Rejects when it isn't for this station. */
  readonly takeKeyring: (wrapped: WrappedKeyring) => Promise<boolean>;
  /** What this station holds of the site's keys; without it none are brought back. */
  readonly heldKeys?: HeldKeys;
  readonly appVersion: string;
  /** How full this station's disk is; null where the system won't say. */
  readonly diskUse?: () => Promise<DiskUse | null>;
  readonly logger: Log;
  readonly limits: BatchLimits;
}
