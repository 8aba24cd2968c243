import { CalendarCheck, CalendarPlus, Clock, ListOrdered, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import type { CommandId } from '../../../shared/ids.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { timetableTexts } from '../../i18n/texts/supervisor/timetable.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../desk/empty.tsx';
import { HubAway } from '../desk/hub-away.tsx';
import { Opening } from '../desk/opening.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import { useStaying } from '../desk/stay.tsx';
import { Trouble } from '../desk/trouble.tsx';
import { useMay } from '../may.tsx';
import { useStream } from '../station.ts';
import { HoursPanel } from './hours-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { SlotPanel } from './slot-panel.tsx';
import './timetable.css';
import { TodayPanel } from './today-panel.tsx';
import { WaitingPanel } from './waiting-panel.tsx';
import { WeekGrid } from './week-grid.tsx';
import { WeekProvider } from './use-timetable.ts';

const useTimetableSay = createSayHook(timetableTexts);

/** What stands in the panel: a slot, a new one at some time, or something about the week as a whole. */
type Beside =
  | { readonly about: 'slot'; readonly slot: CommandId }
  | { readonly about: 'new'; readonly weekday: number; readonly begins: number }
  | { readonly about: 'hours' | 'waiting' | 'today' | 'rules' };

const firstHour = 8 * 60;

/** The week of the lab: who comes when ([TTB1]). */
export function Timetable({ status }: { readonly status: StationStatus }) {
  const say = useTimetableSay();
  const may = useMay();
  const [beside, setBeside] = useState<Beside | null>(null);
  const staying = useStaying();
  const view = useStream('timetable', undefined);
  if (view.error !== undefined) return <Trouble error={view.error} />;
  if (view.value === undefined) return <Opening />;
  const { slots, now } = view.value;
  const show = (next: Beside | null) => {
    if (!staying) setBeside(next);
  };
  const close = () => show(null);
  const mayChange = may('timetable.change');
  const add = (weekday: number, begins: number) => show({ about: 'new', weekday, begins });
  return (
    <WeekProvider value={view.value}>
      <PlaceFrame
        screen="timetable"
        title={say('title')}
        aside={say('slots', { count: slots.length })}
        tools={
          <>
            <Acts mayChange={mayChange} onShow={show} onNew={() => add(1, firstHour)} />
            <HubAway status={status} />
            {mayChange && now?.sure !== true && (
              <div className="timetable__unsure">
                <p>{say('unsure')}</p>
                <Button
                  icon={CalendarCheck}
                  label={say('unsure.do')}
                  onPress={() => show({ about: 'today' })}
                />
              </div>
            )}
          </>
        }
        panel={beside === null ? undefined : <Panel beside={beside} onShow={show} />}
        onEscape={close}
      >
        {slots.length === 0 ? (
          <Empty
            screen="timetable-empty"
            drawing="moon"
            title={say('empty.title')}
            advice={say(mayChange ? 'empty.do' : 'empty.see')}
          />
        ) : (
          <WeekGrid
            chosen={beside?.about === 'slot' ? beside.slot : null}
            onSlot={(slot) => show({ about: 'slot', slot })}
            onAdd={mayChange ? add : null}
          />
        )}
      </PlaceFrame>
    </WeekProvider>
  );
}

interface ActsProps {
  readonly mayChange: boolean;
  readonly onShow: (beside: Beside) => void;
  readonly onNew: () => void;
}

function Acts({ mayChange, onShow, onNew }: ActsProps) {
  const say = useTimetableSay();
  return (
    <div className="timetable__acts">
      {mayChange && <Button icon={CalendarPlus} label={say('new')} onPress={onNew} />}
      <Button
        icon={CalendarCheck}
        label={say('today')}
        onPress={() => onShow({ about: 'today' })}
      />
      <Button icon={Clock} label={say('hours')} onPress={() => onShow({ about: 'hours' })} />
      <Button
        icon={ListOrdered}
        label={say('waiting')}
        onPress={() => onShow({ about: 'waiting' })}
      />
      {mayChange && (
        <Button
          icon={SlidersHorizontal}
          label={say('rules')}
          onPress={() => onShow({ about: 'rules' })}
        />
      )}
    </div>
  );
}

function Panel(props: {
  readonly beside: Beside;
  readonly onShow: (beside: Beside | null) => void;
}) {
  const { beside, onShow } = props;
  const onClose = () => onShow(null);
  switch (beside.about) {
    case 'slot':
      return <SlotPanel key={beside.slot} slot={beside.slot} onClose={onClose} />;
    case 'new':
      return (
        <SlotPanel
          key={`${beside.weekday}:${beside.begins}`}
          slot={null}
          at={beside}
          onClose={onClose}
        />
      );
    case 'hours':
      return <HoursPanel onClose={onClose} />;
    case 'waiting':
      return <WaitingPanel onClose={onClose} />;
    case 'today':
      return <TodayPanel onClose={onClose} />;
    case 'rules':
      return <RulesPanel onClose={onClose} />;
  }
}
