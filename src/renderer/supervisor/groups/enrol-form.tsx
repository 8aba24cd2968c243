import { ArrowLeft, BookMinus, BookOpenCheck } from 'lucide-react';
import { useState } from 'react';
import { learnerCommands } from '../../../shared/contracts/commands/learner-commands.ts';
import type { ListedGroup } from '../../../shared/contracts/ipc/people-views.ts';
import type { CourseId, LearnerId } from '../../../shared/ids.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { groupsTexts } from '../../i18n/texts/supervisor/groups.ts';
import { Button } from '../../ui/button.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { TickList } from '../form/tick-list.tsx';
import { useHubCommand } from '../hub-command.ts';
import { useStream } from '../station.ts';

const useGroupsSay = createSayHook(groupsTexts);

interface EnrolFormProps {
  readonly group: ListedGroup;
  readonly onBack: () => void;
  readonly onDone: () => void;
}

/** Courses for the whole group, or for those of it who are ticked ([PPL6]). */
export function EnrolForm({ group, onBack, onDone }: EnrolFormProps) {
  const say = useGroupsSay();
  const language = useLanguage();
  const known = useStream('courses', undefined).value?.courses;
  const rows = useStream('learners', undefined).value?.learners ?? [];
  const members = rows.filter(
    ({ learner, disabled }) => learner.group === group.group && !disabled,
  );
  const [courses, setCourses] = useState<ReadonlySet<CourseId>>(new Set());
  const [left, setLeft] = useState<ReadonlySet<LearnerId>>(new Set());
  const enrol = useHubCommand(learnerCommands['course.enrol']);
  const learners = members.map(({ learner }) => learner.learner).filter((each) => !left.has(each));
  const ticked = new Set(learners);
  const ready = courses.size > 0 && learners.length > 0 && !enrol.pending;
  const put = async (active: boolean) => {
    const done = await enrol.run({ learners, courses: [...courses], active });
    if (done !== undefined) onDone();
  };
  if (known?.length === 0 || members.length === 0) {
    return (
      <div className="form groups__form">
        <p>{say(known?.length === 0 ? 'enrol.no-courses' : 'enrol.nobody')}</p>
        <Button icon={ArrowLeft} label={say('back')} tone="quiet" onPress={onBack} />
      </div>
    );
  }
  return (
    <div className="form groups__form">
      <TickList
        label={say('enrol.courses')}
        items={(known ?? []).map(({ course, title }) => ({
          value: course,
          label: inLanguage(title, language),
        }))}
        ticked={courses}
        onChange={setCourses}
      />
      <TickList
        label={say('enrol.learners', { count: learners.length })}
        items={members.map(({ learner }) => ({
          value: learner.learner,
          label: inLanguage(learner.name, language),
        }))}
        ticked={ticked}
        onChange={(next) =>
          setLeft(
            new Set(
              members.flatMap(({ learner }) => (next.has(learner.learner) ? [] : learner.learner)),
            ),
          )
        }
        all={say('enrol.all')}
      />
      <p>{say('enrol.will')}</p>
      {enrol.error !== undefined && <CommandTrouble error={enrol.error} />}
      <Button
        icon={BookOpenCheck}
        label={say('enrol.put')}
        tone="next"
        disabled={!ready}
        onPress={() => void put(true)}
      />
      <Button
        icon={BookMinus}
        label={say('enrol.end')}
        disabled={!ready}
        onPress={() => void put(false)}
      />
      <Button icon={ArrowLeft} label={say('back')} tone="quiet" onPress={onBack} />
    </div>
  );
}
