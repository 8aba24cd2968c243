import type { RoomEntry } from '../../domain/library/reading-room.ts';
import { directoryDocumentSchema } from '../../shared/contracts/documents/directory.ts';
import type {
  DirectoryDocument,
  DirectoryDocumentOf,
  LearnerAccount,
  StaffAccount,
} from '../../shared/contracts/documents/directory.ts';
import type { SignedCommand } from '../../shared/contracts/commands/staff-command.ts';
import type { NoteRecord } from '../../shared/contracts/note.ts';
import { readNewerDocument } from '../../shared/contracts/read-newer.ts';
import type {
  CommandId,
  CourseId,
  Generation,
  GroupId,
  LearnerId,
  PackId,
  Semver,
  StaffId,
  StationId,
} from '../../shared/ids.ts';
import { commandIdSchema } from '../../shared/ids.ts';
import type { Log } from '../../shared/ports.ts';
import {
  openAttendanceMark,
  openLearnerAccount,
  openNote,
  openStaffAccount,
} from '../../sync/envelope/sealed-documents.ts';
import type { StoredDocument } from '../../sync/store/storage.ts';
import type { Keys } from '../keyring/keys.ts';
import { AttendanceBook, namedInId } from './attendance-book.ts';
import { CourseTable } from './course-table.ts';
import { SpokenTable } from './spoken-table.ts';
import type { Directory } from './directory.ts';
import { TimetableTables, isOfTimetable } from './timetable-tables.ts';
import { reasonOf } from '../failure-reason.ts';

/** A record, and its place in the hub's order. */
interface NoteOf extends NoteRecord {
  readonly hubSeq: number;
}

interface Courses {
  readonly into: Set<CourseId>;
  readonly outOf: Set<CourseId>;
}

/**
 * One generation's directory in memory, kept up from what moves: a change to one learner costs one
 * learner's work, whatever the size of the site. People whose key hasn't come yet wait for the next
 * keyring.
 */
export class DirectoryTables {
  readonly #log: Log;
  readonly #generation: Generation | null;
  readonly #documents = new Map<string, DirectoryDocument>();
  readonly #unreadable = new Set<string>();
  readonly #stations = new Map<StationId, DirectoryDocumentOf<'station'>>();
  readonly #groups = new Map<GroupId, DirectoryDocumentOf<'group'>>();
  readonly #learners = new Map<LearnerId, LearnerAccount>();
  readonly #staff = new Map<StaffId, StaffAccount>();
  readonly #enrolments = new Map<LearnerId, Courses>();
  readonly #tutors = new Map<LearnerId, DirectoryDocumentOf<'tutor'>>();
  readonly #notes = new Map<LearnerId, readonly NoteOf[]>();
  readonly #erased = new Set<LearnerId>();
  readonly #packs = new Map<PackId, Semver>();
  readonly #seatOrders = new Map<StationId, SignedCommand>();
  readonly #timetable = new TimetableTables();
  readonly #roomEntries = new Map<CommandId, RoomEntry>();
  readonly #attendance = new AttendanceBook();
  readonly #courses = new CourseTable();
  readonly #spoken = new SpokenTable();
  readonly #overrides = new Map<StationId, DirectoryDocumentOf<'override'>>();
  #site: DirectoryDocumentOf<'site'> | null = null;
  #room: DirectoryDocumentOf<'room'> | null = null;
  #authority: DirectoryDocumentOf<'authority'> | null = null;
  #keys: Keys | null = null;

  constructor(log: Log, keys: Keys | null, generation: Generation | null) {
    this.#log = log;
    this.#generation = generation;
    this.#keys = keys;
  }

  /** A new keyring: people who could not be opened are tried again, others may have lost their key. */
  useKeys(keys: Keys | null): void {
    const before = this.#keys;
    this.#keys = keys;
    for (const document of this.#documents.values()) {
      // Most of a new keyring is the old one: opening thousands again would hold everybody up.
      if (keyFor(document, before) !== keyFor(document, keys)) this.#open(document);
    }
  }

  take({ _rev, ...document }: StoredDocument): void {
    const parsed = readNewerDocument(directoryDocumentSchema, document);
    this.forget(document._id);
    if (parsed === null) {
      this.#unreadable.add(document._id);
      this.#log.warn('directory.unreadable', { id: document._id });
      return;
    }
    this.#documents.set(document._id, parsed);
    this.#open(parsed);
  }

  #open(document: DirectoryDocument): void {
    if (isOfTimetable(document)) {
      this.#timetable.take(document);
      return;
    }
    switch (document.type) {
      case 'site':
        this.#site = document;
        return;
      case 'station':
        this.#stations.set(document.station, document);
        return;
      case 'room':
        this.#room = document;
        return;
      case 'override':
        this.#overrides.set(document.station, document);
        return;
      case 'group':
        this.#groups.set(document.group, document);
        return;
      case 'enrolment':
        this.#enrol(document);
        return;
      case 'learner':
        return this.#openLearner(document);
      case 'staff':
        return this.#openStaff(document);
      case 'tutor':
        this.#tutors.set(document.learner, document);
        return;
      case 'authority':
        this.#authority = document;
        return;
      case 'note':
        return this.#openNote(document);
      case 'erased':
        this.#erased.add(document.learner);
        return;
      case 'pack':
        this.#packs.set(document.pack, document.version);
        return;
      case 'room-count':
        this.#takeRoomEntry(document);
        return;
      case 'spoken':
        return this.#spoken.take(document);
      case 'training':
        this.#courses.take(document);
        return;
      case 'attendance':
        return this.#openAttendance(document);
      case 'moved-day':
        this.#attendance.move(document);
        return;
      case 'seat':
        this.#seatOrders.set(document.station, document.command);
        return;
      case 'segments':
        return;
    }
  }

  #takeRoomEntry({ _id, hubSeq, by, count, corrects }: DirectoryDocumentOf<'room-count'>) {
    const id = roomEntryId(_id);
    this.#roomEntries.set(id, { id, hubSeq, by, count, corrects: corrects ?? null });
  }

  #enrol({ learner, course, active }: DirectoryDocumentOf<'enrolment'>): void {
    const courses = this.#enrolments.get(learner) ?? { into: new Set(), outOf: new Set() };
    courses[active ? 'into' : 'outOf'].add(course);
    courses[active ? 'outOf' : 'into'].delete(course);
    this.#enrolments.set(learner, courses);
  }

  #openLearner(document: DirectoryDocumentOf<'learner'>): void {
    const key = this.#keys?.learnerKey(document.learner) ?? null;
    const account = key && this.#opened(() => openLearnerAccount(document, key), document._id);
    if (account === null) this.#learners.delete(document.learner);
    else this.#learners.set(document.learner, account);
  }

  #openAttendance(document: DirectoryDocumentOf<'attendance'>): void {
    const key = this.#keys?.learnerKey(document.learner) ?? null;
    const mark = key && this.#opened(() => openAttendanceMark(document, key), document._id);
    const { hubSeq } = document;
    if (mark === null) this.#forgetAttendance(document);
    else this.#attendance.add({ ...mark, command: commandOf(document), hubSeq });
  }

  #forgetAttendance(document: DirectoryDocumentOf<'attendance'>): void {
    const [day] = namedInId(document._id);
    this.#attendance.remove({ learner: document.learner, day, command: commandOf(document) });
  }

  #openNote(document: DirectoryDocumentOf<'note'>): void {
    const { learner, hubSeq, _id } = document;
    const key = this.#keys?.learnerKey(learner) ?? null;
    const note = key && this.#opened(() => openNote(document, key), _id);
    const others = this.#notesBut(document);
    const all = note === null ? others : [...others, { ...note, hubSeq }];
    this.#notes.set(
      learner,
      all.toSorted((a, b) => a.hubSeq - b.hubSeq),
    );
  }

  #notesBut({ learner, _id }: DirectoryDocumentOf<'note'>): readonly NoteOf[] {
    return (this.#notes.get(learner) ?? []).filter(({ id }) => _id !== `note:${learner}:${id}`);
  }

  #openStaff(document: DirectoryDocumentOf<'staff'>): void {
    const key = this.#keys?.siteKey ?? null;
    const account = key && this.#opened(() => openStaffAccount(document, key), document._id);
    if (account === null) this.#staff.delete(document.staff);
    else this.#staff.set(document.staff, account);
  }

  /** A person sealed with a key we don't hold, or damaged, is not shown; the others are. */
  #opened<Account>(open: () => Account, id: string): Account | null {
    try {
      return open();
    } catch (error) {
      this.#log.warn('directory.not-opened', {
        id,
        reason: reasonOf(error),
      });
      return null;
    }
  }

  forget(id: string): void {
    this.#unreadable.delete(id);
    const document = this.#documents.get(id);
    if (document === undefined) return;
    this.#documents.delete(id);
    this.#timetable.forget(id);
    this.#courses.forget(id);
    this.#spoken.forget(id);
    if (document.type === 'site') this.#site = null;
    if (document.type === 'room') this.#room = null;
    if (document.type === 'override') this.#overrides.delete(document.station);
    if (document.type === 'authority') this.#authority = null;
    if (document.type === 'station') this.#stations.delete(document.station);
    if (document.type === 'group') this.#groups.delete(document.group);
    if (document.type === 'learner') this.#learners.delete(document.learner);
    if (document.type === 'note') this.#notes.set(document.learner, this.#notesBut(document));
    if (document.type === 'staff') this.#staff.delete(document.staff);
    if (document.type === 'pack') this.#packs.delete(document.pack);
    if (document.type === 'tutor') this.#tutors.delete(document.learner);
    if (document.type === 'attendance') this.#forgetAttendance(document);
    if (document.type === 'moved-day') this.#attendance.takeBack(document);
    if (document.type === 'seat') this.#seatOrders.delete(document.station);
    if (document.type === 'room-count') this.#roomEntries.delete(roomEntryId(document._id));
    if (document.type === 'enrolment') {
      const courses = this.#enrolments.get(document.learner);
      courses?.into.delete(document.course);
      courses?.outOf.delete(document.course);
    }
  }

  snapshot(): Directory {
    return {
      generation: this.#generation,
      site: this.#site,
      authority: this.#authority,
      stations: this.#stations,
      groups: this.#groups,
      learners: this.#learners,
      staff: this.#staff,
      enrolments: this.#enrolments,
      tutors: this.#tutors,
      notes: this.#notes,
      erased: this.#erased,
      packs: this.#packs,
      roomEntries: this.#roomEntries,
      attendance: this.#attendance,
      training: this.#courses.now,
      spoken: this.#spoken,
      seatOrders: this.#seatOrders,
      overrides: this.#overrides,
      timetable: this.#timetable.now,
      places: new Map(this.#room?.places.map(({ station, ...spot }) => [station, spot])),
      unreadable: this.#unreadable.size,
    };
  }
}

/** The secret a person's document opens with, if it is held; nothing for other documents. */
function keyFor(document: DirectoryDocument, keys: Keys | null): string | undefined {
  if (document.type === 'learner' || document.type === 'attendance' || document.type === 'note') {
    return keys?.learnerKey(document.learner)?.secret;
  }
  return document.type === 'staff' ? keys?.siteKey.secret : undefined;
}

const commandOf = ({ _id }: DirectoryDocumentOf<'attendance'>): CommandId =>
  commandIdSchema.parse(namedInId(_id)[1]);

const roomEntryId = (documentId: `room-count:${string}`): CommandId =>
  commandIdSchema.parse(documentId.slice('room-count:'.length));
