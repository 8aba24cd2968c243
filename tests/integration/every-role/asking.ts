import { firstValueFrom, timeout } from 'rxjs';
import type { Observable } from 'rxjs';
import * as z from 'zod';
import { isReanError } from '../../../src/shared/errors.ts';
import { herNames } from '../../factories/role-lab.ts';
import type { RoleGround } from '../../factories/role-lab.ts';
import type { Row } from './station-rows.ts';

/** What came of asking, as `Row` has it; `refused`: for who asked. */
type Outcome = 'refused' | 'her' | 'done' | 'unknown';

/** For who asks: anything else is told to those who may. */
const denials: readonly string[] = [
  'permission.denied',
  'sitting.none',
  'sign-in.wrong',
  'sign-in.wait',
];
/** Nobody judged who asked: such an answer proves nothing. */
const unjudged: readonly string[] = [
  'unexpected',
  'hub.away',
  'hub.unreachable',
  'hub.protocol',
  'hub.refused',
  'command.stale',
  'ipc.unknown-command',
];

/** @throws what says nothing of who may */
export async function outcomeOf(answer: Promise<unknown>, ground: RoleGround): Promise<Outcome> {
  try {
    return tellsOfHer(await answer, ground) ? 'her' : 'done';
  } catch (error) {
    if (!isReanError(error) || unjudged.includes(error.code)) throw error;
    if (denials.includes(error.code)) return 'refused';
    if (error.code !== 'shape.invalid') return 'done';
    // A row's own input that is of no such shape.
    if (error.facts['command'] !== undefined) throw error;
    return 'unknown';
  }
}

export const firstOf = (stream: Observable<unknown>): Promise<unknown> =>
  firstValueFrom(stream.pipe(timeout({ first: 20_000 })));

type Judged<Seat extends string> = Omit<Row<never, Seat>, 'ask'>;
type Outcomes = Record<string, readonly string[]>;

/**
 * Asks by every row for every seat, in the order of the rows; those first who are to be refused: nothing has
 * happened by then that could be the reason. Returns what the rows say, and what came of it.
 */
export async function compared<Name extends string, Seat extends string>(
  rows: Readonly<Record<Name, Judged<Seat>>>,
  seats: readonly NoInfer<Seat>[],
  ask: (name: Name, seat: Seat) => Promise<Outcome>,
): Promise<{ readonly found: Outcomes; readonly wanted: Outcomes }> {
  const found: Outcomes = {};
  const wanted: Outcomes = {};
  for (const name of namesOf(rows)) {
    const says = new Map(seats.map((seat) => [seat, saidOf(rows[name], seat)]));
    const outcomes = new Map<Seat, Outcome>();
    const isRefused = (seat: Seat) => says.get(seat) === 'refused';
    const note = async (seat: Seat) => void outcomes.set(seat, await ask(name, seat));
    await Promise.all(seats.filter(isRefused).map(note));
    for (const seat of seats.filter((each) => !isRefused(each))) await note(seat);
    wanted[name] = seats.map((seat) => `${seat}: ${says.get(seat)}`);
    found[name] = seats.map((seat) => `${seat}: ${outcomes.get(seat)}`);
  }
  return { found, wanted };
}

function saidOf<Seat extends string>(
  { her = [], done = [], unknown = [] }: Judged<Seat>,
  seat: Seat,
): Outcome {
  if (her.includes(seat)) return 'her';
  if (done.includes(seat)) return 'done';
  return unknown.includes(seat) ? 'unknown' : 'refused';
}

const fileSchema = z.looseObject({ content: z.string() });
const judgedSchema = z.looseObject({ left: z.array(z.unknown()) });

/** In words, by her id, or in a file. That whom somebody named is left out tells nothing. */
function tellsOfHer(answer: unknown, { learner }: RoleGround): boolean {
  const judged = judgedSchema.safeParse(answer).data;
  const text = JSON.stringify(judged ? { ...judged, left: [] } : answer) ?? '';
  const file = fileSchema.safeParse(answer).data;
  const read = file ? Buffer.from(file.content, 'base64').toString('utf8') : '';
  return [learner, ...herNames].some((sign) => `${text}${read}`.includes(sign));
}

/** The names that rows are written under. */
export function namesOf<Rows extends object>(rows: Rows): readonly Extract<keyof Rows, string>[] {
  const names: Extract<keyof Rows, string>[] = [];
  for (const name in rows) names.push(name);
  return names;
}
