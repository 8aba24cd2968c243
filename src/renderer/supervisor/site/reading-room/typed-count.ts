import type { GroupScope } from '../../../../shared/contracts/group-scope.ts';
import { mostCounted, roomCountSchema } from '../../../../shared/contracts/reading-room.ts';
import type { BookTopic, RoomCount } from '../../../../shared/contracts/reading-room.ts';
import { fromKhmerDigits } from '../../../../shared/khmer/numbers.ts';

/** What a form says was counted, as it is typed. */
export interface TypedCount {
  readonly kind: RoomCount['kind'];
  /** Null: today. */
  readonly day: string | null;
  readonly scope: GroupScope | null;
  readonly topic: BookTopic | null;
  readonly people: string;
  readonly lent: string;
  readonly returned: string;
}

export const nothingTyped: TypedCount = {
  kind: 'visits',
  day: null,
  scope: null,
  topic: null,
  people: '',
  lent: '',
  returned: '',
};

export function typedOf(count: RoomCount): TypedCount {
  const { kind, day } = count;
  return kind === 'visits'
    ? { ...nothingTyped, kind, day, scope: count.scope, people: String(count.people) }
    : {
        ...nothingTyped,
        kind,
        day,
        topic: count.topic,
        lent: String(count.lent),
        returned: String(count.returned),
      };
}

/** What stands in a field of numbers, in either digits: none typed is none counted; null for what is no count. */
export function numberIn(text: string): number | null {
  const digits = fromKhmerDigits(text.trim());
  if (digits === '') return 0;
  return /^\d{1,3}$/.test(digits) && Number(digits) <= mostCounted ? Number(digits) : null;
}

/** What is asked of the hub; null while something is missing or wrong. */
export function countOf(typed: TypedCount, today: string): RoomCount | null {
  const { kind, scope, topic, people, lent, returned } = typed;
  const day = typed.day ?? today;
  const said =
    kind === 'visits'
      ? { kind, day, scope, people: numberIn(people) }
      : { kind, day, topic, lent: numberIn(lent), returned: numberIn(returned) };
  return roomCountSchema.safeParse(said).data ?? null;
}

/** That day and those before it, newest first. @param today `YYYY-MM-DD` */
export function lastDays(today: string, days: number): readonly string[] {
  const dayMs = 86_400_000;
  return Array.from({ length: days }, (_, back) =>
    new Date(Date.parse(today) - back * dayMs).toISOString().slice(0, 10),
  );
}
