import * as z from 'zod';
import { boardSchema } from '../board.ts';
import {
  base64Schema,
  commandIdSchema,
  languageSchema,
  learnerIdSchema,
  packIdSchema,
  recordingIdSchema,
  slugSchema,
  staffIdSchema,
  stationIdSchema,
  viewingIdSchema,
} from '../../ids.ts';
import { draftAtSchema, keptScreenSchema } from '../kept-screen.ts';
import { keptDraftSchema } from '../lesson/draft.ts';
import { responseSchema } from '../lesson.ts';
import { takeSchema } from '../recording.ts';
import { lookAreaSchema, lookIdSchema, lookPictureSchema, lookViewSchema } from '../look.ts';
import { selfTestCodeSchema, selfTestFindingsSchema, selfTestResultSchema } from '../self-test.ts';
import {
  givenOrdersSchema,
  leavings,
  seatActSchema,
  seatLockSchema,
  seatMomentSchema,
  seatOrderInputSchema,
} from '../seat-order.ts';
import { bundleSchema, maintenanceReportSchema, maintenanceViewSchema } from '../maintenance.ts';
import { overrideCodeSchema, overrideResultSchema, overrideViewSchema } from '../override.ts';
import { localizedSchema } from '../phrase.ts';
import { timeViewSchema } from '../slot-time.ts';
import { pieceFaultSchema, pieceResultSchema, placeSchema } from '../piece.ts';
import { knownCommandSchema } from '../commands/command-map.ts';
import { reasonSchema } from '../commands/staff-command.ts';
import {
  appInfoSchema,
  errorViewSchema,
  handoverResultSchema,
  homeViewSchema,
  learnerPageSchema,
  learnersViewSchema,
  lessonViewSchema,
  markedSchema,
  peopleViewSchema,
  pieceViewSchema,
  reviewViewSchema,
  roomViewSchema,
  seatHealthViewSchema,
  signInResultSchema,
  sittingStartSchema,
  sittingViewSchema,
  staffViewSchema,
} from './views.ts';
import { packsViewSchema } from './packs-view.ts';
import { spokenAskSchema, spokenViewSchema, spokenWordViewSchema } from './spoken-view.ts';
import { spokenAtSchema } from '../spoken.ts';
import { voicesAskSchema, voicesViewSchema } from './voices-view.ts';
import { siteViewSchema } from './site-view.ts';
import { handoverNumberSchema, pictureCodeSchema, pinSchema, signInWaySchema } from '../sign-in.ts';
import {
  coursesViewSchema,
  groupsViewSchema,
  teamViewSchema,
  trainedViewSchema,
} from './people-views.ts';
import {
  helpAnswerSchema,
  helpHandSchema,
  helpQueueSchema,
  helpRefSchema,
  tutoringSchema,
} from './help-views.ts';
import { heldAskSchema, heldViewSchema } from './held-views.ts';
import { fileSchema, listFormats, listPreviewSchema } from './list-views.ts';
import {
  attendanceAskSchema,
  attendanceViewSchema,
  wrongDayAskSchema,
  wrongDayViewSchema,
} from './attendance-view.ts';
import { reportChoiceSchema, reportFormats, reportSchema } from './report-views.ts';
import { readingRoomViewSchema, roomAskSchema } from './reading-room-view.ts';
import { libraryAskSchema, libraryViewSchema, mostReadViewSchema } from './library-view.ts';
import {
  bigScreenSchema,
  filmDriveSchema,
  filmFailedSchema,
  filmToldSchema,
  filmsViewSchema,
  thereListSchema,
  viewingViewSchema,
  viewingsViewSchema,
} from './viewing-views.ts';
import { manyDeedSchema, manyJudgedSchema, mostTicked } from '../many-learners.ts';
import { countedAnswersSchema, mostThere } from '../viewing.ts';
import {
  labDayViewSchema,
  rosterAskSchema,
  rosterViewSchema,
  timetableViewSchema,
} from './timetable-view.ts';
import {
  printAskSchema,
  printedSchema,
  printerNameSchema,
  printersViewSchema,
} from '../printer.ts';
import { mostStickBytes, stickFileAskSchema, stickSavedSchema } from '../stick.ts';
import { stationStatusSchema } from './status-views.ts';

/**
 * The whole of what a window may ask, and of what it may be told ([IPC1]). A command is answered
 * once (a promise); a stream sends its newest value until it is left (an observable).
 */

const nothing = z.undefined();
const command = <Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
) => ({
  input,
  output,
});
const stream = command;

/** Time the learner was active in a piece since the last command about it, ms. */
const activeSince = { activeMs: z.number().int().min(0).max(86_400_000) };

const everyWindow = {
  commands: { 'app.info': command(nothing, appInfoSchema) },
  streams: { status: stream(nothing, stationStatusSchema) },
};

const staffSignInSchema = z.strictObject({
  staff: staffIdSchema,
  passphrase: z.string().min(1).max(200),
});

export const kioskContract = {
  commands: {
    ...everyWindow.commands,
    'sitting.start': command(
      z.union([
        z.strictObject({ learner: learnerIdSchema, code: pictureCodeSchema }),
        z.strictObject({ learner: learnerIdSchema, pin: pinSchema }),
      ]),
      sittingStartSchema,
    ),
    /** What an officer's number opens: told to this window, for whoever typed it ([SGN9]). */
    'handover.open': command(
      z.strictObject({ learner: learnerIdSchema, number: handoverNumberSchema }),
      handoverResultSchema,
    ),
    'sitting.end': command(z.strictObject({ reason: z.enum(['learner', 'idle']) }), nothing),
    /** Somebody touches the window; said seldom ([LIV4]). */
    'seat.touched': command(nothing, nothing),
    /** Why the last sitting ended was read, or stood there long enough ([ERA9]). */
    'taken.seen': command(nothing, nothing),
    /** What this window shows in a part of it, as a small picture ([LOK4]); null where none could be made. */
    'look.capture': command(lookAreaSchema, lookPictureSchema.nullable()),
    /** What is shown to whoever looks; null where no lesson is in sight. */
    'look.show': command(
      z.strictObject({ look: lookIdSchema, picture: lookPictureSchema.nullable() }),
      nothing,
    ),
    /** A code of the sheet, typed while the seat is locked ([OVR3]). */
    'override.enter': command(z.strictObject({ code: overrideCodeSchema }), overrideResultSchema),
    /** What the station finds of its PC ([SLF1]); it takes some seconds. */
    'self-test.look': command(nothing, selfTestFindingsSchema),
    /** What the app finds: its lock-down, and whether anything in the page leads out of it. */
    'self-test.escape': command(nothing, z.array(selfTestResultSchema)),
    /** All that was found, to be recorded ([SLF4]). */
    'self-test.done': command(
      z.strictObject({ results: z.array(selfTestResultSchema).min(1).max(24) }),
      z.strictObject({ code: selfTestCodeSchema }),
    ),
    /** A technician's passphrase, where nobody sits ([MNT2]). What follows is for who signed in at this window alone. */
    'maintenance.sign-in': command(staffSignInSchema, signInResultSchema),
    'maintenance.sign-out': command(nothing, nothing),
    /** Somebody touches the window ([MNT6]). */
    'maintenance.present': command(nothing, nothing),
    /** Reads all packs again, in the background; `maintenance-report` says how far it is. */
    'maintenance.check-packs': command(nothing, nothing),
    'maintenance.bundle': command(nothing, bundleSchema),
    /** The bundle that this visit wrote last, onto a stick ([STK5]). */
    'maintenance.give-bundle': command(nothing, stickSavedSchema),
    /** Has the system look for a newer one on a stick ([IMG9]); what came of it is told by `maintenance-report`. */
    'maintenance.update': command(nothing, nothing),
    /** Ends the visit and has this PC test itself ([SLF1]). */
    'maintenance.self-test': command(nothing, nothing),
    /** False where the system does not let it. */
    'maintenance.leave': command(
      z.strictObject({ to: z.enum(leavings) }),
      z.strictObject({ goes: z.boolean() }),
    ),
    'language.choose': command(z.strictObject({ language: languageSchema }), nothing),
    /** The message on the screen was read. */
    'message.seen': command(nothing, nothing),
    /** Where they are to go was seen ([ACT13]). */
    'sent.seen': command(nothing, nothing),
    /** What they are told of their time was seen ([ACT12]). */
    'time.seen': command(timeViewSchema.omit({ minutes: true }), nothing),
    /** That staff took them to this lesson was seen ([ACT11]). */
    'led.seen': command(z.strictObject({ order: commandIdSchema }), nothing),
    'board.choose': command(z.strictObject({ board: boardSchema }), nothing),
    'help.ask': command(nothing, nothing),
    'help.end': command(nothing, nothing),
    /** What a peer tutor does about a request of their group ([HLQ8]). */
    'tutor.take': command(helpRefSchema, nothing),
    /** To the officers. */
    'tutor.hand': command(helpRefSchema, nothing),
    'tutor.answer': command(helpAnswerSchema, nothing),
    'lesson.open': command(
      z.strictObject({ pack: packIdSchema, lesson: slugSchema }),
      lessonViewSchema,
    ),
    'lesson.answer': command(
      z.strictObject({
        item: slugSchema,
        response: responseSchema,
        activeMs: z.number().int().min(0).max(86_400_000),
      }),
      markedSchema,
    ),
    'lesson.leave': command(nothing, nothing),
    /** At which screen they are, null at home: for where they go on ([SIT7]). */
    'screen.keep': command(z.strictObject({ screen: keptScreenSchema.nullable() }), nothing),
    /** The answer that is being made at an item of what is open; null where none is. */
    'draft.keep': command(draftAtSchema.extend({ draft: keptDraftSchema.nullable() }), nothing),
    /** Keeps what was read aloud at the item that is open ([RAL2]); null where there is no room for it. */
    'recording.keep': command(
      takeSchema.extend({ item: slugSchema }),
      recordingIdSchema.nullable(),
    ),
    /** What was kept of it before. */
    'recording.last': command(z.strictObject({ item: slugSchema }), takeSchema.nullable()),
    /** What is due; answered and left as a lesson is. */
    'review.open': command(nothing, reviewViewSchema),
    'piece.open': command(
      z.strictObject({ pack: packIdSchema, piece: slugSchema }),
      pieceViewSchema,
    ),
    /** Where it is, kept by the station until it is recorded with what comes next; null where that is as before. */
    'piece.keep': command(
      z.strictObject({ place: placeSchema.nullable(), ...activeSince }),
      nothing,
    ),
    'piece.save': command(z.strictObject({ place: placeSchema, ...activeSince }), nothing),
    'piece.report': command(pieceResultSchema.extend(activeSince), nothing),
    'piece.fail': command(pieceFaultSchema.extend(activeSince), nothing),
    'piece.leave': command(
      z.strictObject({ place: placeSchema.nullable(), ...activeSince }),
      nothing,
    ),
  },
  streams: {
    ...everyWindow.streams,
    /** What stands on the locked seat, before and over anything else; null while it is open ([ACT3]). */
    lock: stream(nothing, seatLockSchema.pick({ message: true }).nullable()),
    /** What an officer has this seat show for a moment ([ACT8], [ACT9]). */
    moment: stream(nothing, seatMomentSchema),
    /** How a word of a screen is spoken at this site ([SPK1]). */
    'spoken-word': stream(spokenAtSchema, spokenWordViewSchema),
    /** What who sits here is told of their time ([ACT12]). */
    time: stream(nothing, timeViewSchema.nullable()),
    people: stream(nothing, peopleViewSchema),
    'sign-in': stream(z.strictObject({ learner: learnerIdSchema }), signInWaySchema),
    sitting: stream(nothing, sittingViewSchema.nullable()),
    /** Whether the last sitting ended because its learner was erased: never whose it was. */
    taken: stream(nothing, z.boolean()),
    /** Which sheet of codes opens this seat; null where there is none. */
    /** Whether this PC is to be tested now: it was let in, and has not been ([SLF1]). */
    'self-test': stream(nothing, z.strictObject({ due: z.boolean() })),
    override: stream(nothing, overrideViewSchema.nullable()),
    /** Somebody looks at the lesson, or just did. */
    look: stream(nothing, lookViewSchema.nullable()),
    /** Who may sign in as a technician, and who did at this window ([MNT2]). */
    maintenance: stream(nothing, maintenanceViewSchema),
    /** How this PC is; for a technician who is signed in at this window, and no longer ([MNT5]). */
    'maintenance-report': stream(nothing, maintenanceReportSchema),
    home: stream(nothing, homeViewSchema),
    library: stream(libraryAskSchema, libraryViewSchema),
    /** Null for whoever is no peer tutor. */
    tutoring: stream(nothing, tutoringSchema.nullable()),
  },
} as const;

const newPassphraseSchema = z.strictObject({
  text: z.string().min(1).max(200),
  /** Whose it will be: it may not be their name. */
  name: localizedSchema,
  /** The one of now, where somebody changes their own. */
  current: z.string().max(200).optional(),
});

const mostPageLetters = 4 * 1024 * 1024;
/** Whole, with its styles in it. What people typed stands escaped in it. */
const pageHtmlSchema = z.string().min(1).max(mostPageLetters);
const pdfSchema = z.strictObject({ content: base64Schema(mostStickBytes) });

export const supervisorContract = {
  commands: {
    ...everyWindow.commands,
    'staff.sign-in': command(staffSignInSchema, signInResultSchema),
    'staff.sign-out': command(nothing, nothing),
    /** Somebody touches the window ([SUP17]). */
    'staff.present': command(nothing, nothing),
    /** Whatever staff have the hub do: `commands/command-map.ts` has what each type takes and gives. */
    'hub.command': command(
      z.strictObject({
        type: knownCommandSchema,
        input: z.unknown(),
        reason: reasonSchema.nullable(),
        /** Where it takes two: the second person signs in on the same screen. */
        second: staffSignInSchema.optional(),
        /** A new one, of which the station makes the input's `verifier` ([CMD6]). */
        passphrase: newPassphraseSchema.optional(),
      }),
      z.unknown(),
    ),
    /** What a learner has on their screen now: on record before they are asked ([LOK2]). */
    'seat.look': command(
      z.strictObject({ station: stationIdSchema, learner: learnerIdSchema }),
      lookPictureSchema,
    ),
    /** Has seats do something, through the hub or straight ([ACT1]); what came of it is told by `orders`. */
    'seats.order': command(
      z.strictObject({ seats: seatOrderInputSchema.shape.seats, act: seatActSchema }),
      nothing,
    ),
    /** Has a learner go on at another seat ([ACT13]). */
    'seats.move': command(
      z.strictObject({
        learner: learnerIdSchema,
        from: stationIdSchema,
        to: stationIdSchema,
      }),
      nothing,
    ),
    /** What a list of learners would come to ([IMP1]). */
    'list.preview': command(fileSchema.pick({ content: true }), listPreviewSchema),
    /** A film shown to a group ([GRP1]). */
    'viewing.begin': command(z.strictObject({ pack: packIdSchema, piece: slugSchema }), nothing),
    /** Goes on with what was cut off. */
    'viewing.resume': command(nothing, nothing),
    'viewing.tick': command(
      z.strictObject({
        learners: z.array(learnerIdSchema).min(1).max(mostThere),
        there: z.boolean(),
      }),
      nothing,
    ),
    /** Whom a list names ([GRP3]). */
    'viewing.list': command(fileSchema.pick({ content: true }), thereListSchema),
    'viewing.drive': command(filmDriveSchema, nothing),
    /** The page that plays it is ready: where the film goes on. */
    'viewing.ready': command(
      z.strictObject({ viewing: viewingIdSchema }),
      bigScreenSchema.shape.go,
    ),
    'viewing.answer': command(countedAnswersSchema, nothing),
    /** Told by the page that plays the film, by whomever it was opened. */
    'viewing.told': command(filmToldSchema, nothing),
    'viewing.failed': command(filmFailedSchema, nothing),
    /** Records who was there. */
    'viewing.end': command(nothing, nothing),
    'viewing.discard': command(nothing, nothing),
    'viewing.correct': command(
      z.strictObject({ viewing: viewingIdSchema, learner: learnerIdSchema, there: z.boolean() }),
      nothing,
    ),
    /** Has this computer go off, after the rest of the lab ([CLS7]); false where its system does not let it. */
    'machine.power-off': command(nothing, z.strictObject({ goes: z.boolean() })),
    /** What is done about a request for help ([HLQ2]). */
    'help.take': command(helpRefSchema, nothing),
    'help.hand': command(helpHandSchema, nothing),
    'help.answer': command(helpAnswerSchema, nothing),
    /** Opens the big screen on another display; false where there is none ([GRP1]). */
    'screen.open': command(nothing, z.strictObject({ opened: z.boolean() })),
    'screen.close': command(nothing, nothing),
    /** Keeps the window from being closed unasked; answered once somebody would, or it is let go ([SUP9]). */
    'window.hold': command(nothing, z.strictObject({ asked: z.boolean() })),
    'window.release': command(nothing, nothing),
    /** An empty list, to be filled in. */
    'list.template': command(nothing, fileSchema),
    /** The learners within the person's reach; a look that is recorded each time ([IMP5]). */
    'list.export': command(
      z.strictObject({
        format: z.enum(listFormats),
        /** Those of them alone, as where a list was searched. */
        learners: z.array(learnerIdSchema).max(mostTicked).optional(),
      }),
      fileSchema,
    ),
    /** What something done about many would come to ([LST3]). */
    'many.preview': command(
      z.strictObject({ deed: manyDeedSchema, learners: z.array(learnerIdSchema).max(mostTicked) }),
      manyJudgedSchema,
    ),
    /** Works a report out; its number names it until another is made ([RPT1]). */
    'report.make': command(
      reportChoiceSchema,
      z.strictObject({
        number: z.number().int().min(1),
        report: reportSchema,
        /** The lab day it was made on; null while none is known. */
        today: z.iso.date().nullable(),
      }),
    ),
    /** The report that was made last, as a file, or as the page it is printed from. */
    'report.file': command(
      z.strictObject({
        number: z.number().int().min(1),
        format: z.enum(reportFormats),
        language: languageSchema,
      }),
      fileSchema,
    ),
    /** A list the person chooses; null where they chose none ([IMP2]). */
    'file.open': command(nothing, fileSchema.nullable()),
    /** A list, where the person wants it; null where they chose no place. */
    'file.save': command(fileSchema, z.strictObject({ saved: z.string().nullable() })),
    /** A page of ours as a PDF, for the page itself to have it written onto a stick ([STK1]). */
    'page.pdf': command(z.strictObject({ html: pageHtmlSchema }), pdfSchema),
    /** Writes a file onto the one stick that is plugged in. */
    'stick.save': command(stickFileAskSchema, stickSavedSchema),
    /** Prints a PDF, and answers once it is out ([PTR3]). */
    'printer.print': command(printAskSchema, printedSchema),
    /** What is printed goes there from now on. */
    'printer.use': command(z.strictObject({ printer: printerNameSchema }), nothing),
    /** A page of ours as a PDF, where the person wants it; null where they chose no place ([PRN1]). */
    'page.save': command(
      z.strictObject({
        /** What the file is called before they say otherwise, without its ending. */
        name: z
          .string()
          .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
          .max(60),
        html: pageHtmlSchema,
      }),
      /** The file's name. */
      z.strictObject({ saved: z.string().nullable() }),
    ),
  },
  streams: {
    ...everyWindow.streams,
    staff: stream(nothing, staffViewSchema),
    room: stream(nothing, roomViewSchema),
    'seat-health': stream(nothing, seatHealthViewSchema),
    learners: stream(nothing, learnersViewSchema),
    learner: stream(
      z.strictObject({
        learner: learnerIdSchema,
        /** Where the page was opened, which goes into the trail ([AUD1]). */
        from: z.enum(['list', 'room']).optional(),
      }),
      learnerPageSchema,
    ),
    groups: stream(nothing, groupsViewSchema),
    /** What seats were told from this window, and what came of it ([ACT7]). */
    orders: stream(nothing, givenOrdersSchema),
    /** Whether the hub goes off, or went, as it was told from this computer ([CLS8]). */
    'hub-going': stream(nothing, z.enum(['no', 'going', 'off'])),
    courses: stream(nothing, coursesViewSchema),
    team: stream(nothing, teamViewSchema),
    /** Courses for staff that whoever is signed in has finished ([HPG6]). */
    trained: stream(nothing, trainedViewSchema),
    /** Null while the hub is away, or does not tell. */
    packs: stream(nothing, packsViewSchema.nullable()),
    /** Null where the pack is not installed on this computer. */
    voices: stream(voicesAskSchema, voicesViewSchema.nullable()),
    site: stream(nothing, siteViewSchema),
    /** The printers of this PC, and how each stands ([PTR2]). */
    printers: stream(nothing, printersViewSchema),
    /** Which words of screens are recorded, while somebody sees to that ([SPK2]). */
    'spoken-words': stream(spokenAskSchema, spokenViewSchema),
    'spoken-word': stream(spokenAtSchema, spokenWordViewSchema),
    'most-read': stream(nothing, mostReadViewSchema),
    attendance: stream(attendanceAskSchema, attendanceViewSchema),
    'wrong-day': stream(wrongDayAskSchema, wrongDayViewSchema),
    'reading-room': stream(roomAskSchema, readingRoomViewSchema),
    'lab-day': stream(nothing, labDayViewSchema),
    timetable: stream(nothing, timetableViewSchema),
    roster: stream(rosterAskSchema, rosterViewSchema),
    held: stream(heldAskSchema, heldViewSchema),
    /** Requests for help within the person's reach. */
    help: stream(nothing, helpQueueSchema),
    films: stream(nothing, filmsViewSchema),
    viewing: stream(nothing, viewingViewSchema.nullable()),
    viewings: stream(nothing, viewingsViewSchema),
    /** What the big screen shows: for any window of the station. */
    screen: stream(nothing, bigScreenSchema.nullable()),
  },
} as const;

export const contracts = { kiosk: kioskContract, supervisor: supervisorContract } as const;
export type WindowRole = keyof typeof contracts;

/** Of a kiosk's window; `checkRequest` has made sure of whose contract it is. */
const kioskAppCommands = ['look.capture', 'self-test.escape'] as const;
export type KioskAppCommand = (typeof kioskAppCommands)[number];

/** What the app answers by itself: the station never hears of it. */
export const appCommands = [
  ...kioskAppCommands,
  'page.save',
  'page.pdf',
  'file.open',
  'file.save',
  'screen.open',
  'screen.close',
  'window.hold',
  'window.release',
] as const;
export type AppCommand = (typeof appCommands)[number];

/** Longest a command may stay unanswered, ms; sign-in on an old PC takes up to four seconds. */
const usualAnswerLimitMs = 30_000;
/**
 * The same for what the hub does, ms: the station asks who the hub is and sends the command, 15 s each,
 * and both once more if the first was of no use ([CMD5]); two passphrases on an old PC besides.
 */
const hubAnswerLimitMs = 75_000;

/** A slow stick or printer, ms: as long as its service may take, and a little. */
const stickAnswerLimitMs = 300_000;
const stickCommands: ReadonlySet<string> = new Set([
  'stick.save',
  'maintenance.give-bundle',
  'printer.print',
]);

/** How long a page waits for an answer, ms; past it, what it asked is not carried out any more ([WIN7]). */
export const answerLimitMs = (command: string): number =>
  stickCommands.has(command)
    ? stickAnswerLimitMs
    : command === 'hub.command' || command === 'seat.look'
      ? hubAnswerLimitMs
      : usualAnswerLimitMs;

interface Shape {
  readonly input: z.ZodType;
  readonly output: z.ZodType;
}
export type CommandName<Role extends WindowRole> = keyof (typeof contracts)[Role]['commands'] &
  string;
export type StreamName<Role extends WindowRole> = keyof (typeof contracts)[Role]['streams'] &
  string;
type CommandShape<
  Role extends WindowRole,
  Name extends CommandName<Role>,
> = (typeof contracts)[Role]['commands'][Name] & Shape;
type StreamShape<
  Role extends WindowRole,
  Name extends StreamName<Role>,
> = (typeof contracts)[Role]['streams'][Name] & Shape;
export type CommandInput<Role extends WindowRole, Name extends CommandName<Role>> = z.infer<
  CommandShape<Role, Name>['input']
>;
export type CommandOutput<Role extends WindowRole, Name extends CommandName<Role>> = z.infer<
  CommandShape<Role, Name>['output']
>;
export type StreamInput<Role extends WindowRole, Name extends StreamName<Role>> = z.infer<
  StreamShape<Role, Name>['input']
>;
export type StreamOutput<Role extends WindowRole, Name extends StreamName<Role>> = z.infer<
  StreamShape<Role, Name>['output']
>;

/** Window → station. `id` is chosen by the asker and comes back with every answer. */
export const requestSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('command'),
    id: z.number().int().min(1),
    name: z.string().max(60),
    input: z.unknown(),
  }),
  z.strictObject({
    kind: z.literal('subscribe'),
    id: z.number().int().min(1),
    name: z.string().max(60),
    input: z.unknown(),
  }),
  z.strictObject({ kind: z.literal('unsubscribe'), id: z.number().int().min(1) }),
]);
export type Request = z.infer<typeof requestSchema>;

/** Station → window. */
export const replySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('value'), id: z.number().int().min(1), value: z.unknown() }),
  z.strictObject({ kind: z.literal('error'), id: z.number().int().min(1), error: errorViewSchema }),
]);
export type Reply = z.infer<typeof replySchema>;

/** What a preload puts at `window.rean`: one frozen object, nothing but messages. */
export interface Bridge {
  readonly role: WindowRole;
  send(request: Request): void;
  /** Returns a function that stops listening. */
  listen(onReply: (reply: Reply) => void): () => void;
}
