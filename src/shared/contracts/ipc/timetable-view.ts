import * as z from 'zod';
import { commandIdSchema, groupIdSchema, stationIdSchema } from '../../ids.ts';
import { groupScopeSchema } from '../documents/directory.ts';
import { localizedSchema } from '../phrase.ts';
import {
  dateSchema,
  minuteSchema,
  outsidePolicySchema,
  slotTime,
  waitTargetSchema,
} from '../timetable.ts';
import { learnerCardSchema } from './views.ts';

/** The lab's week, as a supervisor window shows it to who may see it ([TTB1]). */

/** Which day it is in the lab and what o'clock, and whether staff confirmed that ([TTB2]). */
const labNowSchema = z.strictObject({ date: dateSchema, minute: minuteSchema, sure: z.boolean() });

/** Which day the hub dates by, and whether staff confirmed it ([TTB14]); null where it is not told. */
export const labDayViewSchema = labNowSchema.omit({ minute: true }).nullable();
export type LabDayView = z.infer<typeof labDayViewSchema>;

const hubSeqSchema = z.number().int().min(1);

const weekSlotSchema = z.strictObject({
  slot: commandIdSchema,
  ...slotTime,
  scope: groupScopeSchema,
  /** Those within reach. */
  groups: z.array(groupIdSchema),
  /** How many groups of it are out of reach. */
  others: z.number().int().min(0),
  hubSeq: hubSeqSchema,
  /** Who changed it last; null for somebody who is not known here. */
  by: localizedSchema.nullable(),
});
export type WeekSlot = z.infer<typeof weekSlotSchema>;

const weekGroupSchema = z.strictObject({
  group: groupIdSchema,
  name: localizedSchema,
  symbol: z.string(),
  scope: groupScopeSchema,
  learners: z.number().int().min(0),
  /** Minutes a week; null for none in particular. */
  quota: z.number().int().nullable(),
  /** Of what says so; null where nothing ever did. */
  quotaSeq: hubSeqSchema.nullable(),
  /** Minutes in the last seven days; null where it is not known which day it is. */
  got: z.number().int().min(0).nullable(),
});
export type WeekGroup = z.infer<typeof weekGroupSchema>;

const weekSeatSchema = z.strictObject({
  slot: commandIdSchema,
  learner: learnerCardSchema,
  station: stationIdSchema.nullable(),
  /** False where it was taken back: a new one says that it knows. */
  seated: z.boolean(),
  hubSeq: hubSeqSchema,
});
export type WeekSeat = z.infer<typeof weekSeatSchema>;

const weekStationSchema = z.strictObject({
  station: stationIdSchema,
  name: localizedSchema,
  seat: z.number().int(),
  usable: z.boolean(),
});
export type WeekStation = z.infer<typeof weekStationSchema>;

const waitingSchema = z.strictObject({
  learner: learnerCardSchema,
  for: waitTargetSchema,
  /** The lab's date. */
  since: dateSchema,
});

const expectedSchema = z.strictObject({
  slot: commandIdSchema,
  learner: learnerCardSchema,
  station: stationIdSchema.nullable(),
});

export const timetableViewSchema = z.strictObject({
  /** Null where the station was told no time. */
  now: labNowSchema.nullable(),
  /** The last day on which anybody was in the lab; null where nobody ever was ([TTB13]). */
  lastDay: dateSchema.nullable(),
  slots: z.array(weekSlotSchema),
  groups: z.array(weekGroupSchema),
  stations: z.array(weekStationSchema),
  seats: z.array(weekSeatSchema),
  /** In the order they wait. */
  waiting: z.array(waitingSchema),
  policy: outsidePolicySchema,
  closed: z.array(dateSchema),
  /** Who should be here now ([TTB7]). */
  expected: z.array(expectedSchema),
});
export type TimetableView = z.infer<typeof timetableViewSchema>;

export const rosterAskSchema = z.strictObject({ date: dateSchema });

/** Who comes when on one day, within somebody's reach ([TTB11]). */
export const rosterViewSchema = z.strictObject({
  slots: z.array(
    z.strictObject({
      slot: commandIdSchema,
      ...slotTime,
      groups: z.array(z.strictObject({ name: localizedSchema, symbol: z.string() })),
      people: z.array(
        z.strictObject({
          learner: learnerCardSchema,
          /** Its number; null for whichever is free. */
          seat: z.number().int().nullable(),
        }),
      ),
    }),
  ),
});
export type RosterView = z.infer<typeof rosterViewSchema>;
