import { ChevronRight, GraduationCap, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { ListedStaff } from '../../../shared/contracts/ipc/people-views.ts';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { deskTexts } from '../../i18n/texts/supervisor/desk.ts';
import { groupsTexts } from '../../i18n/texts/supervisor/groups.ts';
import { sayCourse } from '../training/say-course.ts';
import { formatDate } from '../../../shared/khmer/dates.ts';
import { trainingTexts } from '../../i18n/texts/supervisor/training.ts';
import { staffTexts } from '../../i18n/texts/supervisor/staff.ts';
import { Button } from '../../ui/button.tsx';
import { HubAway } from '../desk/hub-away.tsx';
import { Opening } from '../desk/opening.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import { Trouble } from '../desk/trouble.tsx';
import { useStream } from '../station.ts';
import { AppointPanel } from './appoint-panel.tsx';
import { StaffPanel } from './staff-panel.tsx';
import './staff.css';

const useStaffSay = createSayHook(staffTexts);
const useTrainingSay = createSayHook(trainingTexts);
const useDeskSay = createSayHook(deskTexts);
const useGroupsSay = createSayHook(groupsTexts);

/** Who works here, for a site manager ([PPL7]). */
export function Staff({ status }: { readonly status: StationStatus }) {
  const say = useStaffSay();
  const [beside, setBeside] = useState<StaffId | 'new' | null>(null);
  const team = useStream('team', undefined);
  if (team.error !== undefined) return <Trouble error={team.error} />;
  if (team.value === undefined) return <Opening />;
  const { staff } = team.value;
  const close = () => setBeside(null);
  const person = staff.find((each) => each.staff === beside);
  return (
    <PlaceFrame
      screen="staff"
      title={say('title')}
      aside={say('count', { count: staff.filter(({ ended }) => !ended).length })}
      acts={<Button icon={UserPlus} label={say('appoint')} onPress={() => setBeside('new')} />}
      tools={<HubAway status={status} />}
      panel={
        beside === 'new' ? (
          <AppointPanel onClose={close} />
        ) : (
          person && <StaffPanel key={person.staff} person={person} onClose={close} />
        )
      }
      onEscape={close}
    >
      <ul className="staff">
        {staff.map((each) => (
          <StaffLine
            key={each.staff}
            person={each}
            chosen={each.staff === beside}
            onChoose={() => setBeside(each.staff)}
          />
        ))}
      </ul>
    </PlaceFrame>
  );
}

interface StaffLineProps {
  readonly person: ListedStaff;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function StaffLine({
  person: { name, role, scopes, ended, trained },
  chosen,
  onChoose,
}: StaffLineProps) {
  const say = useStaffSay();
  const sayDesk = useDeskSay();
  const sayGroups = useGroupsSay();
  const sayTraining = useTrainingSay();
  const last = trained.at(-1);
  const language = useLanguage();
  const reach = scopes.map((scope) => sayGroups(`scope.${scope}`)).join(' · ');
  return (
    <li>
      <button type="button" className="staff__line" aria-pressed={chosen} onClick={onChoose}>
        <strong>{inLanguage(name, language)}</strong>
        <span>{ended ? say('ended') : sayDesk(`role.${role}`)}</span>
        <span className="staff__reach">{ended ? '' : reach}</span>
        {last !== undefined && (
          <span className="staff__trained">
            <GraduationCap aria-hidden="true" />
            {sayTraining('staff.trained', {
              course: sayCourse(last.course, language),
              day: formatDate(last.day, language),
            })}
          </span>
        )}
        <ChevronRight aria-hidden="true" />
      </button>
    </li>
  );
}
