import { learnerRowSchema, seatViewSchema } from '../../src/shared/contracts/ipc/views.ts';
import type { LearnerRow, SeatView } from '../../src/shared/contracts/ipc/views.ts';
import type { Localized } from '../../src/shared/contracts/phrase.ts';

/** What a station tells a supervisor window; whatever a test does not name is plain. */

const figureNames = ['attempts', 'right', 'lessonsDone', 'lessonsBegun', 'activeMs'] as const;
type Figures = Partial<Pick<LearnerRow, (typeof figureNames)[number]>>;

interface RowMadeOf {
  /** Makes the id. */
  readonly at?: number;
  readonly name?: Localized;
  readonly group?: string;
  readonly figures?: Figures;
}

const numbered = (prefix: string, length: number, at: number) =>
  `${prefix}-${String(at).padStart(length, '0')}`;

export function learnerRow({
  at = 1,
  name = { km: 'សុខ ដារ៉ា', en: 'Sok Dara' },
  group = 'gr-00000001',
  figures = {},
}: RowMadeOf = {}): LearnerRow {
  return learnerRowSchema.parse({
    learner: {
      learner: numbered('ln', 12, at),
      name,
      group,
      tile: { picture: 'fish', colour: 'river' },
    },
    groupName: { km: `ក្រុម ${group}`, en: `Group ${group}` },
    scope: 'men',
    into: [],
    outOf: [],
    lastDay: null,
    needsHelp: false,
    ...Object.fromEntries(figureNames.map((figure) => [figure, 0])),
    wrongTries: 0,
    disabled: false,
    signIn: 'own',
    ...figures,
  });
}

interface SeatMadeOf extends Partial<Pick<SeatView, 'inTouch' | 'lastContactAgeMs' | 'waiting'>> {
  /** Place in the rows, from 1. */
  readonly seat?: number;
  /** What the learner there does; nobody sits there by default. */
  readonly doing?: 'lesson' | 'home';
  readonly helpAsked?: boolean;
  readonly quiet?: NonNullable<SeatView['sitting']>['quiet'];
}

export function seatView({
  seat = 1,
  doing,
  helpAsked = false,
  quiet = null,
  ...touch
}: SeatMadeOf): SeatView {
  const lesson = {
    title: { km: 'ស្រៈ' },
    course: null,
    courseTitle: { km: 'អក្សរ' },
    kind: 'lesson',
    done: 3,
    total: 8,
    fault: null,
  };
  const sitting = {
    learner: learnerRow({ at: seat }).learner,
    lesson: doing === 'lesson' ? lesson : null,
    reviewing: false,
    helpAsked,
    stuck: null,
    quiet,
    until: null,
    attempts: 5,
    right: 4,
  };
  return seatViewSchema.parse({
    station: numbered('st', 8, seat),
    name: { km: `ស្ថានីយ៍ ${seat}` },
    seat,
    inTouch: true,
    awaited: false,
    lastContactAgeMs: 1000,
    waiting: 0,
    health: null,
    lock: null,
    paused: false,
    expecting: false,
    closing: false,
    leaving: null,
    mayAct: false,
    place: null,
    ...touch,
    sitting: doing === undefined ? null : sitting,
  });
}
