import { Shapes } from 'lucide-react';
import { useState } from 'react';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import type { GroupId } from '../../../shared/ids.ts';
import type { CoursesView } from '../../../shared/contracts/ipc/people-views.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { groupsTexts } from '../../i18n/texts/supervisor/groups.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../desk/empty.tsx';
import { HubAway } from '../desk/hub-away.tsx';
import { Opening } from '../desk/opening.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import { Trouble } from '../desk/trouble.tsx';
import { useStaying } from '../desk/stay.tsx';
import { useStream } from '../station.ts';
import { NumberList } from './first/number-list.tsx';
import { useFirstSignIns } from './first/use-first-sign-ins.ts';
import { allGroups, findGroups } from './find-groups.ts';
import { GroupFilters } from './group-filters.tsx';
import { GroupList } from './group-list.tsx';
import { GroupPanel } from './group-panel.tsx';
import { NewGroupPanel } from './new-group-panel.tsx';
import './groups.css';

const useGroupsSay = createSayHook(groupsTexts);
const noCourses: CoursesView['courses'] = [];
/** So many are seen at a glance. */
const fewGroups = 3;

type Beside = { readonly about: 'group'; readonly group: GroupId } | { readonly about: 'new' };

/** The groups somebody sees to: their symbols, whom they are for, and how many are in them ([PPL5]). */
export function Groups({ status }: { readonly status: StationStatus }) {
  const say = useGroupsSay();
  const [beside, setBeside] = useState<Beside | null>(null);
  const [wanted, setWanted] = useState(allGroups);
  const language = useLanguage();
  const courses = useStream('courses', undefined).value?.courses ?? noCourses;
  const titles = new Map(
    courses.map(({ course, title }) => [course, inLanguage(title, language)] as const),
  );
  const first = useFirstSignIns();
  const staying = useStaying();
  const view = useStream('groups', undefined);
  if (view.error !== undefined) return <Trouble error={view.error} />;
  if (view.value === undefined) return <Opening />;
  const { groups } = view.value;
  const show = (next: Beside | null) => {
    if (!staying) setBeside(next);
  };
  const close = () => show(null);
  const chosen =
    beside?.about === 'group' ? groups.find(({ group }) => group === beside.group) : undefined;
  const panels = {
    group: chosen && (
      <GroupPanel
        key={chosen.group}
        group={chosen}
        groups={groups}
        onFirst={first.begin}
        onClose={close}
      />
    ),
    new: <NewGroupPanel groups={groups} onClose={close} />,
  };
  const asked = beside === null ? undefined : panels[beside.about];
  // What is told once stays until it was seen.
  const panel = first.list === null ? asked : <NumberList {...first} />;
  const found = findGroups(groups, wanted);
  const count = { count: groups.length, shown: found.length };
  return (
    <PlaceFrame
      screen="groups"
      title={say('title')}
      aside={say(found.length === groups.length ? 'count' : 'shown', count)}
      acts={<Button icon={Shapes} label={say('new')} onPress={() => show({ about: 'new' })} />}
      tools={
        <>
          <HubAway status={status} />
          {groups.length > fewGroups && (
            <GroupFilters groups={groups} courses={courses} wanted={wanted} onWant={setWanted} />
          )}
        </>
      }
      panel={panel}
      onEscape={close}
    >
      {groups.length === 0 ? (
        <Empty
          screen="groups-empty"
          drawing="basket"
          title={say('empty.title')}
          advice={say('empty.do')}
        />
      ) : found.length === 0 ? (
        <Empty
          screen="groups-none"
          drawing="lamp"
          title={say('none.title')}
          advice={say('none.do')}
        />
      ) : (
        <GroupList
          groups={found}
          titles={titles}
          chosen={chosen?.group ?? null}
          onChoose={(group) => show({ about: 'group', group })}
        />
      )}
    </PlaceFrame>
  );
}
