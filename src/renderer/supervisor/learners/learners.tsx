import { FileUp, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import type { StationStatus } from '../../../shared/contracts/ipc/status-views.ts';
import type { LearnerId } from '../../../shared/ids.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { bringInTexts } from '../../i18n/texts/supervisor/bring-in.ts';
import { learnersTexts } from '../../i18n/texts/supervisor/learners.ts';
import { newLearnerTexts } from '../../i18n/texts/supervisor/new-learner.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../desk/empty.tsx';
import { HubAway } from '../desk/hub-away.tsx';
import { Opening } from '../desk/opening.tsx';
import { PlaceFrame } from '../desk/place-frame.tsx';
import { Trouble } from '../desk/trouble.tsx';
import { useStaying } from '../desk/stay.tsx';
import { useMay } from '../may.tsx';
import { useStream } from '../station.ts';
import { BringIn } from './bring-in/bring-in.tsx';
import { SaveList } from './bring-in/save-list.tsx';
import { LearnerFilters } from './learner-filters.tsx';
import { LearnerPanel } from './learner-panel.tsx';
import { LearnerTable } from './learner-table.tsx';
import { focusLine } from './line-focus.ts';
import { NewLearnerPanel } from './new-learner/new-learner-panel.tsx';
import type { MadeLearner } from './new-learner/new-learner-panel.tsx';
import { NoneFound } from './none-found.tsx';
import { useLearnerList } from './learner-list.ts';

const useLearnersSay = createSayHook(learnersTexts);
const useNewSay = createSayHook(newLearnerTexts);
const useBringSay = createSayHook(bringInTexts);

/** What the panel beside the list is about. */
type Beside =
  | { readonly about: 'learner'; readonly learner: LearnerId }
  | { readonly about: 'new' };

/** Everybody who learns here, to be found and looked at one by one. */
export function Learners({ status }: { readonly status: StationStatus }) {
  const learners = useStream('learners', undefined);
  if (learners.error !== undefined) return <Trouble error={learners.error} />;
  if (learners.value === undefined) return <Opening />;
  return <LearnerList rows={learners.value.learners} status={status} />;
}

interface LearnerListProps {
  readonly rows: readonly LearnerRow[];
  readonly status: StationStatus;
}

function LearnerList({ rows, status }: LearnerListProps) {
  const say = useLearnersSay();
  const list = useLearnerList(rows);
  const [beside, setBeside] = useState<Beside | null>(null);
  const [made, setMade] = useState<MadeLearner | null>(null);
  const [bringing, setBringing] = useState(false);
  const chosen = beside?.about === 'learner' ? beside.learner : null;
  const staying = useStaying();
  const show = (next: Beside | null) => {
    if (!staying) setBeside(next);
  };
  const close = () => {
    setBeside(null);
    if (chosen !== null) focusLine(chosen);
  };
  const total = rows.filter(({ disabled }) => disabled === list.wanted.closed).length;
  // What is told once stays until it was seen.
  const about = made === null ? beside?.about : 'new';
  const counts = { count: list.found.length, total };
  const panels = {
    learner: chosen !== null && <LearnerPanel learner={chosen} onClose={close} />,
    new: <NewLearnerPanel rows={rows} made={made} onMade={setMade} onClose={close} />,
  };
  if (bringing) return <BringIn onClose={() => setBringing(false)} />;
  return (
    <PlaceFrame
      screen="learners"
      title={say('title')}
      aside={list.found.length === total ? say('total', counts) : say('shown', counts)}
      acts={<Acts onNew={() => show({ about: 'new' })} onBring={() => setBringing(!staying)} />}
      tools={
        <>
          <HubAway status={status} />
          {rows.length > 0 && (
            <LearnerFilters rows={rows} wanted={list.wanted} onWant={list.want} />
          )}
        </>
      }
      panel={about === undefined ? undefined : panels[about]}
      onEscape={close}
    >
      {list.found.length === 0 ? (
        <Nobody here={rows.length > 0} typed={list.wanted.typed} onAll={list.wantAll} />
      ) : (
        <LearnerTable
          rows={list.found}
          order={list.order}
          onOrder={list.orderBy}
          chosen={chosen}
          onChoose={(learner) => show({ about: 'learner', learner })}
        />
      )}
    </PlaceFrame>
  );
}

interface ActsProps {
  readonly onNew: () => void;
  readonly onBring: () => void;
}

/** What is done about many, or about somebody who is not here yet. */
function Acts({ onNew, onBring }: ActsProps) {
  const say = useNewSay();
  const sayList = useBringSay();
  const may = useMay();
  return (
    <>
      {may('record.print') && <SaveList />}
      {may('learner.import') && <Button icon={FileUp} label={sayList('title')} onPress={onBring} />}
      {may('learner.create') && <Button icon={UserPlus} label={say('title')} onPress={onNew} />}
    </>
  );
}

interface NobodyProps {
  /** Whether there is anybody at all. */
  readonly here: boolean;
  readonly typed: string;
  readonly onAll: () => void;
}

function Nobody({ here, typed, onAll }: NobodyProps) {
  const say = useLearnersSay();
  const may = useMay();
  if (here) return <NoneFound typed={typed} onAll={onAll} />;
  const advice = say(may('learner.create') ? 'empty.add' : 'empty.do');
  return (
    <Empty screen="learners-empty" drawing="book" title={say('empty.title')} advice={advice} />
  );
}
