/**
 * Every failure Rean knows by name. A code is the contract between the place that fails and the
 * window that explains it: windows translate codes, nobody matches message strings.
 */
export const errorCodes = [
  // anything foreign that does not have the agreed shape
  'shape.invalid',
  'document.unknown-version',
  // storage
  'store.full',
  'store.unopenable',
  'store.in-use',
  'store.conflict',
  'store.closed',
  // a CouchDB that keeps a hub's databases: not there, or not for us
  'store.unreachable',
  'store.refused',
  // hub and network
  'hub.unreachable',
  'hub.refused',
  'hub.certificate-mismatch',
  'hub.timeout',
  'hub.protocol',
  'port.in-use',
  // a locked screen that cannot be locked
  'lockdown.failed',
  // signatures and keys
  'signature.invalid',
  'signature.unknown-key',
  'key.missing',
  'seal.broken',
  // packs
  'pack.signature-invalid',
  'pack.untrusted-key',
  // its publisher's key counts no more
  'pack.key-revoked',
  // a keyring that is damaged, older than the one held, or not signed by enough of its roots
  'keyring.invalid',
  'keyring.older',
  'keyring.not-signed',
  'pack.checksum-mismatch',
  'pack.file-missing',
  'pack.unsafe-path',
  'pack.archive-invalid',
  'pack.too-large',
  'pack.manifest-invalid',
  'pack.rollback',
  'pack.not-installed',
  'pack.app-too-old',
  // another pack it needs is not there; a delta whose base is not there
  'pack.requirement-missing',
  'pack.base-missing',
  'lesson.invalid',
  // people
  'sign-in.wrong',
  'sign-in.wait',
  'sign-in.unknown',
  'sitting.none',
  'lesson.not-open',
  'lesson.item-unknown',
  // what is to be saved is not what stands here now
  'report.changed',
  // another lesson of its course comes first
  'lesson.waits',
  // of a course that this learner doesn't take
  'lesson.not-taken',
  'permission.denied',
  // it takes a second person, with the right to second it
  'permission.second',
  // what staff have the hub do: the hub is away, was started anew meanwhile, has this id already
  'hub.away',
  // it answers, and can't do anything just now: its disk is full, or something in it fails
  'hub.full',
  'hub.busy',
  'command.stale',
  'command.repeated',
  // it is to go off, and seats are still on that who signed it does not know of
  'hub.seats-on',
  // it writes several entries, and was cut off among them
  'command.partly',
  // a learner's screen: nothing to look at there any more, or nothing that is anybody's business; looked at just
  // now; no picture came
  'look.gone',
  'look.private',
  'look.busy',
  'look.failed',
  // a film shown to a group: another is being shown, or none is; nothing recorded says otherwise
  'viewing.open',
  'viewing.none',
  'viewing.pointless',
  // a request for help that is over; one that somebody else did something about a moment before
  'help.over',
  'help.moved',
  // a learner's record
  'learner.unknown',
  'record.on-hold',
  'correction.pointless',
  'group.unknown',
  // every tile is somebody's
  'group.full',
  // another group has that picture, and others are left
  'group.symbol-taken',
  // the reading room: a day too long ago or not yet there; an entry that is gone or corrected already
  'count.day',
  'count.corrected',
  // a lab day to come, or too long ago; a sheet that is not as it was shown; nothing to correct, or nothing new
  'attendance.day',
  'attendance.changed',
  'attendance.none',
  'attendance.pointless',
  // the timetable: somebody changed it meanwhile; what is asked can't be in one week; a slot that is gone
  'timetable.changed',
  'timetable.clash',
  'timetable.gone',
  // a wrong lab day that can't be told from others, and one whose learners have words on the right day too
  'lab-day.near',
  'lab-day.clash',
  // women among men, minors among adults, or the other way round, and nobody said that they know
  'group.other-scope',
  // a page that could not be drawn as a PDF; a file that could not be written where the person wants it
  'print.failed',
  'file.unwritable',
  'file.unreadable',
  // the stick that a file was to leave on: which of `stickProblems`
  'stick.refused',
  // the printer that something was to come out of: which of `printerProblems`
  'printer.refused',
  // a newer system that this PC's own does not look for
  'update.refused',
  // windows
  'ipc.wrong-sender',
  'ipc.unknown-command',
  // the station's process died while a command was under way: whether it was done is not known
  'station.restarted',
  // set-up
  'config.invalid',
  // set up by an earlier Rean, in a way this one no longer works with
  'config.outdated',
  'site.exists',
  'site.missing',
  'station.not-enrolled',
  // backups: the folder can't be written, read, or is damaged; one that does not restore to what was copied
  'backup.unwritable',
  'backup.unreadable',
  'backup.missing',
  'backup.damaged',
  'backup.unverified',
  'backup.other-site',
  'backup.passphrase-wrong',
  'backup.passphrase-weak',
  // a staff passphrase that is too easy to guess
  'passphrase.weak',
  // a one-time code: not as it was written, not one of this hub's, too old, used, ended after wrong
  // tries, of another site's hub, or for another kind of station
  'enrol.mistyped',
  'enrol.wrong',
  'enrol.expired',
  'enrol.used',
  'enrol.ended',
  'enrol.other-site',
  'enrol.other-kind',
  'display.missing',
  'runtime.missing',
  // files made by others: of no kind that is known, faulty, of a kind or with a part that Rean can't play, with
  // nothing in them to keep, other than when they came before; a folder they can't go into
  'import.unknown',
  'import.unreadable',
  'import.unsupported',
  'import.nothing',
  'import.changed',
  'import.target',
  'unexpected',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Small facts a sentence about the error needs: a path, a port, a file's name. Never personal data or secrets. */
export type ErrorFacts = Readonly<Record<string, string | number | boolean | null>>;

/** The one error class of Rean: a code, facts for the sentence shown, and the cause for the log. */
export class ReanError extends Error {
  override readonly name = 'ReanError';
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, facts: ErrorFacts = {}, cause?: unknown) {
    super(describeError(code, facts), cause === undefined ? undefined : { cause });
    this.code = code;
    this.facts = facts;
  }
}

/** Narrows an unknown thrown value; `code` narrows further to one named failure. */
export function isReanError(error: unknown, code?: ErrorCode): error is ReanError {
  return error instanceof ReanError && (code === undefined || error.code === code);
}

/** Gives any thrown value a code, keeping it as the cause. */
export function asReanError(error: unknown, fallback: ErrorCode = 'unexpected'): ReanError {
  return isReanError(error) ? error : new ReanError(fallback, {}, error);
}

function describeError(code: ErrorCode, facts: ErrorFacts): string {
  const entries = Object.entries(facts);
  return entries.length === 0
    ? code
    : `${code} (${entries.map(([name, value]) => `${name}: ${String(value)}`).join(', ')})`;
}
