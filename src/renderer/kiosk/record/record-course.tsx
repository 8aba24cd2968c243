import { Check } from 'lucide-react';
import type { LessonCard } from '../../../shared/contracts/ipc/views.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { AudioButton } from '../../ui/audio-button.tsx';
import { Ring } from '../../ui/ring.tsx';
import { useClip } from '../../ui/use-clip.ts';
import { courseProgress } from '../home/course-progress.ts';
import type { Course } from '../home/course-progress.ts';
import { PackPicture, PackText, clipOf } from '../shell/pack-media.tsx';
import { useSay } from '../shell/say.ts';

/** So many have room to be told by their pictures. */
const mostPictured = 6;

/** A course of one's record: its ring, and a mark for each lesson. */
export function RecordCourse({ course }: { readonly course: Course }) {
  const say = useSay();
  const language = useLanguage();
  const progress = courseProgress(course);
  const words = say('progress.of', progress);
  const clip = useClip(clipOf(course.base, course.title, language));
  return (
    <section className="record-course">
      <Ring {...progress} label={words}>
        <PackPicture base={course.base} picture={course.picture} />
      </Ring>
      <p className="record-course__title">
        <PackText phrase={course.title} />
      </p>
      {clip !== null && <AudioButton clip={clip} />}
      <ol className="record-course__lessons">
        {course.lessons.map((lesson) => (
          <LessonMark
            key={lesson.key}
            lesson={lesson}
            pictured={course.lessons.length <= mostPictured}
          />
        ))}
      </ol>
      <p className="record-course__words">{words}</p>
    </section>
  );
}

/** Done is full with a sign, begun a part of a ring, not yet an empty one. */
function LessonMark(props: { readonly lesson: LessonCard; readonly pictured: boolean }) {
  const { lesson, pictured } = props;
  const say = useSay();
  const language = useLanguage();
  const { title, status, done, total, base, picture } = lesson;
  const label = say(`record.lesson.${status}`, { title: inLanguage(title, language) });
  return (
    <li className={`record-course__mark record-course__mark--${status}`} data-pictured={pictured}>
      <Ring done={done} total={total} label={label}>
        {pictured && <PackPicture base={base} picture={picture} />}
      </Ring>
      {status === 'done' && <Check aria-hidden="true" />}
    </li>
  );
}
