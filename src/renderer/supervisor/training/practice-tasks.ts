import type { Action } from '../../../domain/permissions.ts';
import type { SeatActKind } from '../../../shared/contracts/seat-order.ts';
import type { HelpPageId } from '../../i18n/texts/help-pages/all-pages.ts';
import type { PracticeDeed } from '../practice/lab/practice-deed.ts';

/** What is to be done in the pretend lab once, beside the tour ([HPG8]). */
export const practiceTasks = [
  'lesson',
  'time',
  'move',
  'restart',
  'without-hub',
  'code',
  'close',
] as const;
export type PracticeTask = (typeof practiceTasks)[number];

interface TaskRule {
  /** Asked of who may do this. */
  readonly action: Action;
  /** Where it says how. */
  readonly page: HelpPageId;
  readonly isDone: (deed: PracticeDeed) => boolean;
}

const did =
  (act: SeatActKind) =>
  (deed: PracticeDeed): boolean =>
    deed.what === 'seat' && deed.act === act;

export const taskRules: Readonly<Record<PracticeTask, TaskRule>> = {
  lesson: { action: 'seat.act', page: 'start-lesson', isDone: did('start-lesson') },
  time: { action: 'seat.act', page: 'give-time', isDone: did('give-time') },
  move: { action: 'seat.act', page: 'move', isDone: ({ what }) => what === 'moved' },
  restart: { action: 'seat.power', page: 'power', isDone: did('restart') },
  'without-hub': {
    action: 'seat.act',
    page: 'hub-away',
    isDone: (deed) => deed.what === 'seat' && !deed.byHub,
  },
  code: { action: 'seat.act', page: 'override', isDone: ({ what }) => what === 'code' },
  close: { action: 'hub.power-off', page: 'close-out', isDone: ({ what }) => what === 'closed' },
};

/** What somebody who may do these things is to practise. */
export const tasksFor = (may: (action: Action) => boolean): readonly PracticeTask[] =>
  practiceTasks.filter((task) => may(taskRules[task].action));

/** Which of all tasks these deeds are. */
export const tasksDone = (deeds: readonly PracticeDeed[]): readonly PracticeTask[] =>
  practiceTasks.filter((task) => deeds.some(taskRules[task].isDone));
