import type { ReactNode } from 'react';
import type { LearnerPage } from '../../../shared/contracts/ipc/views.ts';
import type { LearnerId } from '../../../shared/ids.ts';
import { formatDate } from '../../../shared/khmer/dates.ts';
import { sayDuration } from '../../i18n/duration.ts';
import { createSayHook, inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';
import { learnerPageTexts } from '../../i18n/texts/supervisor/learner-page.ts';
import { learnerTexts } from '../../i18n/texts/supervisor/learner.ts';
import { Tile } from '../../ui/tile.tsx';
import { Opening } from '../desk/opening.tsx';
import { Trouble } from '../desk/trouble.tsx';
import { useStream } from '../station.ts';
import { Attended } from './attended.tsx';
import { Course } from './course.tsx';
import { LearnerDeeds } from './deeds/learner-deeds.tsx';
import { Figures } from './figures.tsx';
import './learner-about.css';
import { PastHelp } from './past-help.tsx';
import { ManyTries } from './many-tries.tsx';
import { NextList } from './page/next-list.tsx';
import { StuckHere } from './stuck.tsx';

const useLearnerSay = createSayHook(learnerTexts);
const usePageSay = createSayHook(learnerPageTexts);

interface LearnerAboutProps {
  readonly learner: LearnerId;
  /** Where it was opened, for the trail. */
  readonly from: 'list' | 'room';
  /** What they do just now, between who they are and what they have done. */
  readonly children?: ReactNode;
  /** Told when something is begun about the learner, and when that is over. */
  readonly onDeed?: (open: boolean) => void;
}

/** A learner with their figures, courses and lessons, as they change. */
export function LearnerAbout({ learner, from, children, onDeed }: LearnerAboutProps) {
  const page = useStream('learner', { learner, from });
  if (page.error !== undefined) return <Trouble error={page.error} />;
  if (page.value === undefined) return <Opening />;
  return (
    <div className="learner-about">
      <Person row={page.value.row} />
      <LearnerDeeds
        page={page.value}
        below={
          <>
            <Courses courses={page.value.courses} />
            <Attended attendance={page.value.attendance} />
            <Films films={page.value.films} />
            <PastHelp help={page.value.help} />
          </>
        }
        onDeed={onDeed}
      >
        <ManyTries row={page.value.row} />
        {page.value.stuck !== null && <StuckHere stuck={page.value.stuck} />}
        {children}
        <Figures row={page.value.row} />
        <Next steps={page.value.next} />
      </LearnerDeeds>
    </div>
  );
}

function Next({ steps }: { readonly steps: LearnerPage['next'] }) {
  const say = usePageSay();
  if (steps.length === 0) return null;
  return (
    <div>
      <h4 className="learner-about__heading">{say('next')}</h4>
      <NextList steps={steps} />
    </div>
  );
}

/** Tile, name in both scripts, group. */
export function Person({ row }: { readonly row: LearnerPage['row'] }) {
  const language = useLanguage();
  const { name, tile } = row.learner;
  const shown = inLanguage(name, language);
  const other = shown === name.km ? name.en : name.km;
  return (
    <div className="learner-about__person">
      <span className="learner-about__tile">
        <Tile tile={tile} />
      </span>
      <div>
        <h3 className="learner-about__name" lang={languageGiven(name, language)}>
          {shown}
        </h3>
        {other !== undefined && (
          <p className="learner-about__soft" lang={shown === name.km ? 'en' : 'km'}>
            {other}
          </p>
        )}
        <p className="learner-about__soft">{inLanguage(row.groupName, language)}</p>
      </div>
    </div>
  );
}

/** The courses somebody takes, each with its lessons and skills. */
export function Courses({ courses }: Pick<LearnerPage, 'courses'>) {
  const say = useLearnerSay();
  if (courses.length === 0) {
    return (
      <div>
        <h4 className="learner-about__heading">{say('no-courses.title')}</h4>
        <p className="learner-about__soft">{say('no-courses.do')}</p>
      </div>
    );
  }
  return (
    <div className="learner-about__courses">
      <h4 className="learner-about__heading">{say('courses')}</h4>
      {courses.map((course) => (
        <Course key={course.course} course={course} />
      ))}
    </div>
  );
}

/** Films watched with a group, newest first ([GRP7]). */
export function Films({ films }: Pick<LearnerPage, 'films'>) {
  const say = useLearnerSay();
  const language = useLanguage();
  if (films.length === 0) return null;
  return (
    <div>
      <h4 className="learner-about__heading">{say('films')}</h4>
      <ul className="learner-about__films">
        {films.map(({ viewing, title, day, shownMs }) => (
          <li key={viewing}>
            <strong lang={languageGiven(title, language)}>{inLanguage(title, language)}</strong>
            <p className="learner-about__soft">
              {[
                ...(day === null ? [] : [formatDate(day, language)]),
                sayDuration(shownMs, language),
              ].join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
