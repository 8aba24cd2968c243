import { useLayoutEffect, useRef, useState } from 'react';
import { CourseFrame } from '../course/course-frame.tsx';
import type { PlayerPort } from '../port.ts';
import { Course } from './course.ts';
import type { CourseSight } from './course.ts';

/** A course of cmi5: the unit that is open, and the way through all of them. */
export function Player({ port }: { readonly port: PlayerPort }) {
  const stage = useRef<HTMLDivElement>(null);
  const [course, setCourse] = useState<Course | null>(null);
  const [sight, setSight] = useState<CourseSight | null>(null);
  useLayoutEffect(() => {
    if (stage.current === null) return;
    const opened = new Course(port, stage.current, setSight);
    setCourse(opened);
    void opened.begin();
  }, [port]);
  const units = sight?.view.units ?? [];
  const at = sight?.open ?? null;
  const go = (unit: number) => () => void course?.go(unit);
  return (
    <CourseFrame
      stage={stage}
      parts={units.map(({ title, state }, index) => ({
        id: String(index),
        title,
        state,
        current: index === at,
      }))}
      listed={sight?.listed ?? false}
      ended={sight?.ended ?? false}
      open={at !== null}
      next={at !== null && at + 1 < units.length}
      back={at !== null && at > 0}
      onList={(listed) => course?.list(listed)}
      onNext={go((at ?? 0) + 1)}
      onBack={go((at ?? 0) - 1)}
      onAgain={go(at ?? 0)}
      onChoose={(id) => void course?.go(Number(id))}
    />
  );
}
