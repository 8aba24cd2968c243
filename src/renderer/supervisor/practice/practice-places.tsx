import { Armchair, CloudOff, Hand, KeyRound, LogOut } from 'lucide-react';
import { useState } from 'react';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { deskTexts } from '../../i18n/texts/supervisor/desk.ts';
import type { HelpPageId } from '../../i18n/texts/help-pages/all-pages.ts';
import { practiceTexts } from '../../i18n/texts/supervisor/practice.ts';
import { Button } from '../../ui/button.tsx';
import { LanguageSwitch } from '../../ui/language-switch.tsx';
import type { LanguageChoice } from '../app.tsx';
import '../desk/desk.css';
import { HelpWayProvider, useHelpKey } from '../desk/help-way.tsx';
import { Opening } from '../desk/opening.tsx';
import { HelpWaiting, RailPlace } from '../desk/rail-place.tsx';
import { useStaying } from '../desk/stay.tsx';
import { useHelpPages } from '../desk/use-help-pages.ts';
import { HelpPages } from '../help-pages/help-pages.tsx';
import { Help } from '../help/help.tsx';
import { usePerson } from '../may.tsx';
import { Room } from '../room/room.tsx';
import { useStream } from '../station.ts';
import type { PretendLab } from './lab/pretend-lab.ts';
import { OpeningCodes } from './opening-codes.tsx';
import { useLab } from './use-lab.ts';

const useDeskSay = createSayHook(deskTexts);
const usePracticeSay = createSayHook(practiceTexts);

type PracticePlace = 'room' | 'help' | 'codes';

/** What tells of each of them. */
const pageOf = { room: 'room', help: 'help', codes: 'override' } as const satisfies Readonly<
  Record<PracticePlace, HelpPageId>
>;

interface PracticePlacesProps extends LanguageChoice {
  readonly lab: PretendLab;
  readonly onSignOut: () => void;
}

/** The places that are practised; help pages open in front of them, inside of the frame ([PRC9]). */
export function PracticePlaces({ lab, onSignOut, ...choice }: PracticePlacesProps) {
  const [place, setPlace] = useState<PracticePlace>('room');
  const status = useStream('status', undefined).value;
  const staying = useStaying();
  const help = useHelpPages(pageOf[place], staying);
  useHelpKey(help.openHere);
  const go = (next: PracticePlace) => {
    if (staying) return;
    help.close();
    setPlace(next);
  };
  return (
    <div className="desk practice__lab">
      <PracticeRail {...choice} lab={lab} place={place} onPlace={go} onSignOut={onSignOut} />
      <div className="desk__place" hidden={help.shown !== null}>
        <HelpWayProvider open={help.openHere}>
          {status === undefined ? (
            <Opening />
          ) : (
            <>
              {place === 'room' && <Room status={status} />}
              {place === 'help' && <Help status={status} />}
              {place === 'codes' && <OpeningCodes lab={lab} />}
            </>
          )}
        </HelpWayProvider>
      </div>
      {help.shown !== null && help.shown !== 'training' && (
        <HelpPages page={help.shown} onPage={help.turnTo} onBack={help.close} />
      )}
    </div>
  );
}

interface PracticeRailProps extends PracticePlacesProps {
  readonly place: PracticePlace;
  readonly onPlace: (place: PracticePlace) => void;
}

function PracticeRail({ lab, place, onPlace, onSignOut, ...choice }: PracticeRailProps) {
  const say = useDeskSay();
  const sayPractice = usePracticeSay();
  const person = usePerson();
  const shown = useLanguage();
  const each = (name: PracticePlace) => ({
    name,
    here: place === name,
    onPress: () => onPlace(name),
  });
  return (
    <div className="rail">
      <nav className="rail__places" aria-label={sayPractice('places')}>
        <RailPlace {...each('room')} icon={Armchair} words={say('place.room')} />
        <RailPlace {...each('help')} icon={Hand} words={say('place.help')} mark={<HelpWaiting />} />
        <RailPlace {...each('codes')} icon={KeyRound} words={sayPractice('codes')} />
      </nav>
      <HubSwitch lab={lab} />
      <LanguageSwitch language={choice.language} onChoose={choice.onLanguage} />
      <div className="rail__person">
        <strong>{inLanguage(person.name, shown)}</strong>
        <span>{say(`role.${person.role}`)}</span>
        <Button icon={LogOut} label={say('sign-out')} onPress={onSignOut} />
      </div>
    </div>
  );
}

/** Has the pretend hub be away, so that what is done then can be practised ([PRC8]). */
function HubSwitch({ lab }: { readonly lab: PretendLab }) {
  const say = usePracticeSay();
  const away = useLab(lab, () => !lab.hub.answers);
  return (
    <div className="practice__hub">
      <Button
        icon={CloudOff}
        label={say('hub.away')}
        pressed={away}
        onPress={() => lab.haveHub(away ? 'there' : 'away')}
      />
    </div>
  );
}
