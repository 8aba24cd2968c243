import { GraduationCap } from 'lucide-react';
import { courseNow } from '../../../domain/staff-course/staff-course.ts';
import { courseCommands } from '../../../shared/contracts/commands/course-commands.ts';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import type { StaffCoursePart } from '../../../shared/contracts/staff-course.ts';
import { formatDate } from '../../../shared/khmer/dates.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { trainingTexts } from '../../i18n/texts/supervisor/training.ts';
import { Button } from '../../ui/button.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import { CommandTrouble } from '../desk/trouble.tsx';
import { useHubCommand } from '../hub-command.ts';
import { usePerson } from '../may.tsx';
import { useStream } from '../station.ts';
import type { CourseProgress } from './course-progress.tsx';

const useTrainingSay = createSayHook(trainingTexts);
const course = 'supervising';

interface FinishCourseProps {
  readonly status: StationStatus;
  readonly progress: CourseProgress;
  readonly done: readonly StaffCoursePart[];
}

/** Has the hub put on record that the course is done, by one's own signature ([HPG6]); or says when it was. */
export function FinishCourse({ status, progress, done }: FinishCourseProps) {
  const say = useTrainingSay();
  const language = useLanguage();
  const { staff } = usePerson();
  const { version, parts } = courseNow(course);
  const finish = useHubCommand(courseCommands['training.finish']);
  const finished = useStream('trained', undefined).value?.find(
    (each) => each.course === course && each.version === version,
  );
  const answers = progress.checked ?? {};
  const whole = done.length === parts.length;
  const run = () =>
    void finish.run({ staff, course, version, parts: [...done], answers: { ...answers } });
  if (finished !== undefined) {
    return (
      <section {...screenNamed('training-done')}>
        <h2>{say('part.finish')}</h2>
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
      <h2>{say('part.finish')}</h2>
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
      {status.hubReachable && !whole && <p className="form__soft">{say('finish.left')}</p>}
      {finish.error !== undefined && <CommandTrouble error={finish.error} />}
    </section>
  );
}
