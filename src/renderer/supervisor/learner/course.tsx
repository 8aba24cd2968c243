import type { LearnerPage, LessonCard } from '../../../shared/contracts/ipc/views.ts';
import { Check } from 'lucide-react';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { learnerTexts } from '../../i18n/texts/supervisor/learner.ts';
import { Ring } from '../../ui/ring.tsx';
import './course.css';
import { Skills } from './skills.tsx';

const useLearnerSay = createSayHook(learnerTexts);
type CourseView = LearnerPage['courses'][number];

/** A course with its picture, and a ring for each of its lessons. */
export function Course({ course }: { readonly course: CourseView }) {
  const say = useLearnerSay();
  const language = useLanguage();
  const { title, picture, base, lessons, skills } = course;
  const done = lessons.filter(({ status }) => status === 'done').length;
  return (
    <section className="course">
      <div className="course__head">
        <img className="course__picture" src={`${base}${picture.src}`} alt="" />
        <div>
          <h5 className="course__title" lang={languageGiven(title, language)}>
            {inLanguage(title, language)}
          </h5>
          <p className="course__done">{say('course.done', { done, total: lessons.length })}</p>
        </div>
      </div>
      <ol className="course__lessons">
        {lessons.map((lesson) => (
          <Lesson key={lesson.key} lesson={lesson} />
        ))}
      </ol>
      {skills.length > 0 && <Skills skills={skills} />}
    </section>
  );
}

function Lesson({ lesson }: { readonly lesson: LessonCard }) {
  const say = useLearnerSay();
  const language = useLanguage();
  const { title, kind, status, done, total, said } = lesson;
  // How long a piece of others is, nobody knows.
  const begun = kind === 'lesson' ? say('lesson.begun', { done, total }) : say('piece.begun');
  const words = status === 'begun' ? begun : say(`lesson.${status}`);
  const score = said?.score ?? null;
  return (
    <li className={`course__lesson course__lesson--${status}`}>
      <span className="course__ring">
        <Ring done={done} total={total} label="">
          {status === 'done' && <Check aria-hidden="true" />}
        </Ring>
      </span>
      <span className="course__lesson-title" lang={languageGiven(title, language)}>
        {inLanguage(title, language)}
      </span>
      <span className="course__status">
        {words}
        {score !== null && (
          <span className="course__said">
            {say('piece.score', { percent: Math.round(score * 100) })}
          </span>
        )}
      </span>
    </li>
  );
}
