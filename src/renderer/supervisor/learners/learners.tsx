import { FileUp, UserPlus } from 'lucide-react';
import { useState } from 'react';
import type { CoursesView } from '../../../shared/contracts/ipc/people-views.ts';
import type { LearnerRow, LearnersView } from '../../../shared/contracts/ipc/views.ts';
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
import { WholePage } from '../learner/page/whole-page.tsx';
import { NumberList } from '../groups/first/number-list.tsx';
import { useFirstSignIns } from '../groups/first/use-first-sign-ins.ts';
import { useMay } from '../may.tsx';
import { useStream } from '../station.ts';
import { BringIn } from './bring-in/bring-in.tsx';
import { SaveList } from './bring-in/save-list.tsx';
import { LearnerFilters } from './learner-filters.tsx';
import { LearnerPanel } from './learner-panel.tsx';
import { LearnerTable } from './learner-table.tsx';
import { focusLine } from './line-focus.ts';
import { ManyPanel } from './many/many-panel.tsx';
import { NewLearnerPanel } from './new-learner/new-learner-panel.tsx';
import type { MadeLearner } from './new-learner/new-learner-panel.tsx';
import { NoneFound } from './none-found.tsx';
import { useLearnerList } from './learner-list.ts';
import { TickBar } from './ticks/tick-bar.tsx';
import { useTicks } from './ticks/use-ticks.ts';
import type { Ticks } from './ticks/use-ticks.ts';

const useLearnersSay = createSayHook(learnersTexts);
const useNewSay = createSayHook(newLearnerTexts);
const useBringSay = createSayHook(bringInTexts);

const noCourses: CoursesView['courses'] = [];

/** What the panel beside the list is about. */
type Beside =
  | { readonly about: 'learner'; readonly learner: LearnerId }
  | { readonly about: 'new' }
  | { readonly about: 'many' };

/** Everybody who learns here, to be found and looked at one by one. */
export function Learners({ status }: { readonly status: StationStatus }) {
  const learners = useStream('learners', undefined);
  if (learners.error !== undefined) return <Trouble error={learners.error} />;
  if (learners.value === undefined) return <Opening />;
  return <LearnerList {...learners.value} status={status} />;
}

interface LearnerListProps extends LearnersView {
  readonly status: StationStatus;
}

function LearnerList({ learners: rows, today, status }: LearnerListProps) {
  const say = useLearnersSay();
  const may = useMay();
  const courses = useStream('courses', undefined).value?.courses ?? noCourses;
  const list = useLearnerList(rows, { courses, today });
  const ticks = useTicks(rows, list.found);
  const first = useFirstSignIns();
  const [beside, setBeside] = useState<Beside | null>(null);
  const [made, setMade] = useState<MadeLearner | null>(null);
  const [bringing, setBringing] = useState(false);
  const [whole, setWhole] = useState(false);
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
  const counts = { count: list.found.length, total };
  const found = list.found.length === total ? undefined : list.found;
  const over = () => {
    ticks.clear();
    close();
  };
  const panels = {
    learner: chosen !== null && (
      <LearnerPanel learner={chosen} onClose={close} onWhole={() => setWhole(!staying)} />
    ),
    new: <NewLearnerPanel rows={rows} made={made} onMade={setMade} onClose={close} />,
    many: ticks.rows.length > 0 && (
      <ManyPanel rows={ticks.rows} onNumbers={first.begin} onOver={over} onClose={close} />
    ),
  };
  // What is told once stays until it was seen.
  const about = made === null ? beside?.about : 'new';
  const asked = about === undefined ? undefined : panels[about] || undefined;
  const panel = first.list === null ? asked : <NumberList {...first} />;
  if (whole && chosen !== null) {
    return <WholePage learner={chosen} onClose={() => setWhole(false)} />;
  }
  if (bringing) return <BringIn onClose={() => setBringing(false)} />;
  return (
    <PlaceFrame
      screen="learners"
      title={say('title')}
      aside={list.found.length === total ? say('total', counts) : say('shown', counts)}
      acts={
        <Acts
          found={list.wanted.closed ? null : found?.map(({ learner }) => learner.learner)}
          onNew={() => show({ about: 'new' })}
          onBring={() => setBringing(!staying)}
        />
      }
      tools={
        <>
          <HubAway status={status} />
          {rows.length > 0 && (
            <LearnerFilters
              rows={rows}
              wanted={list.wanted}
              onWant={list.want}
              ground={{ courses, today }}
            />
          )}
          {ticks.rows.length > 0 && (
            <TickBar
              count={ticks.rows.length}
              unseen={unseenOf(ticks, list.found)}
              acting={about === 'many'}
              onAct={() => show({ about: 'many' })}
              onClear={ticks.clear}
            />
          )}
        </>
      }
      panel={panel}
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
          ticks={may('learner.change') ? ticks : undefined}
          today={today}
        />
      )}
    </PlaceFrame>
  );
}

/** How many are ticked who are not in the list as it is shown. */
function unseenOf({ rows }: Ticks, found: readonly LearnerRow[]): number {
  const shown = new Set(found.map(({ learner }) => learner.learner));
  return rows.filter(({ learner }) => !shown.has(learner.learner)).length;
}

interface ActsProps {
  /** Who is found; undefined where everybody is, null where they can't be saved as a list. */
  readonly found: readonly LearnerId[] | null | undefined;
  readonly onNew: () => void;
  readonly onBring: () => void;
}

/** What is done about many, or about somebody who is not here yet. */
function Acts({ found, onNew, onBring }: ActsProps) {
  const say = useNewSay();
  const sayList = useBringSay();
  const may = useMay();
  return (
    <>
      {may('record.print') && found !== null && <SaveList learners={found} />}
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
