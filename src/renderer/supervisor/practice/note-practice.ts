import { useEffect } from 'react';
import { useCourseProgress } from '../training/course-progress.tsx';
import { tasksDone } from '../training/practice-tasks.ts';
import type { PretendLab } from './lab/pretend-lab.ts';
import type { Tour } from './tour/tour.ts';

/** What is done in the pretend lab counts for the course of who does it ([HPG8]). */
export function useNotedPractice(lab: PretendLab, tour: Tour): void {
  const { noteToured, notePractised } = useCourseProgress();
  useEffect(() => {
    const doing = lab.changes$.subscribe(() => notePractised(tasksDone(lab.deeds)));
    const touring = tour.now$.subscribe((now) => {
      if (now !== null) noteToured(now.did);
    });
    return () => {
      doing.unsubscribe();
      touring.unsubscribe();
    };
  }, [lab, tour, noteToured, notePractised]);
}
