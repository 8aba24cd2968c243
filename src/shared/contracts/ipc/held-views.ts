import * as z from 'zod';
import { eventTypeSchema } from '../documents/event.ts';
import { localizedSchema } from '../phrase.ts';
import { contentHashSchema, decisionKindSchema, quarantineReasonSchema } from '../quarantine.ts';

/** What an officer sees of one content held back ([SUP14]). */
export const heldItemSchema = z.strictObject({
  content: contentHashSchema,
  reason: quarantineReasonSchema,
  /** The event's id, by which clones are told apart from others; null where it has none. */
  event: z.string().nullable(),
  type: eventTypeSchema.nullable(),
  stationName: localizedSchema.nullable(),
  learnerName: localizedSchema.nullable(),
  recordedMs: z.number().int().nullable(),
  wallMs: z.number().int(),
  decided: z
    .strictObject({
      kind: decisionKindSchema,
      reason: z.string(),
      /** The staff member's name, or the one given at the hub's keyboard; null for one unknown here. */
      who: localizedSchema.nullable(),
      wallMs: z.number().int(),
    })
    .nullable(),
});
export type HeldItem = z.infer<typeof heldItemSchema>;

/** The first page of what is held back; null while the hub can't be asked. */
export const heldViewSchema = z
  .strictObject({
    items: z.array(heldItemSchema),
    open: z.number().int().min(0),
    decided: z.number().int().min(0),
  })
  .nullable();
export type HeldView = z.infer<typeof heldViewSchema>;
