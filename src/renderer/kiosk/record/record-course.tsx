import { Check } from 'lucide-react';
import type { LessonCard, SkillCard } from '../../../shared/contracts/ipc/views.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { AudioButton } from '../../ui/audio-button.tsx';
import { Ring } from '../../ui/ring.tsx';
import { useClip } from '../../ui/use-clip.ts';
import { courseProgress, ringOf } from '../home/course-progress.ts';
import type { Course } from '../home/course-progress.ts';
import { PackPicture, PackText, clipOf } from '../shell/pack-media.tsx';
import { useSay } from '../shell/say.ts';

/** So many have room to be told by their pictures. */
const mostPictured = 6;

/** A course of one's record: its ring, a mark for each lesson, and its skills as pictures in rings. */
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
            pictured={course.lessons.length <= mostPictured && course.skills.length === 0}
          />
        ))}
      </ol>
      {course.skills.length > 0 && (
        <ul className="record-course__skills">
          {course.skills.slice(0, mostPictured).map((skill) => (
            <SkillMark key={skill.id} base={course.base} skill={skill} />
          ))}
        </ul>
      )}
      <p className="record-course__words">{words}</p>
    </section>
  );
}

/** A skill: its ring closes with right answers; mastered, it is full with a sign ([MAS2]). */
function SkillMark({ base, skill }: { readonly base: string; readonly skill: SkillCard }) {
  const say = useSay();
  const language = useLanguage();
  const { title, picture, right, needed, mastered } = skill;
  const state = mastered ? 'done' : 'begun';
  return (
    <li className={`record-course__mark record-course__mark--${state}`} data-pictured="true">
      <Ring
        done={right}
        total={needed}
        label={say(`record.skill.${state}`, { title: inLanguage(title, language) })}
      >
        <PackPicture base={base} picture={picture} />
      </Ring>
      {mastered && <Check aria-hidden="true" />}
    </li>
  );
}

/** Done is full with a sign, begun a part of a ring, not yet an empty one. */
function LessonMark(props: { readonly lesson: LessonCard; readonly pictured: boolean }) {
  const { lesson, pictured } = props;
  const say = useSay();
  const language = useLanguage();
  const { title, status, base, picture } = lesson;
  const label = say(`record.lesson.${status}`, { title: inLanguage(title, language) });
  return (
    <li className={`record-course__mark record-course__mark--${status}`} data-pictured={pictured}>
      <Ring {...ringOf(lesson)} label={label}>
        {pictured && <PackPicture base={base} picture={picture} />}
      </Ring>
      {status === 'done' && <Check aria-hidden="true" />}
    </li>
  );
}
