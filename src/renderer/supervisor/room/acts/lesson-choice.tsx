import { BookOpen, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { CoursesView } from '../../../../shared/contracts/ipc/people-views.ts';
import type { SeatView } from '../../../../shared/contracts/ipc/views.ts';
import type { SeatAct } from '../../../../shared/contracts/seat-order.ts';
import type { CourseId } from '../../../../shared/ids.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { seatActsTexts } from '../../../i18n/texts/supervisor/seat-acts.ts';
import { Button } from '../../../ui/button.tsx';
import { screenNamed } from '../../../ui/screen-name.ts';
import { Select } from '../../form/select.tsx';
import { useStream } from '../../station.ts';
import { usualCourse } from './usual-course.ts';

const useActsSay = createSayHook(seatActsTexts);

interface LessonChoiceProps {
  readonly seats: readonly SeatView[];
  readonly disabled: boolean;
  readonly onGive: (act: SeatAct) => void;
  readonly onLeave: () => void;
}

type Course = CoursesView['courses'][number];
const none: readonly Course[] = [];

/** Which lesson is to be started at these seats ([ACT11]): of the course most of them are at, unless another is chosen. */
export function LessonChoice({ seats, disabled, onGive, onLeave }: LessonChoiceProps) {
  const say = useActsSay();
  const language = useLanguage();
  const courses = useStream('courses', undefined).value?.courses ?? none;
  const groups = useStream('groups', undefined).value?.groups ?? [];
  const [chosen, setChosen] = useState<CourseId | null>(null);
  const [lesson, setLesson] = useState<string | null>(null);
  const course = chosen ?? usualCourse(seats, groups, courses);
  const lessons = courses.find((each) => each.course === course)?.lessons ?? [];
  const found = lessons.find((each) => each.lesson === lesson);
  const chooseCourse = (next: CourseId | null) => {
    setChosen(next);
    setLesson(null);
  };
  return (
    <div className="seat-acts__choices form" {...screenNamed('seat-lesson')}>
      <h3>{say('lesson.what')}</h3>
      <p className="seat-acts__quiet">{say('lesson.means')}</p>
      <Select
        label={say('lesson.course')}
        {...(course === null && { none: say('lesson.choose') })}
        options={courses.map((each) => ({
          value: each.course,
          label: inLanguage(each.title, language),
        }))}
        value={course}
        onChange={chooseCourse}
      />
      <Select
        label={say('lesson.lesson')}
        none={say('lesson.choose')}
        options={lessons.map((each) => ({
          value: each.lesson,
          label: inLanguage(each.title, language),
        }))}
        value={lesson}
        onChange={setLesson}
      />
      <Button
        icon={BookOpen}
        label={say('lesson.yes')}
        tone="next"
        disabled={disabled || found === undefined}
        onPress={() => {
          if (found === undefined) return;
          onGive({ kind: 'start-lesson', pack: found.pack, lesson: found.lesson });
        }}
      />
      <Button icon={Undo2} label={say('note.leave')} tone="quiet" onPress={onLeave} />
    </div>
  );
}
