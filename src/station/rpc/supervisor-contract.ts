import { firstValueFrom, from, map } from 'rxjs';
import { commandMap } from '../../shared/contracts/commands/command-map.ts';
import type { CommandContract } from '../../shared/contracts/commands/command-map.ts';
import { hubPowerCommands } from '../../shared/contracts/commands/hub-power-commands.ts';
import { supervisorContract } from '../../shared/contracts/ipc/contract.ts';
import type { AppCommand, CommandName, StreamName } from '../../shared/contracts/ipc/contract.ts';
import type { LearnerId, SittingId } from '../../shared/ids.ts';
import type { LookLine } from '../uplink/uplink.ts';
import { lookAtSeat } from '../look/look-at-seat.ts';
import { emptyList } from '../learner-file/export-list.ts';
import { lookOf } from '../supervisor/command-looks.ts';
import type { Look } from '../supervisor/command-looks.ts';
import type { SeatCommander } from '../seat-orders/seat-commander.ts';
import type { HubGoing } from '../supervisor/hub-going.ts';
import type { StaffSession } from '../supervisor/staff-session.ts';
import type { SupervisorViews } from '../supervisor/supervisor-views.ts';
import type { StickExportParts } from '../stick/stick-exports.ts';
import type { PrintDesk } from '../printing/print-desk.ts';
import { exportFromWindow } from '../stick/window-exports.ts';
import { bindAct, bindCommand, bindStream } from './binding.ts';
import type { BoundCommand, BoundContract, BoundStream } from './binding.ts';
import type { ReportDesk } from '../reports/report-desk.ts';
import type { BaseOf } from '../views/lesson-card.ts';
import type { HelpService } from '../help/help-service.ts';
import type { SpokenDesk } from '../spoken/spoken-desk.ts';
import type { ViewingService } from '../viewing/viewing-service.ts';
import type { EveryWindow } from './every-window.ts';
import { helpCommands, helpStreams } from './help-contract.ts';
import { viewingCommands, viewingStreams } from './viewing-contract.ts';

/** What of people's records a window shows, as the trail names it ([AUD1]). */
const partsSeen = {
  list: { learner: null, part: 'list', reason: null },
  bringIn: { learner: null, part: 'list', reason: 'to-bring-in' },
  everybody: { learner: null, part: 'print', reason: 'to-save' },
  held: { learner: null, part: 'held', reason: null },
  sheets: { learner: null, part: 'list', reason: 'sheets' },
  report: { learner: null, part: 'list', reason: 'report' },
  reportFile: { learner: null, part: 'print', reason: 'report' },
} as const;

/** One learner's page, and where it was opened. */
function pageLook(learner: LearnerId, from: 'list' | 'room' | undefined): Look {
  return { learner, part: 'page', reason: from === undefined ? null : `from-${from}` };
}

/** Whether this is the answer of a hub that goes off. */
function goesOff(type: string, output: unknown): boolean {
  const command = hubPowerCommands['hub.power-off'];
  return type === command.type && command.output.safeParse(output).data?.goes === true;
}

export interface WindowSources {
  readonly every: EveryWindow;
  readonly commander: Pick<SeatCommander, 'give' | 'move' | 'given$'>;
  readonly hubGoing: Pick<HubGoing, 'note' | 'state$'>;
  /** Has this computer go off. */
  readonly leaveDesk: () => Promise<{ goes: boolean }>;
  readonly viewing: ViewingService;
  readonly looks: LookLine;
  readonly help: HelpService;
  /** Where files leave. */
  readonly exports: StickExportParts;
  /** Where pages come out. */
  readonly printing: PrintDesk;
  /** Where staff record what screens say. */
  readonly spoken: Pick<SpokenDesk, 'word$' | 'words$'>;
  /** The window's own. */
  readonly reports: ReportDesk;
  readonly baseOf: BaseOf;
  readonly pictureHost: SittingId;
}

/**
 * What a supervisor window reaches. `pictureHost` is the window's own, so that what it shows of
 * packs shares no origin with anybody's sitting.
 */
export function bindSupervisor(
  session: StaffSession,
  views: SupervisorViews,
  sources: WindowSources,
): BoundContract {
  const { every, commander, hubGoing, viewing, looks, help, spoken, reports, baseOf, pictureHost } =
    sources;
  const { commands, streams } = supervisorContract;
  const served = {
    'app.info': bindCommand(commands['app.info'], every.info),
    'staff.sign-in': bindCommand(commands['staff.sign-in'], (input) => session.signIn(input)),
    'hub.command': bindCommand(commands['hub.command'], async ({ type, ...asked }) => {
      const contract: CommandContract = commandMap[type];
      const look = lookOf(type, asked.input);
      const output = await session.command({ ...asked, contract, look });
      views.noteDone(type);
      if (goesOff(type, output)) hubGoing.note();
      return views.told(type, output);
    }),
    'seat.look': bindCommand(commands['seat.look'], (input) => lookAtSeat(session, looks, input)),
    'seats.order': bindAct(commands['seats.order'], async ({ seats, act }) => {
      await commander.give(act, seats);
    }),
    'seats.move': bindAct(commands['seats.move'], (input) => commander.move(input)),
    'machine.power-off': bindCommand(commands['machine.power-off'], () =>
      firstValueFrom(session.only('hub.power-off', () => from(sources.leaveDesk()))),
    ),
    'list.preview': bindCommand(commands['list.preview'], ({ content }) =>
      firstValueFrom(
        session.viewing('learner.import', partsSeen.bringIn, (actor) =>
          from(views.previewList(actor, Buffer.from(content, 'base64'))),
        ),
      ),
    ),
    'list.template': bindCommand(commands['list.template'], emptyList),
    'list.export': bindCommand(commands['list.export'], ({ format, learners }) =>
      firstValueFrom(
        session.viewing('record.print', partsSeen.everybody, (actor) =>
          from(views.savedList(actor, format, learners)),
        ),
      ),
    ),
    'many.preview': bindCommand(commands['many.preview'], ({ deed, learners }) =>
      firstValueFrom(
        session.only('learner.change', (actor) => from(views.previewMany(actor, deed, learners))),
      ),
    ),
    'report.make': bindCommand(commands['report.make'], (choice) =>
      firstValueFrom(
        session.viewing('report.see', partsSeen.report, (actor) =>
          from(reports.make(actor, choice)),
        ),
      ),
    ),
    'report.file': bindCommand(commands['report.file'], (asked) =>
      firstValueFrom(
        session.viewing('report.save', partsSeen.reportFile, (actor) =>
          from(reports.file(actor, asked)),
        ),
      ),
    ),
    'stick.save': bindCommand(commands['stick.save'], (asked) =>
      exportFromWindow(session, sources.exports, asked),
    ),
    'printer.print': bindCommand(commands['printer.print'], (asked) =>
      sources.printing.print(session, asked),
    ),
    'printer.use': bindAct(commands['printer.use'], ({ printer }) =>
      firstValueFrom(session.only('site.see', () => from(sources.printing.use(printer)))),
    ),
    'staff.sign-out': bindAct(commands['staff.sign-out'], () => session.signOut()),
    'staff.present': bindAct(commands['staff.present'], async () => session.noteSign()),
    ...viewingCommands(session, viewing),
    ...helpCommands(session, help),
  } satisfies Record<Exclude<CommandName<'supervisor'>, AppCommand>, BoundCommand>;
  const watched = {
    status: bindStream(streams.status, () => every.status$),
    staff: bindStream(streams.staff, () => views.staff$(session)),
    room: bindStream(streams.room, () =>
      session.only('learner.see', (actor) => views.room$(actor)),
    ),
    'seat-health': bindStream(streams['seat-health'], () =>
      session.only('site.see', () => views.seatHealth$),
    ),
    learners: bindStream(streams.learners, () =>
      session.viewing('learner.see', partsSeen.list, (actor) => views.learners$(actor)),
    ),
    learner: bindStream(streams.learner, ({ learner, from }) =>
      session.viewing('learner.see', pageLook(learner, from), (actor) =>
        views.learner$(actor, learner, pictureHost),
      ),
    ),
    groups: bindStream(streams.groups, () =>
      session.only('learner.see', (actor) => views.groups$(actor)),
    ),
    orders: bindStream(streams.orders, () =>
      session.only('seat.act', () => commander.given$.pipe(map((given) => [...given]))),
    ),
    'hub-going': bindStream(streams['hub-going'], () =>
      session.only('hub.power-off', () => hubGoing.state$),
    ),
    courses: bindStream(streams.courses, () => session.only('site.see', () => views.courses$)),
    team: bindStream(streams.team, () => session.only('staff.change', () => views.team$)),
    trained: bindStream(streams.trained, () =>
      session.only('training.finish', (actor) =>
        views.trained$(actor).pipe(map((finished) => [...finished])),
      ),
    ),
    timetable: bindStream(streams.timetable, () =>
      session.viewing('timetable.see', partsSeen.list, (actor) => views.timetable$(actor)),
    ),
    roster: bindStream(streams.roster, ({ date }) =>
      session.viewing('roster.print', partsSeen.list, (actor) => views.roster$(actor, date)),
    ),
    held: bindStream(streams.held, (asked) =>
      session.viewing('quarantine.see', partsSeen.held, () => views.held$(session, asked)),
    ),
    'most-read': bindStream(streams['most-read'], () =>
      session.only('learner.see', () => views.mostRead$),
    ),
    attendance: bindStream(streams.attendance, (asked) =>
      session.viewing('attendance.see', partsSeen.sheets, (actor) =>
        views.attendance$(actor, asked),
      ),
    ),
    'wrong-day': bindStream(streams['wrong-day'], (asked) =>
      session.only('lab-day.move', (actor) => views.wrongDay$(actor, asked)),
    ),
    'lab-day': bindStream(streams['lab-day'], () => session.only('site.see', () => views.labDay$)),
    'reading-room': bindStream(streams['reading-room'], (asked) =>
      session.only('reading-room.see', (actor) => views.readingRoom$(actor, asked)),
    ),
    packs: bindStream(streams.packs, () => session.only('site.see', () => views.packs$)),
    voices: bindStream(streams.voices, ({ pack }) =>
      session.only('site.see', () => views.voices$(pack)),
    ),
    'spoken-words': bindStream(streams['spoken-words'], ({ language }) =>
      session.only('spoken.record', () => spoken.words$(language)),
    ),
    'spoken-word': bindStream(streams['spoken-word'], (at) =>
      session.only('spoken.record', () => spoken.word$(at)),
    ),
    printers: bindStream(streams.printers, () =>
      session.only('site.see', () => sources.printing.printers$),
    ),
    site: bindStream(streams.site, () => session.only('site.see', () => views.site$)),
    ...viewingStreams(session, viewing, baseOf),
    ...helpStreams(session, help),
  } satisfies Record<StreamName<'supervisor'>, BoundStream>;
  return {
    commands: new Map(Object.entries(served)),
    streams: new Map(Object.entries(watched)),
  };
}
