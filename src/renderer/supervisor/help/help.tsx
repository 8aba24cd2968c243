import { useState } from 'react';
import type { HelpQueue } from '../../../shared/contracts/ipc/help-views.ts';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import type { EventId } from '../../../shared/ids.ts';
import { sayDuration } from '../../i18n/duration.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { helpTexts } from '../../i18n/texts/supervisor/help.ts';
import { Empty } from '../desk/empty.tsx';
import { HubAway } from '../desk/hub-away.tsx';
import { Opening } from '../desk/opening.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import { Trouble } from '../desk/trouble.tsx';
import { seatState } from '../room/seat-state.ts';
import { useStream } from '../station.ts';
import { RequestList } from './request-list.tsx';
import { RequestPanel } from './request-panel.tsx';
import { UnaskedList } from './unasked-list.tsx';
import { waitingIn } from './waiting.ts';
import './help.css';

const useHelpSay = createSayHook(helpTexts);

/** Who asked for help, the oldest first, and who should have ([HLQ1]). */
export function Help({ status }: { readonly status: StationStatus }) {
  const say = useHelpSay();
  const queue = useStream('help', undefined);
  const room = useStream('room', undefined);
  const [chosen, setChosen] = useState<EventId | null>(null);
  const error = queue.error ?? room.error;
  if (error !== undefined) return <Trouble error={error} />;
  if (queue.value === undefined || room.value === undefined) return <Opening />;
  const { requests, tutors, today } = queue.value;
  const unasked = room.value.seats.filter((seat) => seatState(seat) === 'stuck');
  const close = () => setChosen(null);
  return (
    <PlaceFrame
      screen="help"
      title={say('title')}
      aside={say('waiting', { count: waitingIn(requests) })}
      tools={<HubAway status={status} />}
      panel={
        chosen === null ? undefined : (
          <RequestPanel
            key={chosen}
            request={requests.find(({ request }) => request === chosen)}
            tutors={tutors}
            onClose={close}
          />
        )
      }
      onEscape={close}
    >
      <div className="help">
        {requests.length === 0 ? (
          <Empty
            screen="help-empty"
            drawing="lotus"
            title={say('empty.title')}
            advice={say('empty.do')}
          />
        ) : (
          <>
            <h2 className="help__heading">{say('asked')}</h2>
            <RequestList requests={requests} chosen={chosen} onChoose={setChosen} />
          </>
        )}
        {unasked.length > 0 && <UnaskedList seats={unasked} />}
        {today !== null && today.asked > 0 && <Today today={today} />}
      </div>
    </PlaceFrame>
  );
}

/** This lab day in numbers ([HLQ7]). */
function Today({ today }: { readonly today: NonNullable<HelpQueue['today']> }) {
  const say = useHelpSay();
  const language = useLanguage();
  const { asked, answered, waitedP50Ms, waitNotKnown } = today;
  return (
    <p className="help__today">
      {[
        say('today', { asked, answered }),
        ...(waitedP50Ms === null
          ? []
          : [say('today.wait', { time: sayDuration(wholeMinutes(waitedP50Ms), language) })]),
        ...(waitNotKnown === 0 ? [] : [say('today.unknown', { count: waitNotKnown })]),
      ].join(' · ')}
    </p>
  );
}

const minuteMs = 60_000;

/** The next whole minute: half waited no longer. */
const wholeMinutes = (ms: number) => Math.max(1, Math.ceil(ms / minuteMs)) * minuteMs;
