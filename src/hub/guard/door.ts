import * as z from 'zod';
import type { QuarantineReason } from '../../shared/contracts/quarantine.ts';
import { parseEventId } from '../../shared/event-id.ts';
import { eventIdSchema } from '../../shared/ids.ts';
import type { StationId } from '../../shared/ids.ts';
import { isSignedByOrigin } from '../../sync/envelope/origin.ts';
import { contentHashOf } from '../intake/judge-event.ts';
import type { Trust } from '../intake/judge-event.ts';
import { mostDocumentBytes, standInFor } from '../intake/stand-in.ts';
import type { ToHold } from '../quarantine/quarantine.ts';
import type { Carried } from './bodies.ts';

export interface Sorted {
  readonly letIn: readonly Carried[];
  readonly heldBack: readonly ToHold[];
}

/**
 * Sorts what a station pushes. It may bring another station's events, but only as that station
 * signed them; the rest is held in quarantine at the door and answered ok ([HUB6]). What is in the
 * segments is then its origin's or its carrier's own, so that nobody can fill up another station's
 * receipt with forgeries. What is too large goes to quarantine too; in its place comes something that
 * keeps its seq ([HUB13]).
 * @param bytes of the whole request: no document in it is larger
 */
export function sortAtTheDoor(
  documents: readonly Carried[],
  { carrier, trust, bytes }: Pushed,
): Sorted {
  const signingKey = (signer: string) => trust.signingKey(signer);
  const letIn: Carried[] = [];
  const heldBack: ToHold[] = [];
  for (const document of documents) {
    const rightful = isOwn(document, carrier) || isSignedByOrigin(document, signingKey);
    const fault = rightful ? faultOf(document, bytes) : originFault(document, trust);
    if (fault === null) letIn.push(document);
    else {
      const held = hold(document, carrier, fault);
      heldBack.push(held);
      if (rightful) letIn.push(standInFor(document, held.hash));
    }
  }
  return { letIn, heldBack };
}

export interface Pushed {
  readonly carrier: StationId;
  readonly trust: Trust;
  readonly bytes: number;
}

/** Ids that are no event's belong to nobody but who brings them; the intake deals with those. */
function isOwn({ _id }: Carried, carrier: StationId): boolean {
  if (_id.startsWith(`${carrier}:`)) return true;
  const id = eventIdSchema.safeParse(_id);
  return !id.success || parseEventId(id.data).station === carrier;
}

/** Nobody but the hub makes stand-ins. */
function faultOf(document: Carried, bytes: number): QuarantineReason | null {
  if (Object.hasOwn(document, 'heldBack')) return 'shape';
  if (bytes <= mostDocumentBytes || longestAsJson(document) <= mostDocumentBytes) return null;
  return JSON.stringify(document).length > mostDocumentBytes ? 'too-large' : null;
}

/** No JSON value is longer when written, in characters: far less work than writing it. */
function longestAsJson(value: unknown): number {
  if (typeof value === 'string') return 6 * value.length + 2;
  if (typeof value !== 'object' || value === null) return 32;
  const members = Object.entries(value);
  return members.reduce((sum, [name, each]) => sum + 6 * name.length + 4 + longestAsJson(each), 2);
}

function originFault(document: Carried, trust: Trust): QuarantineReason {
  const signer = z.looseObject({ signer: z.string() }).safeParse(document).data?.signer;
  return signer === undefined || trust.signingKey(signer) === null ? 'unknown-origin' : 'signature';
}

function hold(document: Carried, carrier: StationId, reason: QuarantineReason): ToHold {
  const hash = contentHashOf(document);
  const { _id: id, _rev: rev } = document;
  return { hash, reason, id, rev, segment: null, carrier, document };
}
