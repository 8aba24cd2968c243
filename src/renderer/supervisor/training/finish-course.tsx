import { GraduationCap } from 'lucide-react';
import { courseCommands } from '../../../shared/contracts/commands/course-commands.ts';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import { formatDate } from '../../../shared/khmer/dates.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { trainingTexts } from '../../i18n/texts/supervisor/training.ts';
import { Button } from '../../ui/button.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import { CommandTrouble } from '../desk/trouble.tsx';
import { useHubCommand } from '../hub-command.ts';
import { usePerson } from '../may.tsx';
import type { CourseProgress } from './course-progress.tsx';
import { partsDone } from './use-course.ts';
import type { CourseTaken } from './use-course.ts';

const useTrainingSay = createSayHook(trainingTexts);

interface FinishCourseProps {
  readonly status: StationStatus;
  readonly course: CourseTaken;
  readonly progress: CourseProgress;
}

/** Has the hub put on record that the course is done, by one's own signature ([HPG6]); or says when it was. */
export function FinishCourse({ status, course, progress }: FinishCourseProps) {
  const say = useTrainingSay();
  const language = useLanguage();
  const { staff } = usePerson();
  const { version } = course.version;
  const { finished, asked } = course;
  const done = partsDone(course, progress);
  const finish = useHubCommand(courseCommands['training.finish']);
  const answers = progress.checked ?? {};
  const whole = asked.parts.every((part) => done.includes(part));
  const run = () =>
    void finish.run({
      staff,
      course: course.name,
      version,
      parts: [...done],
      answers: { ...answers },
    });
  if (finished !== null) {
    return (
      <section {...screenNamed('training-done')}>
        <h2>{say('part.finish', { number: course.version.parts.length + 1 })}</h2>
        <output className="training__done">
          <GraduationCap aria-hidden="true" />
          <span>
            {say('finished', { day: formatDate(finished.day, language), version })}
            <small>{say('finished.again')}</small>
          </span>
        </output>
      </section>
    );
  }
  return (
    <section>
      <h2>{say('part.finish', { number: course.version.parts.length + 1 })}</h2>
      <Button
        icon={GraduationCap}
        label={say(finish.pending ? 'finishing' : 'finish')}
        tone="next"
        disabled={!whole || finish.pending || !status.hubReachable}
        onPress={run}
      />
      {!status.hubReachable && (
        <p className="form__soft" {...screenNamed('training-away')}>
          {say('finish.away')}
        </p>
      )}
      {status.hubReachable && !whole && (
        <p className="form__soft">
          {say(asked.parts.includes('acts') ? 'finish.left-practice' : 'finish.left')}
        </p>
      )}
      {finish.error !== undefined && <CommandTrouble error={finish.error} />}
    </section>
  );
}
