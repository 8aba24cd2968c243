import * as z from 'zod';
import { replySchema } from '../../../src/shared/contracts/ipc/contract.ts';
import { learnerIdSchema } from '../../../src/shared/ids.ts';
import type { FromCrowd } from '../machine/crowd.ts';

/** What a station in a process of its own tells the bench; moments are on the monotonic clock, ms. */
export const fromStationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('opening'), atMs: z.number() }),
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({
    kind: z.literal('sent'),
    id: z.number().int(),
    atMs: z.number(),
    /** The same moment, ms since 1970, to be compared with a window's. */
    wallMs: z.number(),
  }),
  z.strictObject({ kind: z.literal('reply'), atMs: z.number(), reply: replySchema }),
]);
export type FromStation = z.infer<typeof fromStationSchema>;

/** What a replica in a process of its own tells the bench: how many tries of a learner it shows. */
export const fromReplicaSchema = z.strictObject({
  learner: learnerIdSchema,
  atMs: z.number(),
  attempts: z.number().int().min(0),
});
export type FromReplica = z.infer<typeof fromReplicaSchema>;

/** Tells the bench; nothing once it has gone or hung up. */
export function tell(message: FromStation | FromReplica | FromCrowd): void {
  if (process.connected) process.send?.(message);
}
