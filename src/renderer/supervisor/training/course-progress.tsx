import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { CourseAnswers } from '../../../shared/contracts/staff-course.ts';
import { ReanError } from '../../../shared/errors.ts';
import type { StaffId } from '../../../shared/ids.ts';
import type { HelpPageId } from '../../i18n/texts/help-pages/all-pages.ts';
import { usePerson } from '../may.tsx';
import type { PracticeTask } from './practice-tasks.ts';

/** How far somebody is in the course for staff. It lies on no disk: what is finished is on record at the hub. */
export interface CourseProgress {
  readonly read: ReadonlySet<HelpPageId>;
  /** Steps of the tour that were done, not skipped. */
  readonly toured: ReadonlySet<number>;
  /** What was done in the pretend lab. */
  readonly practised: ReadonlySet<PracticeTask>;
  readonly answers: CourseAnswers;
  /** What was chosen when it was last checked; null before. */
  readonly checked: CourseAnswers | null;
}

const nothingDone: CourseProgress = {
  read: new Set(),
  toured: new Set(),
  practised: new Set(),
  answers: {},
  checked: null,
};

type Gathered = Pick<CourseProgress, 'read' | 'toured' | 'practised'>;

/** With these too; as before where nothing of it is new. */
function withMore<Kind extends keyof Gathered>(
  before: CourseProgress,
  kind: Kind,
  more: Iterable<Gathered[Kind] extends ReadonlySet<infer Member> ? Member : never>,
): CourseProgress {
  const after = new Set<unknown>([...before[kind], ...more]);
  return after.size === before[kind].size ? before : { ...before, [kind]: after };
}

interface Kept {
  readonly of: ReadonlyMap<StaffId, CourseProgress>;
  change(staff: StaffId, change: (before: CourseProgress) => CourseProgress): void;
}
const ProgressContext = createContext<Kept | null>(null);

/** Keeps how far each person is while the window is open, whoever signs in meanwhile; each is told of their own. */
export function CourseProgressProvider({ children }: { readonly children: ReactNode }) {
  const [of, setOf] = useState<Kept['of']>(new Map());
  const change = useCallback<Kept['change']>((staff, next) => {
    setOf((before) => {
      const held = before.get(staff) ?? nothingDone;
      const after = next(held);
      return after === held ? before : new Map(before).set(staff, after);
    });
  }, []);
  const kept = useMemo(() => ({ of, change }), [of, change]);
  return <ProgressContext value={kept}>{children}</ProgressContext>;
}

/** How far who is signed in is, and what moves them on. */
export function useCourseProgress() {
  const kept = useContext(ProgressContext);
  if (kept === null) throw new ReanError('unexpected', { missing: 'CourseProgressProvider' });
  const { staff } = usePerson();
  const { change } = kept;
  const progress = kept.of.get(staff) ?? nothingDone;
  const noteRead = useCallback(
    (page: HelpPageId) => change(staff, (before) => withMore(before, 'read', [page])),
    [change, staff],
  );
  const noteToured = useCallback(
    (steps: ReadonlySet<number>) => change(staff, (before) => withMore(before, 'toured', steps)),
    [change, staff],
  );
  const notePractised = useCallback(
    (tasks: readonly PracticeTask[]) =>
      change(staff, (before) => withMore(before, 'practised', tasks)),
    [change, staff],
  );
  const answer = (question: string, choice: string) =>
    change(staff, (before) => ({
      ...before,
      answers: { ...before.answers, [question]: choice },
    }));
  const check = () => change(staff, (before) => ({ ...before, checked: before.answers }));
  return { progress, noteRead, noteToured, notePractised, answer, check };
}
