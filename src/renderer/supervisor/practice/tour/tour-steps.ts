import type { SeatActKind } from '../../../../shared/contracts/seat-order.ts';
import type { Say } from '../../../i18n/text.ts';
import type { deskTexts } from '../../../i18n/texts/supervisor/desk.ts';
import type { helpTexts } from '../../../i18n/texts/supervisor/help.ts';
import type { roomLookTexts } from '../../../i18n/texts/supervisor/room-look.ts';
import type { roomTexts } from '../../../i18n/texts/supervisor/room.ts';
import type { seatActsTexts } from '../../../i18n/texts/supervisor/seat-acts.ts';
import type { tourTexts } from '../../../i18n/texts/supervisor/tour.ts';
import type { PracticeDeed } from '../lab/practice-deed.ts';
import type { PretendLab } from '../lab/pretend-lab.ts';
import { learners } from '../lab/pretend-people.ts';
import {
  at,
  buttonSaying,
  inPanel,
  railPlace,
  throughAll,
  throughPanel,
  toSeat,
} from './tour-sight.ts';
import type { Find } from './tour-sight.ts';

/** What the screens say in the language of now: by it the tour finds what it points at. */
export interface TourWords {
  readonly acts: Say<typeof seatActsTexts>;
  readonly help: Say<typeof helpTexts>;
  readonly look: Say<typeof roomLookTexts>;
  readonly room: Say<typeof roomTexts>;
  readonly desk: Say<typeof deskTexts>;
  readonly tour: Say<typeof tourTexts>;
}

export interface TourStep {
  /** What to do, in a sentence or two. */
  readonly say: (words: TourWords) => string;
  /** What to point at: the first of these that is on the screen and can be used. */
  readonly targets: (words: TourWords) => readonly Find[];
  /** Has the lab stand so that it can be done, as the step begins ([PRC6])… */
  readonly ready: (lab: PretendLab) => void;
  /** …and stay so. */
  readonly keep?: (lab: PretendLab) => void;
  /** Whether it was done, by what was done since the step began. */
  readonly isDone: (deeds: readonly PracticeDeed[]) => boolean;
}

/** Seats of the tour: one that works, and one whose learner has left. */
const working = 3;
const left = 6;
/** So many seats at least are "everybody". */
const everybody = 3;
const restMs = 900_000;

const panel = ({ room }: TourWords, seat: number) => room('seat', { seat });
const did = (act: SeatActKind, seat?: number) => (deeds: readonly PracticeDeed[]) =>
  deeds.some((deed) => deed.what === 'seat' && deed.act === act && seat === (seat && deed.seat));
const seatsThat = (act: SeatActKind, deeds: readonly PracticeDeed[]) =>
  new Set(deeds.flatMap((deed) => (deed.what === 'seat' && deed.act === act ? [deed.seat] : [])));
const all = ({ acts }: TourWords, act: 'pause' | 'resume') => ({
  act: acts(act),
  all: acts('all'),
  many: acts('many'),
});
const toRequest: readonly Find[] = [at('.help__line[aria-pressed="false"]'), railPlace('help')];

/** The ten steps: each is something an officer does every week. */
export const tourSteps: readonly TourStep[] = [
  {
    say: ({ tour }) => tour('step.see', { seat: working }),
    targets: () => toSeat(working),
    ready: (lab) => lab.readySeat(working),
    isDone: (deeds) =>
      deeds.some((deed) => deed.what === 'opened' && deed.learner === learners.lotus.learner),
  },
  {
    say: ({ tour, acts }) => tour('step.lock', { seat: working, button: acts('lock') }),
    targets: (words) =>
      throughPanel(working, panel(words, working), words.acts('lock'), 'seat-lock'),
    ready: (lab) => lab.readySeat(working),
    isDone: did('lock', working),
  },
  {
    say: ({ tour, acts }) => tour('step.unlock', { seat: working, button: acts('unlock') }),
    targets: (words) => throughPanel(working, panel(words, working), words.acts('unlock')),
    ready: (lab) => lab.readyLocked(working),
    isDone: did('unlock', working),
  },
  {
    say: ({ tour, acts }) => tour('step.word', { seat: working, button: acts('note') }),
    targets: (words) =>
      throughPanel(working, panel(words, working), words.acts('note'), 'seat-message'),
    ready: (lab) => lab.readySeat(working),
    isDone: did('message', working),
  },
  {
    say: ({ tour, look }) => tour('step.look', { button: look('look') }),
    targets: (words) => [
      inPanel(panel(words, working), words.look('look')),
      inPanel(panel(words, working), words.look('again')),
      ...toSeat(working),
    ],
    ready: (lab) => lab.readySeat(working),
    isDone: (deeds) => deeds.some(({ what }) => what === 'looked'),
  },
  {
    say: ({ tour, acts }) => tour('step.pause', { all: acts('all'), button: acts('pause') }),
    targets: (words) => throughAll(all(words, 'pause'), 'seat-pause'),
    ready: () => undefined,
    isDone: (deeds) => seatsThat('pause', deeds).size >= everybody,
  },
  {
    say: ({ tour, acts }) => tour('step.resume', { button: acts('resume') }),
    targets: (words) => [
      buttonSaying('.seat-panel .seat-acts__ways', words.acts('resume')),
      ...throughAll(all(words, 'resume')),
    ],
    ready: (lab) => lab.readyResting(restMs),
    keep: (lab) => lab.readyResting(restMs),
    isDone: did('resume'),
  },
  {
    say: ({ tour, help, desk }) =>
      tour('step.take', { place: desk('place.help'), button: help('take') }),
    targets: ({ help }) => [
      buttonSaying('.help__acts', help('take')),
      buttonSaying('.help__acts', help('take.over')),
      ...toRequest,
    ],
    ready: (lab) => lab.wantHelp(),
    keep: (lab) => lab.wantHelp(),
    isDone: (deeds) => deeds.some(({ what }) => what === 'taken'),
  },
  {
    say: ({ tour, help }) => tour('step.answer', { button: help('answer') }),
    targets: ({ help }) => [
      at('[data-screen="help-answer"]'),
      buttonSaying('.help__acts', help('answer')),
      buttonSaying('.help__acts', help('back')),
      ...toRequest,
    ],
    ready: (lab) => lab.wantHelp(),
    keep: (lab) => lab.wantHelp(),
    isDone: (deeds) => deeds.some(({ what }) => what === 'answered'),
  },
  {
    say: ({ tour, acts }) => tour('step.end', { seat: left, button: acts('end') }),
    targets: (words) => throughPanel(left, panel(words, left), words.acts('end'), 'seat-end'),
    ready: (lab) => lab.readySeat(left),
    isDone: did('end-sitting', left),
  },
];
