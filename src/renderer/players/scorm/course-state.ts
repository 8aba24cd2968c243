import * as z from 'zod';
import { pieceResultSchema } from '../../../shared/contracts/piece.ts';

/** What is kept of one item: what its content wrote, and whether it ended by itself. */
const itemStateSchema = z.object({
  /** As the runtime writes it. */
  cmi: z.record(z.string(), z.unknown()).nullable(),
  completed: z.boolean(),
  passed: z.boolean().nullable(),
  score: z.number().nullable(),
  /** Whether its content said anything of its being done. */
  said: z.boolean().default(false),
  /** Its learner said that it is done, as its content says nothing. */
  ownWord: z.boolean().default(false),
  /** 1.2's word for how it stands, for prerequisites. */
  status: z.string(),
  /** So many of its interactions were reported. */
  answered: z.number().int().min(0),
});
export type ItemState = z.infer<typeof itemStateSchema>;

/** A package as it is kept between sittings. */
const courseStateSchema = z.object({
  /** The item that was open. */
  at: z.string().nullable(),
  items: z.record(z.string(), itemStateSchema),
  /** 2004: the sequencing engine's own words. */
  sequencing: z.string().nullable(),
  /** Reported last, so that coming back reports nothing again. */
  told: pieceResultSchema.omit({ answers: true }).nullable(),
});
export type CourseState = z.infer<typeof courseStateSchema>;

const beginning: CourseState = { at: null, items: {}, sequencing: null, told: null };

/** What was kept; the beginning where it can't be read. */
export const readState = (kept: unknown): CourseState =>
  courseStateSchema.safeParse(kept).data ?? beginning;

/** Of an item nobody opened. */
export const newItem: ItemState = {
  cmi: null,
  completed: false,
  passed: null,
  score: null,
  said: false,
  ownWord: false,
  status: 'not attempted',
  answered: 0,
};

/** The same in fewer words, for packages that keep more than fits: step 1 to 3. */
export function shorten(state: CourseState, step: number): CourseState {
  const items = Object.entries(state.items).map(([id, item]) => [
    id,
    id === state.at && step < 3
      ? without(item, step < 2 ? [] : ['interactions'])
      : without(item, step < 2 ? ['interactions'] : null),
  ]);
  return { ...state, items: Object.fromEntries(items) };
}

/** @param members left out of what the content wrote; null for all of them */
function without(item: ItemState, members: readonly string[] | null): ItemState {
  if (item.cmi === null || members === null) return { ...item, cmi: null };
  const kept = Object.entries(item.cmi).filter(([name]) => !members.includes(name));
  return { ...item, cmi: Object.fromEntries(kept) };
}
