import { useLayoutEffect, useReducer, useRef, useState } from 'react';
import type { ScormPackage } from '../../../domain/scorm/scorm-package.ts';
import { ContentFrame } from '../course/content-frame.ts';
import { CourseFrame } from '../course/course-frame.tsx';
import { OwnWordOffer } from '../course/own-word-offer.ts';
import type { Part } from '../course/part-list.tsx';
import { detailOf } from '../port.ts';
import type { PlayerPort } from '../port.ts';
import { Course } from './course.ts';
import { FrameStage } from './frame-stage.ts';
import { PlainWay } from './plain-way.ts';
import { RuledWay, hasRules } from './ruled-way.ts';
import type { ToldLearner } from './sco.ts';
import { Teller } from './teller.ts';

interface PlayerProps {
  readonly port: PlayerPort;
  readonly scormPackage: ScormPackage;
  /** As it was kept in an earlier sitting. */
  readonly kept: unknown;
  readonly learner: ToldLearner;
}

/** A package while it is open: its content, and the way through its parts. */
export function Player(props: PlayerProps) {
  const stage = useRef<HTMLDivElement>(null);
  const [course, setCourse] = useState<Course | null>(null);
  const [, draw] = useReducer((count: number) => count + 1, 0);
  const given = useRef(props);
  useLayoutEffect(() => {
    if (stage.current === null) return;
    const opened = openCourse(given.current, stage.current, draw);
    setCourse(opened);
    opened.begin();
  }, []);
  const view = course?.view;
  const go = (to: 'next' | 'back') => () => void course?.go({ to });
  return (
    <CourseFrame
      stage={stage}
      parts={course === null ? [] : partsOf(course)}
      listed={view?.listed ?? false}
      ended={view?.ended ?? false}
      open={view?.open !== null}
      next={view?.steps.next ?? false}
      back={view?.steps.back ?? false}
      onList={(listed) => course?.list(listed)}
      onNext={go('next')}
      onBack={go('back')}
      onAgain={() => void course?.again()}
      onChoose={(id) => void course?.go({ to: 'choice', id })}
    />
  );
}

function openCourse(props: PlayerProps, host: HTMLElement, draw: () => void): Course {
  const { port, scormPackage, learner } = props;
  const offer = new OwnWordOffer((message) => port.say(message));
  const frame = new ContentFrame(host, {
    opened: () => {
      offer.opened();
      port.say({ kind: 'ready' });
    },
    closed: () => offer.closed(),
    faulty: (why) => {
      if (stage.works || port.lenient === true) return;
      port.say({ kind: 'failed', reason: 'broken', detail: detailOf(why) });
    },
    missing: (path) => port.say({ kind: 'failed', reason: 'missing', detail: detailOf(path) }),
  });
  const stage: FrameStage = new FrameStage(frame, port.launch.entry);
  const course: Course = new Course(
    scormPackage,
    props.kept,
    (parts) => {
      const all = { package: scormPackage, learner, ...parts };
      return hasRules(scormPackage) ? new RuledWay(all) : new PlainWay(all);
    },
    stage,
    (what) => {
      if (what === 'ended') void teller.tellNow();
      else teller.changed();
      offer.look(course.view.unsaid && !course.view.listed);
      draw();
    },
  );
  const teller = new Teller(port, course);
  port.onLeaving(() => teller.tellNow());
  port.onFinish(() => course.finish());
  // A list to choose from is ready without any content.
  if (course.items.length > 1) port.say({ kind: 'ready' });
  return course;
}

const partsOf = (course: Course): readonly Part[] =>
  course.items
    .filter(({ visible }) => visible)
    .map(({ id, title }) => ({
      id,
      title,
      state: stateOf(course, id),
      current: course.view.open?.id === id,
    }));

function stateOf(course: Course, id: string): Part['state'] {
  const { completed, passed, cmi } = course.stateOf(id);
  if (completed) return 'done';
  if (!course.view.steps.choices.has(id)) return 'closed';
  if (passed === false) return 'failed';
  return cmi === null ? 'new' : 'begun';
}
