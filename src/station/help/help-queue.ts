import { helpActs } from '../../domain/help/help-acts.ts';
import { helpFigures } from '../../domain/help/help-figures.ts';
import { helperOf, isSame } from '../../domain/help/helper.ts';
import { reviewSeat } from '../../domain/fold/fold-learner.ts';
import { compareOrder } from '../../domain/order.ts';
import { may } from '../../domain/permissions.ts';
import type { Actor, Target } from '../../domain/permissions.ts';
import type { OpenHelp } from '../../shared/contracts/documents/state.ts';
import type { HelpFor } from '../../shared/contracts/help.ts';
import type { HelpQueue, HelpRequest } from '../../shared/contracts/ipc/help-views.ts';
import type { LearnerId } from '../../shared/ids.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { learnerCard } from '../directory/directory.ts';
import type { Directory } from '../directory/directory.ts';
import type { LearnerSummary } from '../learners/learner-summary.ts';
import { openLesson } from '../views/open-lesson.ts';
import type { HelpBoardNow } from './help-board.ts';
import { targetOf } from './help-desk.ts';
import type { HelpTimes } from './help-times.ts';
import { helperView } from './helper-view.ts';
import type { KnownPeople } from './helper-view.ts';

export interface HelpSources extends HelpBoardNow {
  readonly directory: Directory;
  readonly catalogue: Catalogue;
  readonly times: HelpTimes;
  /** `YYYY-MM-DD`; null while the hub has not told it. */
  readonly today: string | null;
  /** This station's monotonic clock, ms. */
  readonly nowMs: number;
}

/** The requests within somebody's reach, the oldest first, with all that whoever comes should know ([HLQ1]). */
export function helpQueue(actor: Actor, sources: HelpSources): HelpQueue {
  const { askers, today } = sources;
  const within = [...askers.values()].filter(({ learner }) => sees(actor, learner, sources));
  return {
    requests: helpRequests(actor, within, sources),
    tutors: tutorsWithin(actor, sources),
    today:
      today === null
        ? null
        : helpFigures(
            within.map(({ help }) => help),
            (day) => day === today,
          ),
  };
}

export function helpRequests(
  actor: Actor,
  askers: readonly LearnerSummary[],
  sources: HelpSources,
): HelpRequest[] {
  return askers
    .flatMap((summary) =>
      summary.help.open === null ? [] : [{ summary, open: summary.help.open }],
    )
    .toSorted((a, b) => compareOrder(a.open.asked, b.open.asked))
    .flatMap(({ summary, open }) => request(actor, summary, open, sources) ?? []);
}

/** Somebody shut out, or erased, asks for nothing any more. */
function sees(actor: Actor, learner: LearnerId, { directory }: HelpSources): boolean {
  const target = targetOf(learner, directory);
  const isOpen = directory.learners.get(learner)?.disabled === false;
  return isOpen && target !== null && may(actor, 'help.see', target);
}

function request(
  actor: Actor,
  summary: LearnerSummary,
  open: OpenHelp,
  sources: HelpSources,
): HelpRequest | null {
  const { directory, times, nowMs, all, today } = sources;
  const { learner, help } = summary;
  const account = directory.learners.get(learner);
  const group = account && directory.groups.get(account.group);
  const target: Target | null = targetOf(learner, directory);
  if (account === undefined || group === undefined || target === null) return null;
  const self = helperOf(actor);
  const people = { directory, all, self };
  const asks = { learner, target };
  const todays = help.past.filter(({ day }) => day === today).length;
  return {
    request: open.asked.id,
    after: open.last,
    learner: learnerCard(account),
    group: group.name,
    seat: directory.stations.get(open.station)?.seat ?? null,
    sitting: openNow(summary, sources.catalogue),
    ageMs: times.sinceAsked(learner, nowMs),
    wrong: summary.wrong,
    before: { today: today === null ? null : todays, ever: help.asked - 1 },
    to: sentTo(open.to, people),
    handedBy: helperView(open.handedBy, people),
    taker: helperView(open.taker, people),
    takenMs: times.sinceTaken(learner, nowMs),
    late: open.late.some((each) => isSame(each, self)) && !isSame(open.taker, self),
    acts: [...helpActs(actor, asks, open)],
  };
}

function openNow(
  { seat, seatLesson }: LearnerSummary,
  catalogue: Catalogue,
): HelpRequest['sitting'] {
  return {
    lesson: seatLesson && openLesson(seatLesson, catalogue),
    reviewing: seat?.lesson === reviewSeat,
  };
}

/** A tutor who is not known here any more leaves it to anybody. */
function sentTo(to: HelpFor, people: KnownPeople): HelpRequest['to'] {
  if (to.for !== 'tutor') return to;
  const tutor = helperView({ tutor: to.tutor }, people);
  return tutor === null ? { for: 'anybody' } : { for: 'tutor', tutor };
}

function tutorsWithin(actor: Actor, { directory, all }: HelpSources): HelpQueue['tutors'] {
  return [...directory.tutors.values()].flatMap(({ learner, group: of, until }) => {
    const account = directory.learners.get(learner);
    const group = directory.groups.get(of);
    if (until !== null || account === undefined || account.disabled || !group) return [];
    const target = { groups: [of], scopes: [group.scope ?? 'men'] };
    if (!may(actor, 'help.direct', target)) return [];
    const here = (all.get(learner)?.seat ?? null) !== null;
    return [{ learner: learnerCard(account), of, here }];
  });
}
