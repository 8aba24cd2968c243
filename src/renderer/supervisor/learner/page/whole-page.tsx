import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LearnerPage } from '../../../../shared/contracts/ipc/views.ts';
import type { LearnerId } from '../../../../shared/ids.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { learnerPageTexts } from '../../../i18n/texts/supervisor/learner-page.ts';
import { Button } from '../../../ui/button.tsx';
import { Opening } from '../../desk/opening.tsx';
import { PlaceFrame } from '../../desk/place-frame.tsx';
import { Trouble } from '../../desk/trouble.tsx';
import { useStream } from '../../station.ts';
import { Attended } from '../attended.tsx';
import { Figures } from '../figures.tsx';
import { Courses, Films, Person } from '../learner-about.tsx';
import { ManyTries } from '../many-tries.tsx';
import { AnswersChart } from './answers-chart.tsx';
import { AttendancePart } from './attendance-part.tsx';
import { HelpPart } from './help-part.tsx';
import { NextList } from './next-list.tsx';
import { NotesPart } from './notes-part.tsx';
import './learner-page.css';

const usePageSay = createSayHook(learnerPageTexts);

interface WholePageProps {
  readonly learner: LearnerId;
  readonly onClose: () => void;
}

/** Everything about one learner's learning, over the whole place ([LPG1]). */
export function WholePage({ learner, onClose }: WholePageProps) {
  const say = usePageSay();
  const language = useLanguage();
  const { value, error } = useStream('learner', { learner, from: 'list' });
  const row = value?.row;
  return (
    <PlaceFrame
      screen="learner-page"
      title={row === undefined ? say('title') : inLanguage(row.learner.name, language)}
      aside={row && inLanguage(row.groupName, language)}
      acts={<Button icon={ArrowLeft} label={say('back')} tone="quiet" onPress={onClose} first />}
      onEscape={onClose}
    >
      {error !== undefined ? (
        <Trouble error={error} />
      ) : value === undefined ? (
        <Opening />
      ) : (
        <Parts page={value} />
      )}
    </PlaceFrame>
  );
}

function Parts({ page }: { readonly page: LearnerPage }) {
  const say = usePageSay();
  const { row, next, notes, answered, here, stuck, courses, films, due } = page;
  return (
    <div className="learner-page">
      <div className="learner-page__column">
        <Part title={null}>
          <Person row={row} />
          <ManyTries row={row} />
          <Figures row={row} />
        </Part>
        <Part title={say('next')}>
          <NextList steps={next} />
        </Part>
        <Part title={say('notes')}>
          <NotesPart row={row} notes={notes} />
        </Part>
      </div>
      <div className="learner-page__column">
        <Part title={say('answers')}>
          <AnswersChart days={answered} />
        </Part>
        <Part title={say('here')}>
          <Attended attendance={page.attendance} />
          <AttendancePart months={here} />
        </Part>
        <Part title={say('help')}>
          <HelpPart stuck={stuck} help={page.help} />
        </Part>
      </div>
      <div className="learner-page__column">
        <Part title={null}>
          {due > 0 && <p>{say('due', { count: due })}</p>}
          <Courses courses={courses} />
          <Films films={films} />
        </Part>
      </div>
    </div>
  );
}

interface PartProps {
  /** Null of what says itself what it is. */
  readonly title: string | null;
  readonly children: ReactNode;
}

function Part({ title, children }: PartProps) {
  return (
    <section className="learner-page__part">
      {title !== null && <h2>{title}</h2>}
      {children}
    </section>
  );
}
