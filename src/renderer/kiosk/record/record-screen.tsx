import { BadgeCheck, Check, ChevronLeft, Clapperboard, Clock, Sun } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { HomeView, SittingView } from '../../../shared/contracts/ipc/views.ts';
import type { Language } from '../../../shared/ids.ts';
import { formatNumber } from '../../../shared/khmer/numbers.ts';
import { sayDuration } from '../../i18n/duration.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Tile } from '../../ui/tile.tsx';
import { Bar, HelpButton } from '../shell/bar.tsx';
import { PagedGrid } from '../shell/paged-grid.tsx';
import { useSay } from '../shell/say.ts';
import { useWide } from '../shell/use-wide.ts';
import { RecordCourse } from './record-course.tsx';
import './record.css';

interface RecordProps {
  readonly sitting: SittingView;
  readonly home: HomeView;
  /** The course its page begins with. */
  readonly from: number;
  readonly onFrom: (from: number) => void;
  readonly onBack: () => void;
  readonly onLanguage: (language: Language) => void;
}

/** A learner's own record: drawn before it is written, to be looked at and not to be worked with ([OWN1]). */
export function RecordScreen(props: RecordProps) {
  const { sitting, home, from, onFrom, onBack, onLanguage } = props;
  const say = useSay();
  const language = useLanguage();
  const wide = useWide();
  return (
    <>
      <Bar
        screen="record"
        left={<Button icon={ChevronLeft} label={say('back')} onPress={onBack} />}
        middle={<h1 className="record__title">{say('home.record')}</h1>}
        controls={<HelpButton sitting={sitting} />}
        language={language}
        onLanguage={onLanguage}
      />
      <main className="record">
        <Person learner={sitting.learner} record={home.record} />
        <PagedGrid
          things={home.courses}
          columns={wide ? 3 : 2}
          rows={1}
          from={from}
          onFrom={onFrom}
        >
          {(course) => <RecordCourse key={course.course} course={course} />}
        </PagedGrid>
      </main>
    </>
  );
}

interface PersonProps extends Pick<SittingView, 'learner'> {
  readonly record: HomeView['record'];
}

function Person({ learner, record }: PersonProps) {
  const say = useSay();
  const language = useLanguage();
  const { days, confirmed, activeMs, lessonsDone, films } = record;
  return (
    <section className="record__person">
      <span className="record__tile">
        <Tile tile={learner.tile} />
      </span>
      <p className="record__name">{inLanguage(learner.name, language)}</p>
      <dl className="record__figures">
        <Figure icon={Sun} value={formatNumber(days, language)} name={say('record.days')}>
          {confirmed > 0 && (
            <dd className="record__confirmed">
              <BadgeCheck aria-hidden="true" />
              <span className="unseen">{say('record.confirmed')}</span>
              {formatNumber(confirmed, language)}
            </dd>
          )}
        </Figure>
        <Figure icon={Clock} value={sayDuration(activeMs, language)} name={say('record.time')} />
        {films > 0 && (
          <Figure
            icon={Clapperboard}
            value={formatNumber(films, language)}
            name={say('record.films')}
          />
        )}
        <Figure
          icon={Check}
          value={formatNumber(lessonsDone, language)}
          name={say('record.lessons')}
        />
      </dl>
    </section>
  );
}

interface FigureProps {
  readonly icon: LucideIcon;
  readonly value: string;
  readonly name: string;
  /** What more there is to say of it. */
  readonly children?: ReactNode;
}

function Figure({ icon: Icon, value, name, children }: FigureProps) {
  return (
    <div className="record__figure">
      <Icon aria-hidden="true" />
      <dd>{value}</dd>
      {children}
      <dt>{name}</dt>
    </div>
  );
}
