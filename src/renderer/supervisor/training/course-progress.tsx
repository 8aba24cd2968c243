import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { courseNow, notYetRight } from '../../../domain/staff-course/staff-course.ts';
import type { CourseAnswers, StaffCoursePart } from '../../../shared/contracts/staff-course.ts';
import { ReanError } from '../../../shared/errors.ts';
import type { StaffId } from '../../../shared/ids.ts';
import type { HelpPageId } from '../../i18n/texts/help-pages/all-pages.ts';
import { usePerson } from '../may.tsx';
import { pagesToRead } from './course-pages.ts';

/** How far somebody is in the course for staff. It lies on no disk: what is finished is on record at the hub. */
export interface CourseProgress {
  readonly read: ReadonlySet<HelpPageId>;
  readonly answers: CourseAnswers;
  /** What was chosen when it was last checked; null before. */
  readonly checked: CourseAnswers | null;
}

const nothingDone: CourseProgress = { read: new Set(), answers: {}, checked: null };

interface Kept {
  readonly of: ReadonlyMap<StaffId, CourseProgress>;
  change(staff: StaffId, change: (before: CourseProgress) => CourseProgress): void;
}
const ProgressContext = createContext<Kept | null>(null);

/** Keeps how far each person is while the window is open, whoever signs in meanwhile; each is told of their own. */
export function CourseProgressProvider({ children }: { readonly children: ReactNode }) {
  const [of, setOf] = useState<Kept['of']>(new Map());
  const change = useCallback<Kept['change']>((staff, next) => {
    setOf((before) => new Map(before).set(staff, next(before.get(staff) ?? nothingDone)));
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
    (page: HelpPageId) =>
      change(staff, (before) =>
        before.read.has(page) ? before : { ...before, read: new Set(before.read).add(page) },
      ),
    [change, staff],
  );
  const answer = (question: string, choice: string) =>
    change(staff, (before) => ({
      ...before,
      answers: { ...before.answers, [question]: choice },
    }));
  const check = () => change(staff, (before) => ({ ...before, checked: before.answers }));
  return { progress, noteRead, answer, check };
}

/** Which parts of the course are done. A further part has its line here. */
export function partsDone({ read, checked }: CourseProgress): readonly StaffCoursePart[] {
  const done: Readonly<Record<StaffCoursePart, boolean>> = {
    reading: pagesToRead.every((page) => read.has(page)),
    questions: checked !== null && notYetRight(courseNow('supervising'), checked).length === 0,
  };
  return courseNow('supervising').parts.filter((part) => done[part]);
}
