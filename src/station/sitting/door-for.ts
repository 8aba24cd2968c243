import { atTheDoor } from '../../domain/timetable/at-the-door.ts';
import type { Door } from '../../domain/timetable/at-the-door.ts';
import type { LearnerId, StationId } from '../../shared/ids.ts';
import type { LabNow } from '../../sync/replication/lab-clock.ts';
import type { DirectoryIndex } from '../directory/directory-index.ts';
import { membersOf, usableSeats } from '../views/timetable-view.ts';

export interface DoorSource {
  readonly directory: Pick<DirectoryIndex, 'directory'>;
  readonly station: StationId;
  readonly labNow: () => LabNow | null;
  /** Officers gave them more time at this seat ([ACT12]). */
  readonly hasGiven: (learner: LearnerId) => boolean;
}

/**
 * What somebody meets who has just proved who they are ([TTB9]). Where the day is not sure, nobody is held
 * up: neither the LAN nor a clock keeps a learner out ([TTB10]).
 */
export function doorFor(
  learner: LearnerId,
  { directory, station, labNow, hasGiven }: DoorSource,
): Door {
  const known = directory.directory;
  const member = known.learners.get(learner);
  const now = labNow();
  if (member === undefined || hasGiven(learner)) return { kind: 'open' };
  return atTheDoor({
    ...known.timetable,
    member,
    members: membersOf(known),
    now: now?.sure === true ? now : null,
    station,
    usable: usableSeats(known),
  });
}
