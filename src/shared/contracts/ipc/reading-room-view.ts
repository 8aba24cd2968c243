import * as z from 'zod';
import { commandIdSchema, staffIdSchema } from '../../ids.ts';
import { groupScopeSchema } from '../group-scope.ts';
import { localizedSchema } from '../phrase.ts';
import { bookTopics, roomCountSchema } from '../reading-room.ts';

/** Visits to the reading room and loans of paper books, as figures ([LIB6]). */

export const roomAskSchema = z.strictObject({ span: z.enum(['day', 'week', 'month']) });
export type RoomAsk = z.infer<typeof roomAskSchema>;

/** `few`: fewer than five; else so many, or up to four more ([LIB5]). */
const toldCountSchema = z.union([z.literal('few'), z.number().int().min(0).multipleOf(5)]);
export type ToldCountView = z.infer<typeof toldCountSchema>;

const lentSchema = { lent: toldCountSchema, returned: toldCountSchema };

const periodSchema = z.strictObject({
  /** Its first day. */
  from: z.iso.date(),
  /** By scope; `scope` is null where one may know of all together alone. */
  visits: z.array(z.strictObject({ scope: groupScopeSchema.nullable(), count: toldCountSchema })),
  ...lentSchema,
  /** Of books: only those that went out or came back. */
  topics: z.array(z.strictObject({ topic: z.enum(bookTopics), ...lentSchema })),
});
export type RoomPeriodView = z.infer<typeof periodSchema>;

const roomEntrySchema = z.strictObject({
  id: commandIdSchema,
  by: staffIdSchema,
  /** Null where it is not known here. */
  byName: localizedSchema.nullable(),
  count: roomCountSchema,
});
export type RoomEntryView = z.infer<typeof roomEntrySchema>;

export const readingRoomViewSchema = z.strictObject({
  /** The lab's date; null until the hub has told it. */
  today: z.iso.date().nullable(),
  /** Newest first. */
  periods: z.array(periodSchema),
  /** As they were counted, newest first, for who may count and correct; for others none. */
  entries: z.array(roomEntrySchema),
});
export type ReadingRoomView = z.infer<typeof readingRoomViewSchema>;
