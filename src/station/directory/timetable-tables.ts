import type { Slot, SlotSeat } from '../../domain/timetable/slots.ts';
import { stoodOn } from '../../domain/timetable/week-on.ts';
import type { Waiting } from '../../domain/timetable/waiting.ts';
import type {
  DirectoryDocument,
  DirectoryDocumentOf,
} from '../../shared/contracts/documents/directory.ts';
import { usualOutsidePolicy } from '../../shared/contracts/timetable.ts';
import type { OutsidePolicy } from '../../shared/contracts/timetable.ts';
import type { GroupId, StaffId, StationId } from '../../shared/ids.ts';

/** Of which change of the hub it is, and whose: what somebody saw who changes it ([TTB3]). */
interface Changed {
  readonly hubSeq: number;
  readonly by: StaffId;
}

/** The lab's week as this station knows it. Made anew when it moves; may be held. */
export interface Timetable {
  readonly slots: readonly (Slot & Changed)[];
  readonly seats: readonly (SlotSeat & Changed)[];
  /** The same with those that were taken back. */
  readonly places: readonly (SlotSeat & Changed & { readonly seated: boolean })[];
  readonly waiting: readonly Waiting[];
  /** A week; null for none in particular. */
  readonly hours: ReadonlyMap<GroupId, Changed & { readonly minutes: number | null }>;
  readonly policy: OutsidePolicy;
  readonly closed: ReadonlySet<string>;
  readonly outOfOrder: ReadonlySet<StationId>;
  /** The week as it stood on a day that is over ([TTB12]). */
  weekOn(day: string, today: string): WeekThen;
}

interface WeekThen {
  readonly slots: readonly Slot[];
  readonly seats: readonly SlotSeat[];
}

export type TimetableDocument = DirectoryDocumentOf<
  | 'slot'
  | 'slot-seat'
  | 'waiting'
  | 'group-hours'
  | 'timetable-policy'
  | 'closed-day'
  | 'seat-order'
>;

const types: ReadonlySet<DirectoryDocument['type']> = new Set<TimetableDocument['type']>([
  'slot',
  'slot-seat',
  'waiting',
  'group-hours',
  'timetable-policy',
  'closed-day',
  'seat-order',
]);

export const isOfTimetable = (document: DirectoryDocument): document is TimetableDocument =>
  types.has(document.type);

/** What the directory says of the week, by document; the week itself is made when it is asked for. */
export class TimetableTables {
  readonly #documents = new Map<string, TimetableDocument>();
  #made: Timetable | null = null;

  take(document: TimetableDocument): void {
    this.#documents.set(document._id, document);
    this.#made = null;
  }

  forget(id: string): void {
    if (this.#documents.delete(id)) this.#made = null;
  }

  get now(): Timetable {
    this.#made ??= timetableOf([...this.#documents.values()]);
    return this.#made;
  }
}

function timetableOf(documents: readonly TimetableDocument[]): Timetable {
  const of = <Type extends TimetableDocument['type']>(type: Type) =>
    documents.filter(
      (each): each is Extract<TimetableDocument, { type: Type }> => each.type === type,
    );
  const [policy] = of('timetable-policy');
  return {
    slots: of('slot').flatMap(({ slot, plan, hubSeq, by }) =>
      plan === null ? [] : [{ slot, ...plan, hubSeq, by }],
    ),
    seats: of('slot-seat').flatMap(({ slot, learner, station, seated, hubSeq, by }) =>
      seated ? [{ slot, learner, station, hubSeq, by }] : [],
    ),
    places: of('slot-seat'),
    waiting: of('waiting').filter(({ until }) => until === null),
    hours: new Map(
      of('group-hours').map(({ group, minutes, hubSeq, by }) => [group, { minutes, hubSeq, by }]),
    ),
    policy: policy?.policy ?? usualOutsidePolicy,
    closed: new Set(of('closed-day').flatMap(({ date, closed }) => (closed ? [date] : []))),
    outOfOrder: new Set(
      of('seat-order').flatMap(({ station, usable }) => (usable ? [] : [station])),
    ),
    weekOn: (day, today) => ({
      slots: of('slot').flatMap(({ slot, plan, earlier = [] }) => {
        const then = stoodOn(day, plan, earlier, today);
        return then === null ? [] : [{ slot, ...then }];
      }),
      seats: of('slot-seat').flatMap(({ slot, learner, station, seated, earlier = [] }) =>
        stoodOn(day, seated, earlier, today) ? [{ slot, learner, station }] : [],
      ),
    }),
  };
}
