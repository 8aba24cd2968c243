import { ArrowRight, Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { LearnerCard, SittingView } from '../../../shared/contracts/ipc/views.ts';
import type { ComesNext } from '../../../shared/contracts/timetable.ts';
import type { Language } from '../../../shared/ids.ts';
import { weekdayName } from '../../../shared/khmer/dates.ts';
import { sayTime } from '../../../shared/khmer/times.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { ClockFace } from '../../ui/clock-face.tsx';
import { SignOutButton } from '../home/sign-out-button.tsx';
import { Bar } from '../shell/bar.tsx';
import { useSay } from '../shell/say.ts';
import { DaysAhead } from './days-ahead.tsx';
import './when.css';

interface WhenProps {
  readonly learner: LearnerCard;
  readonly next: ComesNext;
  readonly children: ReactNode;
}

/** The days until then and a clock, with the same in words over them ([TTB9]). */
function When({ learner, next, children }: WhenProps) {
  const say = useSay();
  const language = useLanguage();
  const time = sayTime(next.begins, language);
  const near = [say('when.today'), say('when.tomorrow')][next.inDays];
  const day = near ?? weekdayName(next.weekday, language);
  return (
    <main className="calm-screen when">
      <h1>{say('when.title', { day, time })}</h1>
      <div className="when__pictures">
        <DaysAhead next={next} tile={learner.tile} />
        <div className="when__clock">
          <ClockFace minute={next.begins} label={time} />
        </div>
      </div>
      {children}
    </main>
  );
}

interface NotNowProps {
  readonly learner: LearnerCard;
  readonly next: ComesNext;
  readonly onNotMe: () => void;
  readonly onLanguage: (language: Language) => void;
}

/** Who proved who they are, at another time than theirs, where the site lets nobody in then. */
export function NotNowScreen({ learner, next, onNotMe, onLanguage }: NotNowProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <Bar screen="not-now" left={null} language={language} onLanguage={onLanguage} />
      <When learner={learner} next={next}>
        <p>{say('when.not-now')}</p>
        <Button icon={Check} label={say('when.understood')} tone="next" first onPress={onNotMe} />
      </When>
    </>
  );
}

interface LetInProps {
  readonly sitting: SittingView;
  readonly next: ComesNext;
  readonly onGoOn: () => void;
  readonly onLanguage: (language: Language) => void;
}

/** Who came at another time than theirs, and found a free seat. */
export function LetInScreen({ sitting, next, onGoOn, onLanguage }: LetInProps) {
  const say = useSay();
  const language = useLanguage();
  return (
    <>
      <Bar
        screen="let-in"
        left={<SignOutButton learner={sitting.learner} />}
        language={language}
        onLanguage={onLanguage}
      />
      <When learner={sitting.learner} next={next}>
        <p>{say('when.let-in')}</p>
        <Button icon={ArrowRight} label={say('when.go-on')} tone="next" first onPress={onGoOn} />
      </When>
    </>
  );
}
