import { CalendarCheck, ChevronLeft, Hand } from 'lucide-react';
import { useEffect } from 'react';
import type { Tutoring } from '../../../shared/contracts/ipc/help-views.ts';
import type { SittingView } from '../../../shared/contracts/ipc/views.ts';
import type { TutorPlace } from '../../../shared/contracts/kept-screen.ts';
import type { Language } from '../../../shared/ids.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Bar, HelpButton } from '../shell/bar.tsx';
import { useSay } from '../shell/say.ts';
import { useStream } from '../station.ts';
import { RequestList } from './request-list.tsx';
import { RequestAtLength } from './request-screen.tsx';
import { TodayList } from './today-list.tsx';
import './tutor.css';

interface TutorProps {
  readonly sitting: SittingView;
  readonly place: TutorPlace;
  readonly onPlace: (place: TutorPlace) => void;
  readonly onBack: () => void;
  readonly onLanguage: (language: Language) => void;
}

/** A peer tutor's group: who asks for help, and who is here today ([HLQ8]). Gone as their time as one is over. */
export function TutorScreen(props: TutorProps) {
  const tutoring = useStream('tutoring', undefined);
  const { onBack } = props;
  const isOver = tutoring.value === null;
  useEffect(() => {
    if (isOver) onBack();
  }, [isOver, onBack]);
  if (tutoring.error !== undefined) return <ErrorNotice error={tutoring.error} />;
  const view = tutoring.value ?? null;
  return view === null ? <p className="splash">រៀន</p> : <Group {...props} tutoring={view} />;
}

function Group(props: TutorProps & { readonly tutoring: Tutoring }) {
  const { sitting, place, onPlace, onBack, onLanguage, tutoring } = props;
  const say = useSay();
  const language = useLanguage();
  const asks = { show: 'asking' } as const;
  const chosen =
    place.show === 'request' && tutoring.requests.find(({ request }) => request === place.request);
  return (
    <>
      <Bar
        screen="tutor"
        left={
          <Button
            icon={ChevronLeft}
            label={say('back')}
            onPress={chosen ? () => onPlace(asks) : onBack}
          />
        }
        middle={
          <h1 className="tutor__title">
            <Drawing name={tutoring.group.symbol} />
            <span>{inLanguage(tutoring.group.name, language)}</span>
          </h1>
        }
        controls={
          <>
            <Button
              icon={Hand}
              label={say('tutor.asking')}
              layout="stacked"
              pressed={place.show !== 'today'}
              onPress={() => onPlace(asks)}
            />
            <Button
              icon={CalendarCheck}
              label={say('tutor.today')}
              layout="stacked"
              pressed={place.show === 'today'}
              onPress={() => onPlace({ show: 'today' })}
            />
            <HelpButton sitting={sitting} />
          </>
        }
        language={language}
        onLanguage={onLanguage}
      />
      {chosen ? (
        <RequestAtLength key={chosen.request} request={chosen} />
      ) : (
        <main className="tutor">
          {place.show === 'today' ? (
            <TodayList today={tutoring.today} />
          ) : (
            <RequestList
              requests={tutoring.requests}
              onChoose={(request) => onPlace({ show: 'request', request })}
            />
          )}
        </main>
      )}
    </>
  );
}
