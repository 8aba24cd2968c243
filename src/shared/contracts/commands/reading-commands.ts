import * as z from 'zod';
import { commandIdSchema } from '../../ids.ts';
import { roomCountSchema, roomReasons } from '../reading-room.ts';

/** What staff count of the reading room ([LIB6]). An entry's id is that of the command that brought it. */
export const readingCommands = {
  'reading-room.count': {
    type: 'reading-room.count',
    journalled: true,
    evident: true,
    input: z.strictObject({ count: roomCountSchema }),
    output: z.strictObject({}),
  },
  'reading-room.correct': {
    type: 'reading-room.correct',
    journalled: true,
    evident: true,
    reasons: roomReasons,
    /** `count`: what counts in its place; null for nothing. */
    input: z.strictObject({ entry: commandIdSchema, count: roomCountSchema.nullable() }),
    output: z.strictObject({}),
  },
} as const;
