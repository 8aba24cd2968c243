import * as z from 'zod';
import { maxSealedBytes } from '../../shared/contracts/documents/event.ts';
import { contentHashSchema } from '../../shared/contracts/quarantine.ts';

/**
 * What lies in a segment for an event far larger than any station records: its content is in the
 * quarantine, and this keeps its place, so that the receipt counts it and goes on ([HUB13]).
 */

/** A document of an event's greatest size, twice over, for what newer versions may add. */
export const mostDocumentBytes = 4 * maxSealedBytes;

export const standInSchema = z.strictObject({ heldBack: contentHashSchema });

export function standInFor(
  { _id, _rev }: { readonly _id: string; readonly _rev: string },
  hash: string,
) {
  return { _id, _rev, heldBack: hash };
}

/** The content a stand-in is for, by hash; null for any other document. */
export function heldBackBy(bare: object): string | null {
  const { _id, ...rest } = z.looseObject({ _id: z.unknown() }).parse(bare);
  return standInSchema.safeParse(rest).data?.heldBack ?? null;
}
