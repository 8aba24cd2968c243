import * as z from 'zod';
import { attendanceCommands } from './attendance-commands.ts';
import { courseCommands } from './course-commands.ts';
import { hubPowerCommands } from './hub-power-commands.ts';
import { learnerCommands } from './learner-commands.ts';
import { lookCommands } from './look-commands.ts';
import { manyCommands } from './many-commands.ts';
import { netbootCommands } from './netboot-commands.ts';
import { noteCommands } from './note-commands.ts';
import { overrideCommands } from './override-commands.ts';
import { packCommands } from './pack-commands.ts';
import { quarantineCommands } from './quarantine-commands.ts';
import { readingCommands } from './reading-commands.ts';
import { roomCommands } from './room-commands.ts';
import { seatCommands } from './seat-commands.ts';
import { spokenCommands } from './spoken-commands.ts';
import { stationCommands } from './station-commands.ts';
import { staffCommands } from './staff-commands.ts';
import { recordCommands } from './record-commands.ts';
import { timetableCommands } from './timetable-commands.ts';

/**
 * Every command of staff by its type: what it takes and gives, and whether it makes a journal entry (it
 * changes something, or is to be known of later) or only reads. A new one is listed here.
 */
export const commandMap = {
  ...quarantineCommands,
  ...stationCommands,
  ...staffCommands,
  ...courseCommands,
  ...recordCommands,
  ...learnerCommands,
  ...manyCommands,
  ...noteCommands,
  ...packCommands,
  ...readingCommands,
  ...roomCommands,
  ...spokenCommands,
  ...attendanceCommands,
  ...lookCommands,
  ...seatCommands,
  ...hubPowerCommands,
  ...overrideCommands,
  ...netbootCommands,
  ...timetableCommands,
} as const;

export type CommandType = keyof typeof commandMap;

/** One of them. */
export interface CommandContract<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly type: CommandType;
  readonly journalled: boolean;
  /**
   * Whether the journal keeps what it takes to check the input later. Leave it out where the input holds
   * a secret, or anything of a learner: it could be guessed from then on, erased or not ([CMD4]).
   */
  readonly evident?: boolean;
  /**
   * What may be given as a reason; left out where none may be. What is about learners has a list: words of
   * somebody's own would outlive an erasure ([CMD7]).
   */
  readonly reasons?: readonly string[] | 'own-words';
  readonly input: Input;
  readonly output: Output;
}

const types: ReadonlySet<string> = new Set(Object.keys(commandMap));

export const knownCommandSchema = z
  .string()
  .max(60)
  .refine((type): type is CommandType => types.has(type));
