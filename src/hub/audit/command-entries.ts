import type { commandMap } from '../../shared/contracts/commands/command-map.ts';
import type { JournalEntry } from '../../shared/contracts/documents/journal.ts';

type CommandMap = typeof commandMap;

/** Every command that makes an entry of the journal. */
type JournalledCommand = {
  [Type in keyof CommandMap]: CommandMap[Type]['journalled'] extends true ? Type : never;
}[keyof CommandMap];

/** What a command makes of the journal. */
export interface CommandEntries {
  /** The entry is of one of these types. */
  readonly types: readonly JournalEntry['type'][];
  /** Whether two have signed ([PRM4]). */
  readonly two?: true;
  /** Whether it may take several entries, each right after the one before. */
  readonly parts?: true;
}

const table = {
  'quarantine.decide': { types: ['quarantine.decided'] },
  'quarantine.vouch': { types: ['quarantine.decided'], two: true },
  'station.enrol': { types: ['station.code-made'] },
  'station.replace': { types: ['station.code-made'] },
  'station.cancel-code': { types: ['station.code-cancelled'] },
  'station.rename': { types: ['station.renamed'] },
  'station.renew': { types: ['station.renewal-asked'] },
  'clone.decide': { types: ['clone.decided'] },
  'station.revoke': { types: ['station.disabled'] },
  'staff.appoint': { types: ['staff.appointed'] },
  'staff.change': { types: ['staff.changed'] },
  'staff.disable': { types: ['staff.disabled'] },
  'staff.passphrase': { types: ['staff.rekeyed'] },
  'training.finish': { types: ['training.finished'] },
  'record.correct': { types: ['record.corrected'], two: true },
  'record.erase': { types: ['learner.erased'], two: true },
  'record.hold': { types: ['hold.set'] },
  'record.release': { types: ['hold.lifted'] },
  'learner.create': { types: ['learner.enrolled'] },
  'learner.import': { types: ['learner.enrolled', 'learners.imported'], parts: true },
  'learner.change': { types: ['learner.changed', 'learner.moved'] },
  'learner.disable': { types: ['learner.disabled', 'learner.enabled'] },
  'learners.move': { types: ['learner.moved'], parts: true },
  'learners.close': { types: ['learner.disabled'], parts: true },
  'tutor.appoint': { types: ['tutor.appointed'] },
  'tutor.end': { types: ['tutor.ended'] },
  'card.print': { types: ['cards.printed'] },
  'sign-in.reset': { types: ['sign-in.reset'] },
  'sign-in.first': { types: ['sign-in.reset'], parts: true },
  'note.make': { types: ['note.made'] },
  'note.take-back': { types: ['note.taken-back'] },
  'group.create': { types: ['group.created'] },
  'group.change': { types: ['group.changed'] },
  'course.enrol': { types: ['course.enrolled'], parts: true },
  'retention.set': { types: ['retention.set'] },
  'pack.choose': { types: ['pack.published'] },
  'reading-room.count': { types: ['reading-room.counted'] },
  'room.arrange': { types: ['room.arranged'] },
  'spoken.record': { types: ['spoken.recorded'] },
  'attendance.confirm': { types: ['attendance.confirmed'], parts: true },
  'attendance.correct': { types: ['attendance.corrected'] },
  'attendance.print': { types: ['attendance.printed'] },
  'seat.look': { types: ['seat.viewed'] },
  'seat.order': { types: ['seat.ordered'] },
  'seat.power': { types: ['seat.ordered'] },
  'hub.power-off': { types: ['hub.powered-off'] },
  'desk.power-off': { types: ['desk.powered-off'] },
  'netboot.open': { types: ['netboot.opened'] },
  'netboot.close': { types: ['netboot.closed'] },
  'override.make': { types: ['override.made'] },
  'timetable.slot': { types: ['timetable.slot-changed'] },
  'timetable.seat': { types: ['timetable.seat-changed'] },
  'timetable.wait': { types: ['timetable.wait-changed'] },
  'timetable.hours': { types: ['timetable.hours-set'] },
  'timetable.policy': { types: ['timetable.policy-set'] },
  'timetable.day': { types: ['timetable.day-changed'] },
  'timetable.place': { types: ['timetable.place-changed'] },
  'roster.print': { types: ['roster.printed'] },
  'lab-day.confirm': { types: ['lab-day.confirmed'] },
  'lab-day.move': { types: ['lab-day.moved'] },
  'reading-room.correct': { types: ['reading-room.corrected'] },
} as const satisfies Readonly<Record<JournalledCommand, CommandEntries>>;

/** By command: the entry it makes. A new command that changes something has its line here ([AUD3]). */
export const commandEntries: ReadonlyMap<string, CommandEntries> = new Map(Object.entries(table));
