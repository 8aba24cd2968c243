import type { Enrolments } from '../../domain/course/takes-course.ts';
import type { RoomEntry } from '../../domain/library/reading-room.ts';
import type {
  DirectoryDocumentOf,
  LearnerAccount,
  StaffAccount,
} from '../../shared/contracts/documents/directory.ts';
import type { SignedCommand } from '../../shared/contracts/commands/staff-command.ts';
import type { FinishedCourse } from '../../shared/contracts/staff-course.ts';
import type { NoteRecord } from '../../shared/contracts/note.ts';
import type { Timetable } from './timetable-tables.ts';
import type { Spot } from '../../shared/contracts/seat-places.ts';
import type { LearnerCard, StaffCard } from '../../shared/contracts/ipc/views.ts';
import type {
  CommandId,
  Generation,
  GroupId,
  LearnerId,
  PackId,
  Semver,
  StaffId,
  StationId,
} from '../../shared/ids.ts';

import type { Attendance } from './attendance-book.ts';
import type { SpokenVoices } from './spoken-table.ts';

/**
 * The hub's directory as this station knows it, people opened. The maps belong to the index that
 * keeps them and move on; read them at once, hold none.
 */
export interface Directory {
  /** Of the hub it is from; null before there was any. */
  readonly generation: Generation | null;
  readonly site: DirectoryDocumentOf<'site'> | null;
  /** How far the site is with going over to another authority; null where it never did. */
  readonly authority: DirectoryDocumentOf<'authority'> | null;
  readonly stations: ReadonlyMap<StationId, DirectoryDocumentOf<'station'>>;
  readonly groups: ReadonlyMap<GroupId, DirectoryDocumentOf<'group'>>;
  readonly learners: ReadonlyMap<LearnerId, LearnerAccount>;
  readonly staff: ReadonlyMap<StaffId, StaffAccount>;
  /** Courses that officers put a learner into, or took them out of. */
  readonly enrolments: ReadonlyMap<LearnerId, Enrolments>;
  /** Who is, or was, a peer tutor, and of which group. */
  readonly tutors: ReadonlyMap<LearnerId, DirectoryDocumentOf<'tutor'>>;
  /** What staff noted of how they learn, all records in the hub's order, those taken back too ([LPG4]). */
  readonly notes: ReadonlyMap<LearnerId, readonly NoteRecord[]>;
  /** Whose records were erased: for good, so that none is ever taken out. */
  readonly erased: ReadonlySet<LearnerId>;
  /** The site's list: which version of each pack all stations get ([PKG19]). */
  readonly packs: ReadonlyMap<PackId, Semver>;
  /** Where seats stand, as far as somebody said so ([SUP21]). */
  readonly places: ReadonlyMap<StationId, Spot>;
  /** What screens say aloud, by word and language; null in nobody's voice any more ([SPK2]). */
  readonly spoken: SpokenVoices;
  /** The last order each seat was given that lasts ([ACT3]). */
  readonly seatOrders: ReadonlyMap<StationId, SignedCommand>;
  /** The sheet of codes that opens each seat ([OVR2]). */
  readonly overrides: ReadonlyMap<StationId, DirectoryDocumentOf<'override'>>;
  /** All that was counted of the reading room, corrections too ([LIB6]). */
  readonly roomEntries: ReadonlyMap<CommandId, RoomEntry>;
  /** What was confirmed of attendance, and corrected ([ATT2]). */
  readonly attendance: Attendance;
  /** Which courses staff finished ([HPG6]). */
  readonly training: ReadonlyMap<StaffId, readonly FinishedCourse[]>;
  /** Who is to be in the lab when ([TTB1]). */
  readonly timetable: Timetable;
  /** Documents of a version this station does not read yet. */
  readonly unreadable: number;
}

/** What a tile shows of a learner. */
export function learnerCard({ learner, name, group, tile }: LearnerAccount): LearnerCard {
  return { learner, name, group, tile };
}

export function staffCard({ staff, name, role }: StaffAccount): StaffCard {
  return { staff, name, role };
}
