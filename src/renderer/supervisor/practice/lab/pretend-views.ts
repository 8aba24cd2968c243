import { helpActs } from '../../../../domain/help/help-acts.ts';
import { helpFigures } from '../../../../domain/help/help-figures.ts';
import { helperOf, isSame } from '../../../../domain/help/helper.ts';
import { attendanceFigures } from '../../../../domain/attendance/attendance-figures.ts';
import { compareOrder } from '../../../../domain/order.ts';
import { may } from '../../../../domain/permissions.ts';
import type { Action } from '../../../../domain/permissions.ts';
import type { Helper } from '../../../../shared/contracts/help.ts';
import type {
  HelpQueue,
  HelpRequest,
  HelperView,
} from '../../../../shared/contracts/ipc/help-views.ts';
import type { CoursesView, GroupsView } from '../../../../shared/contracts/ipc/people-views.ts';
import type { StationStatus } from '../../../../shared/contracts/ipc/status-views.ts';
import type { LearnerPage, RoomView, SeatView } from '../../../../shared/contracts/ipc/views.ts';
import type { GroupScope } from '../../../../shared/contracts/documents/directory.ts';
import type { Localized } from '../../../../shared/contracts/phrase.ts';
import type { LearnerId } from '../../../../shared/ids.ts';
import { pretendDay } from './pretend-help.ts';
import type { Helping, PretendHelp } from './pretend-help.ts';
import type { PretendHub } from './pretend-hub.ts';
import {
  course,
  groupOf,
  groups,
  item,
  learners,
  lessonAt,
  lessonLength,
  lessons,
} from './pretend-people.ts';
import { healthOf, isStuck } from './pretend-seat.ts';
import type { PretendSeat, PretendSitting } from './pretend-seat.ts';

/** What the screens are shown of the pretend lab, as a station would tell them of a real one. */
export interface PretendSource extends Helping {
  readonly seats: readonly PretendSeat[];
  readonly help: PretendHelp;
  readonly hub: Pick<PretendHub, 'answers' | 'receiptAgeMs' | 'status'>;
  /** Of who practises. */
  readonly name: Localized;
  readonly scope: GroupScope;
}

/** Whether the hub answers, and which stations are together without it: this one too. */
export function statusOf({ seats, hub }: PretendSource): StationStatus {
  return hub.status(1 + seats.filter(({ link }) => link === 'in-touch').length);
}

export function roomOf(source: PretendSource): RoomView {
  const seats = source.seats.map((seat) => seatOf(seat, source));
  return { seats, present: seats.filter(({ sitting }) => sitting !== null).length };
}

/** Whether who practises may have a seat do something: by default, anything usual ([ACT6]). */
export function mayAct(
  { sitting }: PretendSeat,
  { actor, targetOf }: Helping,
  action: Action = 'seat.act',
): boolean {
  return may(actor, action, sitting === null ? {} : targetOf(sitting.learner));
}

function seatOf(seat: PretendSeat, source: PretendSource): SeatView {
  const { station, name, place, link, heardMs, waiting, leaving, lock, restsMs, sitting } = seat;
  return {
    station,
    name,
    seat: seat.seat,
    place,
    inTouch: link === 'in-touch',
    awaited: false,
    lastContactAgeMs: heardMs,
    waiting,
    health: healthOf(seat, source.hub.receiptAgeMs),
    leaving: leaving && { to: leaving.to, gone: leaving.gone },
    closing: seat.closing,
    expecting: seat.expecting,
    lock,
    paused: restsMs > 0,
    mayAct: mayAct(seat, source),
    sitting: sitting && sittingOf(sitting, source),
  };
}

function sittingOf(
  sitting: PretendSitting,
  { help }: PretendSource,
): NonNullable<SeatView['sitting']> {
  const { learner, manner, attempts, right } = sitting;
  return {
    learner,
    lesson: lessonOf(sitting),
    reviewing: false,
    helpAsked: help.of(learner.learner).open !== null,
    stuck: stuckOf(sitting),
    quiet: manner === 'left' ? 'idle' : null,
    until: sitting.until,
    attempts,
    right,
  };
}

function lessonOf({ lesson }: PretendSitting): NonNullable<SeatView['sitting']>['lesson'] {
  if (lesson === null) return null;
  return {
    title: lessonAt(lesson.at).title,
    course: course.course,
    courseTitle: course.title,
    kind: 'lesson',
    done: lesson.done,
    total: lessonLength,
    fault: null,
  };
}

function stuckOf(sitting: PretendSitting): NonNullable<SeatView['sitting']>['stuck'] {
  const { lesson, wrong } = sitting;
  if (lesson === null || !isStuck(sitting)) return null;
  const place = Math.min(lessonLength, lesson.done + 1);
  return {
    lesson: lessonAt(lesson.at).title,
    item: { prompt: item, place, total: lessonLength },
    wrong,
  };
}

export function groupsOf({ seats, scope }: PretendSource): GroupsView {
  return {
    groups: Object.values(groups).map((each) => ({
      ...each,
      scope,
      learners: seats.filter(({ sitting }) => sitting?.learner.group === each.group).length,
      activeMs: 0,
      courses: [],
    })),
  };
}

/** The one course of the pretend lab, with what can be started of it ([ACT11]). */
export const coursesView: CoursesView = {
  courses: [{ ...course, byOfficer: false, lessons: [...lessons] }],
};

export function helpQueueOf(source: PretendSource): HelpQueue {
  const { help, actor, targetOf } = source;
  const within = Object.values(learners).filter((learner) =>
    may(actor, 'help.see', targetOf(learner)),
  );
  const helps = within.map(({ learner }) => help.of(learner));
  const open = within
    .flatMap((learner) => {
      const request = help.of(learner.learner).open;
      return request === null ? [] : [{ learner, request }];
    })
    .toSorted((a, b) => compareOrder(a.request.asked, b.request.asked));
  const { star } = learners;
  const directs = may(actor, 'help.direct', targetOf(star));
  return {
    requests: open.map(({ learner }) => requestOf(learner, source)).filter((each) => each !== null),
    tutors: directs ? [{ learner: star, of: star.group, here: true }] : [],
    today: helpFigures(helps, (day) => day === pretendDay),
  };
}

type Card = (typeof learners)[keyof typeof learners];

function requestOf(learner: Card, source: PretendSource): HelpRequest | null {
  const { seats, help, actor, targetOf } = source;
  const { open, past, asked } = help.of(learner.learner);
  if (open === null) return null;
  const seat = seats.find(({ station }) => station === open.station);
  const sitting = seat?.sitting ?? null;
  const self = helperOf(actor);
  const viewOf = (helper: Helper | null) => helperViewOf(helper, self, source);
  const tutor = open.to.for === 'tutor' ? viewOf({ tutor: open.to.tutor }) : null;
  return {
    request: open.asked.id,
    after: open.last,
    learner,
    group: groupOf(learner).name,
    seat: seat?.seat ?? null,
    sitting: { lesson: sitting && lessonOf(sitting), reviewing: false },
    ageMs: help.ageOf(open.asked.id),
    wrong: sitting?.wrong ?? 0,
    before: { today: past.length, ever: asked - 1 },
    to: open.to.for === 'tutor' ? toTutor(tutor) : open.to,
    handedBy: viewOf(open.handedBy),
    taker: viewOf(open.taker),
    takenMs: open.taker === null ? null : help.ageOf(open.last),
    late: open.late.some((each) => isSame(each, self)) && !isSame(open.taker, self),
    acts: [...helpActs(actor, { learner: learner.learner, target: targetOf(learner) }, open)],
  };
}

const toTutor = (tutor: HelperView | null): HelpRequest['to'] =>
  tutor === null ? { for: 'anybody' } : { for: 'tutor', tutor };

function helperViewOf(
  helper: Helper | null,
  self: Helper,
  { name }: PretendSource,
): HelperView | null {
  if (helper === null) return null;
  const mine = isSame(self, helper);
  return 'staff' in helper
    ? { name, mine, tutor: false, gone: false }
    : { name: learners.star.name, mine, tutor: true, gone: false };
}

const { confirmed, proposed } = attendanceFigures([]);
/** Nobody was ever there on another day. */
const noDays = { confirmed: { ...confirmed, away: { ...confirmed.away } }, proposed };

/** A learner's page: what they did since they sat down here, as nothing else is of them. */
export function pageOf(learner: LearnerId, source: PretendSource): LearnerPage | null {
  const card = Object.values(learners).find((each) => each.learner === learner);
  if (card === undefined) return null;
  const seat = source.seats.find(({ sitting }) => sitting?.learner.learner === learner);
  const sitting = seat?.sitting ?? null;
  const { asked, answered } = source.help.of(learner);
  return {
    row: {
      learner: card,
      groupName: groupOf(card).name,
      scope: source.scope,
      into: [],
      outOf: [],
      lastDay: null,
      needsHelp: sitting !== null && isStuck(sitting),
      attempts: sitting?.attempts ?? 0,
      right: sitting?.right ?? 0,
      lessonsDone: 0,
      lessonsBegun: sitting?.lesson ? 1 : 0,
      activeMs: 0,
      wrongTries: 0,
      disabled: false,
      signIn: 'own',
    },
    account: null,
    courses: [],
    due: 0,
    next: [],
    answered: [],
    here: [],
    today: null,
    notes: [],
    stuck: sitting && stuckOf(sitting),
    films: [],
    attendance: noDays,
    help: { asked, answered, past: [] },
  };
}
