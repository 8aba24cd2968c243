import { roomPeriods, standingEntries, toldCount } from '../../domain/library/reading-room.ts';
import type { RoomPeriod, StandingEntry } from '../../domain/library/reading-room.ts';
import { may, mayAnywhere } from '../../domain/permissions.ts';
import type { Actor } from '../../domain/permissions.ts';
import { groupScopes } from '../../shared/contracts/group-scope.ts';
import type { GroupScope } from '../../shared/contracts/group-scope.ts';
import type {
  ReadingRoomView,
  RoomAsk,
  RoomPeriodView,
} from '../../shared/contracts/ipc/reading-room-view.ts';
import { bookTopics } from '../../shared/contracts/reading-room.ts';
import type { RoomCount } from '../../shared/contracts/reading-room.ts';
import type { Directory } from '../directory/directory.ts';

const mostPeriods = 12;
const mostEntries = 30;

type Known = Pick<Directory, 'roomEntries' | 'staff'>;

/**
 * What was counted of the reading room, as somebody may know it: visits of their scopes, all in steps of
 * five, and the entries themselves where they may count ([LIB6]).
 * @param today the lab's date; null while it is not known
 */
export function readingRoomView(
  { roomEntries, staff }: Known,
  actor: Actor,
  { span }: RoomAsk,
  today: string | null,
): ReadingRoomView {
  const scopes = scopesSeen(actor);
  const standing = standingEntries(roomEntries.values()).filter(
    ({ count }) => count.kind === 'loans' || scopes === 'together' || scopes.includes(count.scope),
  );
  const own = standing.filter(({ count }) =>
    may(actor, 'reading-room.count', { scopes: scopesOf(count) }),
  );
  return {
    today,
    periods: roomPeriods(standing, span)
      .slice(0, mostPeriods)
      .map((period) => told(period, scopes)),
    entries: own.slice(0, mostEntries).map(({ id, by, count }: StandingEntry) => ({
      id,
      by,
      byName: staff.get(by)?.name ?? null,
      count,
    })),
  };
}

/** Who has no scopes, as the programme team, is told of visits by all together. */
function scopesSeen(actor: Actor): readonly GroupScope[] | 'together' {
  const scopes = groupScopes.filter((scope) => may(actor, 'reading-room.see', { scopes: [scope] }));
  return scopes.length === 0 && !mayAnywhere(actor.role, 'reading-room.count')
    ? 'together'
    : scopes;
}

const scopesOf = (count: RoomCount): readonly GroupScope[] =>
  count.kind === 'visits' ? [count.scope] : [];

function told(
  { from, visits, lent, returned, topics }: RoomPeriod,
  scopes: readonly GroupScope[] | 'together',
): RoomPeriodView {
  return {
    from,
    visits:
      scopes === 'together'
        ? [
            {
              scope: null,
              count: toldCount([...visits.values()].reduce((sum, each) => sum + each, 0)),
            },
          ]
        : scopes.map((scope) => ({ scope, count: toldCount(visits.get(scope) ?? 0) })),
    lent: toldCount(lent),
    returned: toldCount(returned),
    topics: bookTopics.flatMap((topic) => {
      const of = topics.get(topic);
      return of === undefined
        ? []
        : { topic, lent: toldCount(of.lent), returned: toldCount(of.returned) };
    }),
  };
}
