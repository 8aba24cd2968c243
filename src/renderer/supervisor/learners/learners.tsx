import { useState } from 'react';
import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import type { LearnerId } from '../../../shared/ids.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { learnersTexts } from '../../i18n/texts/supervisor/learners.ts';
import { Empty } from '../desk/empty.tsx';
import { HubAway } from '../desk/hub-away.tsx';
import { Opening } from '../desk/opening.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import { Trouble } from '../desk/trouble.tsx';
import { useStream } from '../station.ts';
import { LearnerFilters } from './learner-filters.tsx';
import { LearnerPanel } from './learner-panel.tsx';
import { LearnerTable } from './learner-table.tsx';
import { focusLine } from './line-focus.ts';
import { NoneFound } from './none-found.tsx';
import { useLearnerList } from './learner-list.ts';

const useLearnersSay = createSayHook(learnersTexts);

/** Everybody who learns here, to be found and looked at one by one. */
export function Learners({ status }: { readonly status: StationStatus }) {
  const say = useLearnersSay();
  const learners = useStream('learners', undefined);
  if (learners.error !== undefined) return <Trouble error={learners.error} />;
  if (learners.value === undefined) return <Opening />;
  const rows = learners.value.learners;
  if (rows.length === 0) {
    return (
      <PlaceFrame title={say('title')} tools={<HubAway status={status} />}>
        <Empty drawing="book" title={say('empty.title')} advice={say('empty.do')} />
      </PlaceFrame>
    );
  }
  return <LearnerList rows={rows} status={status} />;
}

interface LearnerListProps {
  readonly rows: readonly LearnerRow[];
  readonly status: StationStatus;
}

function LearnerList({ rows, status }: LearnerListProps) {
  const say = useLearnersSay();
  const list = useLearnerList(rows);
  const [chosen, setChosen] = useState<LearnerId | null>(null);
  const close = () => {
    setChosen(null);
    if (chosen !== null) focusLine(chosen);
  };
  const counts = { count: list.found.length, total: rows.length };
  return (
    <PlaceFrame
      title={say('title')}
      aside={list.found.length === rows.length ? say('total', counts) : say('shown', counts)}
      tools={
        <>
          <HubAway status={status} />
          <LearnerFilters rows={rows} wanted={list.wanted} onWant={list.want} />
        </>
      }
      panel={chosen === null ? undefined : <LearnerPanel learner={chosen} onClose={close} />}
      onEscape={close}
    >
      {list.found.length === 0 ? (
        <NoneFound typed={list.wanted.typed} onAll={list.wantAll} />
      ) : (
        <LearnerTable
          rows={list.found}
          order={list.order}
          onOrder={list.orderBy}
          chosen={chosen}
          onChoose={setChosen}
        />
      )}
    </PlaceFrame>
  );
}
