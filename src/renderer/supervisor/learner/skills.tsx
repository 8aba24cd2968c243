import { Check } from 'lucide-react';
import type { SkillCard } from '../../../shared/contracts/ipc/views.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { learnerTexts } from '../../i18n/texts/supervisor/learner.ts';
import { Ring } from '../../ui/ring.tsx';

const useLearnerSay = createSayHook(learnerTexts);

/** The skills of a course, in exact figures ([MAS1]). */
export function Skills({ skills }: { readonly skills: readonly SkillCard[] }) {
  const say = useLearnerSay();
  return (
    <>
      <h6 className="course__skills">{say('skills')}</h6>
      <ul className="course__lessons">
        {skills.map((skill) => (
          <Skill key={skill.id} skill={skill} />
        ))}
      </ul>
    </>
  );
}

function Skill({ skill }: { readonly skill: SkillCard }) {
  const say = useLearnerSay();
  const language = useLanguage();
  const { title, right, needed, of, mastered, answers } = skill;
  const soFar =
    answers === 0 ? say('skill.none', { needed, of }) : say('skill.so-far', { right, needed, of });
  return (
    <li className={`course__lesson course__lesson--${mastered ? 'done' : 'begun'}`}>
      <span className="course__ring">
        <Ring done={right} total={needed} label="">
          {mastered && <Check aria-hidden="true" />}
        </Ring>
      </span>
      <div className="course__skill">
        <p className="course__skill-title" lang={languageGiven(title, language)}>
          {inLanguage(title, language)}
        </p>
        <p className="course__done">{mastered ? say('skill.mastered', { needed, of }) : soFar}</p>
      </div>
    </li>
  );
}
