import { DoorOpen, Footprints, FlaskConical, Hand } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Action } from '../../../domain/permissions.ts';
import { contracts } from '../../../shared/contracts/ipc/contract.ts';
import type { SignedIn } from '../../../shared/contracts/ipc/views.ts';
import { createStationClient } from '../../bridge/station-client.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { practiceTexts } from '../../i18n/texts/supervisor/practice.ts';
import { Button } from '../../ui/button.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import type { LanguageChoice } from '../app.tsx';
import { StayProvider } from '../desk/stay.tsx';
import { waitingIn } from '../help/waiting.ts';
import { PersonProvider } from '../may.tsx';
import { StationProvider, useStream } from '../station.ts';
import { ClosedStrip } from './closed-strip.tsx';
import { DeskOff } from './desk-off.tsx';
import { practisingAs } from './lab/practising-as.ts';
import { PretendLab } from './lab/pretend-lab.ts';
import { useNotedPractice } from './note-practice.ts';
import { paintLook } from './paint-look.ts';
import './practice.css';
import './tour/tour.css';
import { PracticePlaces } from './practice-places.tsx';
import { pretendBridge } from './pretend-bridge.ts';
import { TourStrip } from './tour/tour-strip.tsx';
import { useTourSay } from './tour/tour-words.ts';
import { Tour } from './tour/tour.ts';
import { useNewest } from './use-newest.ts';

const usePracticeSay = createSayHook(practiceTexts);

/** What can be practised: whatever else somebody may do is not offered ([PRC3]). */
const practised: readonly Action[] = [
  'learner.see',
  'help.see',
  'help.answer',
  'help.direct',
  'seat.act',
  'seat.power',
  'seat.look',
  'room.arrange',
  'hub.power-off',
];

/** So often the pretend lab moves on, ms. */
const momentMs = 250;

interface PracticeProps extends LanguageChoice {
  readonly person: SignedIn;
  /** Whether the tour begins at once. */
  readonly begin: 'tour' | 'free';
  readonly onLeave: () => void;
  readonly onSignOut: () => void;
}

/**
 * Room and Help as they are, over a lab that is not there ([PRC1]): what is inside asks a pretend station, and has no
 * way to the real one. Around it stands what keeps anybody from taking the one for the other ([PRC2]).
 */
export function Practice({ person, begin: as, onLeave, onSignOut, ...choice }: PracticeProps) {
  const [lab] = useState(() => new PretendLab(person));
  const [client] = useState(() =>
    createStationClient(contracts.supervisor, pretendBridge(lab, paintLook)),
  );
  useEffect(() => {
    const passing = setInterval(() => lab.pass(momentMs), momentMs);
    return () => clearInterval(passing);
  }, [lab]);
  const [tour] = useState(() => new Tour(lab));
  useEffect(() => {
    if (as === 'tour') tour.begin();
    return () => tour.leave();
  }, [tour, as]);
  useNotedPractice(lab, tour);
  // The places begin anew with the tour, so that nothing of it is open already.
  const [run, setRun] = useState(0);
  const begin = () => {
    setRun(run + 1);
    tour.begin();
  };
  const back = () => {
    setRun(run + 1);
    tour.back();
  };
  const closed = useNewest(lab.closed$);
  const deskIsOff = useNewest(lab.desk$) === 'off';
  const openAgain = () => {
    setRun(run + 1);
    lab.openAgain();
  };
  return (
    <div className="practice" {...screenNamed('practice')}>
      <Band tour={tour} onTour={begin} onLeave={onLeave} />
      <StationProvider client={client}>
        <PersonProvider person={practisingAs(person)} only={practised}>
          <StayProvider key={run}>
            {deskIsOff ? (
              <DeskOff {...choice} onOpen={openAgain} />
            ) : (
              <PracticePlaces {...choice} lab={lab} onSignOut={onSignOut} />
            )}
          </StayProvider>
        </PersonProvider>
      </StationProvider>
      {closed && !deskIsOff && <ClosedStrip onOpen={openAgain} />}
      <TourStrip tour={tour} onBegin={begin} onBack={back} />
    </div>
  );
}

interface BandProps {
  readonly tour: Tour;
  readonly onTour: () => void;
  readonly onLeave: () => void;
}

/** That nothing here is real, and the way out; real calls for help stand on it ([PRC2]). */
function Band({ tour, onTour, onLeave }: BandProps) {
  const say = usePracticeSay();
  const sayTour = useTourSay();
  const touring = useNewest(tour.now$) !== null;
  const waiting = waitingIn(useStream('help', undefined).value?.requests ?? []);
  return (
    <header className="practice__band">
      <FlaskConical className="practice__sign" aria-hidden="true" />
      <div className="practice__words">
        <strong>{say('title')}</strong>
        <p>{say('means')}</p>
      </div>
      {!touring && (
        <Button icon={Footprints} label={sayTour('begin')} tone="quiet" onPress={onTour} />
      )}
      <output>
        {waiting > 0 && (
          <span className="practice__waiting">
            <Hand aria-hidden="true" />
            {say('leave.waiting', { count: waiting })}
          </span>
        )}
      </output>
      <Button icon={DoorOpen} label={say('leave')} tone="next" onPress={onLeave} first />
    </header>
  );
}
