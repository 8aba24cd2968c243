import { Shapes } from 'lucide-react';
import { useState } from 'react';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import type { GroupId } from '../../../shared/ids.ts';
import { createSayHook } from '../../i18n/language.tsx';
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
import { GroupList } from './group-list.tsx';
import { GroupPanel } from './group-panel.tsx';
import { NewGroupPanel } from './new-group-panel.tsx';
import './groups.css';

const useGroupsSay = createSayHook(groupsTexts);

type Beside = { readonly about: 'group'; readonly group: GroupId } | { readonly about: 'new' };

/** The groups somebody sees to: their symbols, whom they are for, and how many are in them ([PPL5]). */
export function Groups({ status }: { readonly status: StationStatus }) {
  const say = useGroupsSay();
  const [beside, setBeside] = useState<Beside | null>(null);
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
  return (
    <PlaceFrame
      screen="groups"
      title={say('title')}
      aside={say('count', { count: groups.length })}
      acts={<Button icon={Shapes} label={say('new')} onPress={() => show({ about: 'new' })} />}
      tools={<HubAway status={status} />}
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
      ) : (
        <GroupList
          groups={groups}
          chosen={chosen?.group ?? null}
          onChoose={(group) => show({ about: 'group', group })}
        />
      )}
    </PlaceFrame>
  );
}
