import { createHash } from 'node:crypto';
import { parseEventId } from '../../shared/event-id.ts';
import { eventIdSchema } from '../../shared/ids.ts';
import type { StationId } from '../../shared/ids.ts';
import { isSignedByOrigin } from '../../sync/envelope/origin.ts';
import type { Trust } from '../intake/judge-event.ts';
import type { ToHold } from '../intake/quarantine.ts';
import type { Carried } from './bodies.ts';

export interface Sorted {
  readonly letIn: readonly Carried[];
  readonly heldBack: readonly ToHold[];
}

/**
 * Sorts what a station pushes. It may bring another station's events, but only as that station
 * signed them; the rest is held in quarantine at the door and answered ok ([HUB6]). What is in the
 * segments is then its origin's or its carrier's own, so that nobody can fill up another station's
 * receipt with forgeries.
 */
export function sortAtTheDoor(
  documents: readonly Carried[],
  carrier: StationId,
  trust: Trust,
): Sorted {
  const signingKey = (signer: string) => trust.signingKey(signer);
  const letIn: Carried[] = [];
  const heldBack: ToHold[] = [];
  for (const document of documents) {
    if (isOwn(document, carrier) || isSignedByOrigin(document, signingKey)) letIn.push(document);
    else heldBack.push(forged(document, carrier));
  }
  return { letIn, heldBack };
}

/** Ids that are no event's belong to nobody but who brings them; the intake deals with those. */
function isOwn({ _id }: Carried, carrier: StationId): boolean {
  const id = eventIdSchema.safeParse(_id);
  return !id.success || parseEventId(id.data).station === carrier;
}

function forged(document: Carried, carrier: StationId): ToHold {
  const text = JSON.stringify([carrier, document]);
  return {
    hash: createHash('sha256').update(text).digest('hex'),
    reason: 'signature',
    id: document._id,
    rev: document._rev,
    segment: null,
    carrier,
    document,
  };
}
