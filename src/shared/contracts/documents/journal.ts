import * as z from 'zod';
import { base64Schema, generationSchema } from '../../ids.ts';
import { sealingKeyIdSchema } from './event.ts';

/**
 * `journal-<generation>`: the hub's own facts, append-only, chained and signed by the hub, so that
 * a lost hub is rebuilt from its stations ([JRN1]).
 */
export const journalEntrySchema = z.strictObject({
  /** `hub-<12 digits>`: the hub's sequence. */
  _id: z.string().regex(/^hub-\d{12}$/),
  v: z.literal(1),
  type: z.enum([
    'site.created',
    'station.enrolled',
    'station.certified',
    'station.disabled',
    'learner.enrolled',
    'staff.appointed',
    'group.created',
    'course.enrolled',
    'pack.published',
    'segment.opened',
    'quarantine.decided',
    'generation.begun',
    'journal.recovered',
    'keys.recovered',
    'staff.changed',
    'station.renamed',
    'station.replaced',
    'recovery-sheet.made',
    'station.code-made',
    'station.code-cancelled',
    'learners.imported',
    'learner.changed',
    'learner.moved',
    'learner.disabled',
    'learner.enabled',
    'group.changed',
    'tutor.appointed',
    'tutor.ended',
    'sign-in.reset',
    'cards.printed',
    'learner.erased',
    'hold.set',
    'hold.lifted',
    'retention.set',
    'views.noted',
    'site.changed',
    'staff.disabled',
    'staff.rekeyed',
    'record.corrected',
    'hub-key.rotated',
    'hub-certificate.rotated',
    'station.renewal-asked',
    'station.rekeyed',
    'authority.told',
    'authority.given',
    'authority.rotated',
    'clone.decided',
    'site-key.rotated',
    'pepper.rotated',
    'pepper.dropped',
    'gap.given-up',
    'reading-room.counted',
    'reading-room.corrected',
    'room.arranged',
    'attendance.confirmed',
    'attendance.corrected',
    'attendance.printed',
    'seat.viewed',
    'seat.ordered',
    'note.made',
    'note.taken-back',
    'override.made',
    'timetable.slot-changed',
    'timetable.seat-changed',
    'timetable.wait-changed',
    'timetable.hours-set',
    'timetable.policy-set',
    'timetable.day-changed',
    'timetable.place-changed',
    'roster.printed',
    'lab-day.confirmed',
    'lab-day.moved',
    'training.finished',
  ]),
  generation: generationSchema,
  wallMs: z.number().int(),
  key: sealingKeyIdSchema,
  sealed: base64Schema(256 * 1024),
  /** Hash of the entry of a lost journal that this one brings back ([REC2]). */
  recovers: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The Ed25519 key, raw, that the hub signs with from the next entry on ([JRN4]). */
  nextKey: base64Schema(32).optional(),
  /** SHA-256 of the canonical form of the entry before, hex; 64 zeros for the first. */
  previous: z.string().regex(/^[0-9a-f]{64}$/),
  /** Ed25519 by the hub over the canonical form less `sig` and `_rev`. */
  sig: base64Schema(64),
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;
