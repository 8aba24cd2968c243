import { useState } from 'react';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import type { AuditFilter, AuditRow } from '../../../shared/contracts/audit.ts';
import type { LearnerId } from '../../../shared/ids.ts';
import { HubAway } from '../desk/hub-away.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import { useStaying } from '../desk/stay.tsx';
import { LearnerPanel } from '../learners/learner-panel.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { Kept } from './kept.tsx';
import { Month } from './month.tsx';
import { useAuditSay, useNamed } from './names.ts';
import { Trail } from './trail.tsx';
import { TrailFilters } from './trail-filters.tsx';
import './audit.css';

const tabs = ['trail', 'kept', 'month'] as const;
type Tab = (typeof tabs)[number];

/** What the panel beside is about. */
type Beside =
  | { readonly about: 'entry'; readonly row: AuditRow; readonly erased: readonly LearnerId[] }
  | { readonly about: 'learner'; readonly learner: LearnerId };

/** Who looked at what and who changed it, how long records are kept, a month to be printed ([AUD5]). */
export function Audit({ status }: { readonly status: StationStatus }) {
  const say = useAuditSay();
  const named = useNamed();
  const [tab, setTab] = useState<Tab>('trail');
  const [filter, setFilter] = useState<AuditFilter>({});
  const [beside, setBeside] = useState<Beside | null>(null);
  const staying = useStaying();
  const show = (next: Beside | null) => {
    if (!staying) setBeside(next);
  };
  const close = () => setBeside(null);
  const choose = (next: Tab) => {
    if (staying) return;
    setTab(next);
    close();
  };
  return (
    <PlaceFrame
      screen={`audit-${tab}`}
      title={say('title')}
      aside={say('about')}
      tools={
        <>
          <HubAway status={status} />
          <Tabs tab={tab} onChoose={choose} />
          {tab === 'trail' && <TrailFilters named={named} filter={filter} onFilter={setFilter} />}
        </>
      }
      panel={
        beside === null ? undefined : (
          <BesidePanel beside={beside} named={named} onFilter={setFilter} onClose={close} />
        )
      }
      onEscape={close}
    >
      {tab === 'trail' && (
        <Trail
          key={JSON.stringify(filter)}
          filter={filter}
          named={named}
          chosen={beside?.about === 'entry' ? beside.row : null}
          onChoose={(row, erased) => show({ about: 'entry', row, erased })}
        />
      )}
      {tab === 'kept' && (
        <Kept
          named={named}
          chosen={beside?.about === 'learner' ? beside.learner : null}
          onChoose={(learner) => show({ about: 'learner', learner })}
        />
      )}
      {tab === 'month' && <Month />}
    </PlaceFrame>
  );
}

function Tabs(props: { readonly tab: Tab; readonly onChoose: (tab: Tab) => void }) {
  const say = useAuditSay();
  return (
    <div className="audit__tabs">
      {tabs.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === props.tab}
          onClick={() => props.onChoose(each)}
        >
          {say(`tab.${each}`)}
        </button>
      ))}
    </div>
  );
}

interface BesidePanelProps {
  readonly beside: Beside;
  readonly named: Parameters<typeof EntryPanel>[0]['named'];
  readonly onFilter: (filter: AuditFilter) => void;
  readonly onClose: () => void;
}

function BesidePanel({ beside, onClose, ...rest }: BesidePanelProps) {
  if (beside.about === 'learner') {
    return <LearnerPanel key={beside.learner} learner={beside.learner} onClose={onClose} />;
  }
  return <EntryPanel {...rest} row={beside.row} erased={beside.erased} onClose={onClose} />;
}
