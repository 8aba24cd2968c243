import * as z from 'zod';
import { commandIdSchema, groupIdSchema, learnerIdSchema, stationIdSchema } from '../../ids.ts';
import {
  dateSchema,
  minuteSchema,
  outsidePolicySchema,
  slotPlanSchema,
  waitTargetSchema,
  weeklyMinutesSchema,
} from '../timetable.ts';

/** The hub's number of what somebody saw when they changed it; null where there was nothing ([TTB3]). */
const expectedSchema = z.number().int().min(1).nullable();
const nothing = z.strictObject({});

/** More than sit in a lab in a day. */
export const mostOnRoster = 2000;

/** What staff say of the lab's week, and which day it is ([TTB1], [TTB2]). */
export const timetableCommands = {
  'timetable.slot': {
    type: 'timetable.slot',
    journalled: true,
    evident: true,
    /** `slot`: null for a new one, which has the command's id; `plan`: null takes it away. */
    input: z.strictObject({
      slot: commandIdSchema.nullable(),
      expected: expectedSchema,
      plan: slotPlanSchema.nullable(),
    }),
    output: nothing,
  },
  'timetable.seat': {
    type: 'timetable.seat',
    journalled: true,
    /** `station`: null for whichever seat is free. */
    input: z.strictObject({
      slot: commandIdSchema,
      learner: learnerIdSchema,
      seated: z.boolean(),
      station: stationIdSchema.nullable(),
      expected: expectedSchema,
    }),
    output: nothing,
  },
  'timetable.wait': {
    type: 'timetable.wait',
    journalled: true,
    input: z.strictObject({ learner: learnerIdSchema, for: waitTargetSchema, waits: z.boolean() }),
    output: nothing,
  },
  'timetable.hours': {
    type: 'timetable.hours',
    journalled: true,
    evident: true,
    /** `minutes`: a week; null for none in particular. */
    input: z.strictObject({
      group: groupIdSchema,
      minutes: weeklyMinutesSchema.nullable(),
      expected: expectedSchema,
    }),
    output: nothing,
  },
  'timetable.policy': {
    type: 'timetable.policy',
    journalled: true,
    evident: true,
    input: z.strictObject({ policy: outsidePolicySchema }),
    output: nothing,
  },
  'timetable.day': {
    type: 'timetable.day',
    journalled: true,
    evident: true,
    input: z.strictObject({ date: dateSchema, closed: z.boolean() }),
    output: nothing,
  },
  'timetable.place': {
    type: 'timetable.place',
    journalled: true,
    evident: true,
    input: z.strictObject({ station: stationIdSchema, usable: z.boolean() }),
    output: nothing,
  },
  'roster.print': {
    type: 'roster.print',
    journalled: true,
    input: z.strictObject({
      date: dateSchema,
      learners: z.array(learnerIdSchema).max(mostOnRoster),
    }),
    output: nothing,
  },
  'lab-day.confirm': {
    type: 'lab-day.confirm',
    journalled: true,
    evident: true,
    /** As a calendar and a clock that can be trusted show them. */
    input: z.strictObject({ date: dateSchema, minute: minuteSchema }),
    output: nothing,
  },
  /** A day that was confirmed wrong counts as another from now on ([ATT12]). */
  'lab-day.move': {
    type: 'lab-day.move',
    journalled: true,
    evident: true,
    input: z.strictObject({ from: dateSchema, to: dateSchema }),
    output: nothing,
  },
} as const;
