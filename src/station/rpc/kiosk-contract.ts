import { map } from 'rxjs';
import type { Observable } from 'rxjs';
import { kioskContract } from '../../shared/contracts/ipc/contract.ts';
import type { AppCommand, CommandName, StreamName } from '../../shared/contracts/ipc/contract.ts';
import type { OverrideDesk } from '../override/override-desk.ts';
import type { SelfTest } from '../self-test/self-test.ts';
import type { LookDesk } from '../look/look-desk.ts';
import type { LearnerDoor } from '../sign-in/learner-door.ts';
import type { SeatMoments } from '../seat-orders/seat-moments.ts';
import type { SpokenDesk } from '../spoken/spoken-desk.ts';
import type { SeatOrders } from '../seat-orders/seat-orders.ts';
import type { TimeView } from '../../shared/contracts/slot-time.ts';
import type { SlotTime } from '../sitting/slot-time.ts';
import type { KioskService } from '../sitting/kiosk-service.ts';
import type { TutorDesk } from '../help/tutor-desk.ts';
import type { KioskViews } from '../sitting/kiosk-views.ts';
import type { MaintenanceWindow } from '../maintenance/maintenance-service.ts';
import { bindAct, bindCommand, bindStream } from './binding.ts';
import type { BoundCommand, BoundContract, BoundStream } from './binding.ts';
import type { EveryWindow } from './every-window.ts';
import { maintenanceCommands, maintenanceStreams } from './maintenance-contract.ts';

interface KioskParts {
  readonly kiosk: KioskService;
  readonly door: LearnerDoor;
  readonly views: KioskViews;
  /** What a peer tutor who sits here does. */
  readonly tutor: TutorDesk;
  /** Who is told of touches. */
  readonly seat: { noteTouch(): void };
  readonly looks: Pick<LookDesk, 'view$' | 'show'>;
  /** What staff have the seat do. */
  readonly orders: Pick<SeatOrders, 'lock$'>;
  readonly overrides: Pick<OverrideDesk, 'view$' | 'enter'>;
  readonly selfTest: Pick<SelfTest, 'due$' | 'look' | 'done'>;
  readonly moments: Pick<SeatMoments, 'moment$' | 'unsay' | 'unlead' | 'unsend'>;
  /** What who sits here is told of their time. */
  readonly time: { readonly view$: Observable<TimeView | null>; readonly see: SlotTime['see'] };
  readonly spoken: Pick<SpokenDesk, 'word$'>;
  /** The window's own. */
  readonly maintenance: MaintenanceWindow;
  readonly every: EveryWindow;
}

/** What a kiosk window reaches: the whole of its contract and nothing else ([IPC1]). */
export function bindKiosk(parts: KioskParts): BoundContract {
  const {
    kiosk,
    door,
    views,
    tutor,
    seat,
    looks,
    orders,
    overrides,
    selfTest,
    maintenance,
    moments,
    time,
    spoken,
    every,
  } = parts;
  const { commands, streams } = kioskContract;
  const served = {
    'app.info': bindCommand(commands['app.info'], every.info),
    'sitting.start': bindCommand(commands['sitting.start'], (input) => kiosk.start(input)),
    'handover.open': bindCommand(commands['handover.open'], (input) => kiosk.openHandover(input)),
    'sitting.end': bindAct(commands['sitting.end'], ({ reason }) => kiosk.end(reason)),
    'seat.touched': bindAct(commands['seat.touched'], async () => seat.noteTouch()),
    'override.enter': bindCommand(commands['override.enter'], ({ code }) => overrides.enter(code)),
    'self-test.look': bindCommand(commands['self-test.look'], () => selfTest.look()),
    'self-test.done': bindCommand(commands['self-test.done'], ({ results }) =>
      selfTest.done(results),
    ),
    'look.show': bindAct(commands['look.show'], async ({ look, picture }) =>
      looks.show(look, picture),
    ),
    'taken.seen': bindAct(commands['taken.seen'], () => kiosk.seeTaken()),
    'message.seen': bindAct(commands['message.seen'], async () => moments.unsay()),
    'led.seen': bindAct(commands['led.seen'], async ({ order }) => moments.unlead(order)),
    'time.seen': bindAct(commands['time.seen'], async (view) => time.see(view)),
    'sent.seen': bindAct(commands['sent.seen'], async () => moments.unsend()),
    'board.choose': bindAct(commands['board.choose'], ({ board }) => kiosk.chooseBoard(board)),
    'language.choose': bindAct(commands['language.choose'], ({ language }) =>
      kiosk.chooseLanguage(language),
    ),
    'help.ask': bindAct(commands['help.ask'], () => kiosk.askHelp()),
    'help.end': bindAct(commands['help.end'], () => kiosk.endHelp()),
    'tutor.take': bindAct(commands['tutor.take'], (ref) => tutor.take(ref)),
    'tutor.hand': bindAct(commands['tutor.hand'], (ref) => tutor.hand(ref)),
    'tutor.answer': bindAct(commands['tutor.answer'], (asked) => tutor.answer(asked)),
    'lesson.open': bindCommand(commands['lesson.open'], (input) => kiosk.openLesson(input)),
    'lesson.answer': bindCommand(commands['lesson.answer'], (input) => kiosk.answer(input)),
    'screen.keep': bindAct(commands['screen.keep'], (input) => kiosk.screens.keepScreen(input)),
    'draft.keep': bindAct(commands['draft.keep'], (input) => kiosk.screens.keepDraft(input)),
    'lesson.leave': bindAct(commands['lesson.leave'], () => kiosk.leaveLesson()),
    'recording.keep': bindCommand(commands['recording.keep'], (input) =>
      kiosk.readAloud.keep(input),
    ),
    'recording.last': bindCommand(commands['recording.last'], (input) =>
      kiosk.readAloud.last(input),
    ),
    'review.open': bindCommand(commands['review.open'], () => kiosk.openReview()),
    'piece.open': bindCommand(commands['piece.open'], (input) => kiosk.pieces.open(input)),
    'piece.keep': bindAct(commands['piece.keep'], (input) => kiosk.pieces.keep(input)),
    'piece.save': bindAct(commands['piece.save'], (input) => kiosk.pieces.save(input)),
    'piece.report': bindAct(commands['piece.report'], (input) => kiosk.pieces.report(input)),
    'piece.fail': bindAct(commands['piece.fail'], (input) => kiosk.pieces.fail(input)),
    'piece.leave': bindAct(commands['piece.leave'], (input) => kiosk.pieces.leave(input)),
    ...maintenanceCommands(maintenance),
  } satisfies Record<Exclude<CommandName<'kiosk'>, AppCommand>, BoundCommand>;
  const watched = {
    status: bindStream(streams.status, () => every.status$),
    lock: bindStream(streams.lock, () =>
      orders.lock$.pipe(map((lock) => lock && { message: lock.message })),
    ),
    moment: bindStream(streams.moment, () => moments.moment$),
    'spoken-word': bindStream(streams['spoken-word'], (at) => spoken.word$(at)),
    time: bindStream(streams.time, () => time.view$),
    people: bindStream(streams.people, () => views.people$),
    'sign-in': bindStream(streams['sign-in'], ({ learner }) => door.way$(learner)),
    sitting: bindStream(streams.sitting, () => views.sitting$),
    taken: bindStream(streams.taken, () => kiosk.taken$),
    'self-test': bindStream(streams['self-test'], () => selfTest.due$),
    override: bindStream(streams.override, () => overrides.view$),
    look: bindStream(streams.look, () => looks.view$),
    home: bindStream(streams.home, () => views.home$),
    library: bindStream(streams.library, (asked) => views.library$(asked)),
    tutoring: bindStream(streams.tutoring, () => tutor.tutoring$),
    ...maintenanceStreams(maintenance),
  } satisfies Record<StreamName<'kiosk'>, BoundStream>;
  return {
    commands: new Map(Object.entries(served)),
    streams: new Map(Object.entries(watched)),
  };
}
