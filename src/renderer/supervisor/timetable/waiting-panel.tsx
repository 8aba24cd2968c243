import { ListPlus, X } from 'lucide-react';
import { useState } from 'react';
import { waitKey } from '../../../domain/timetable/waiting.ts';
import { timetableCommands } from '../../../shared/contracts/commands/timetable-commands.ts';
import type { LearnerCard } from '../../../shared/contracts/ipc/views.ts';
import type { WaitTarget } from '../../../shared/contracts/timetable.ts';
import { formatDate } from '../../../shared/khmer/dates.ts';
import { createSayHook, inLanguage, useLanguage } from '../../i18n/language.tsx';
import { weekTexts } from '../../i18n/texts/supervisor/timetable-panels.ts';
import { Button } from '../../ui/button.tsx';
import { Tile } from '../../ui/tile.tsx';
import { PanelHead } from '../desk/panel-head.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { Select } from '../form/select.tsx';
import { useHubCommand } from '../hub-command.ts';
import { useMay } from '../may.tsx';
import { useStream } from '../station.ts';
import { FindPerson } from './find-person.tsx';
import { useWeek } from './use-timetable.ts';

const useWeekSay = createSayHook(weekTexts);

/** Who waits for a seat in which group or course, in order ([TTB8]). */
export function WaitingPanel({ onClose }: { readonly onClose: () => void }) {
  const say = useWeekSay();
  const may = useMay();
  const { waiting } = useWeek();
  const targets = useTargets();
  const change = useHubCommand(timetableCommands['timetable.wait']);
  const rows = targets
    .map((target) => ({
      ...target,
      people: waiting.filter((each) => waitKey(each.for) === target.key),
    }))
    .filter(({ people }) => people.length > 0);
  return (
    <section aria-label={say('wait.title')}>
      <PanelHead screen="week-waiting" onClose={onClose}>
        <h2 className="learner-panel__title">{say('wait.title')}</h2>
      </PanelHead>
      <div className="form timetable__form">
        {rows.length === 0 && <p>{say('wait.none')}</p>}
        {rows.map(({ key, name, people }) => (
          <section key={key} className="timetable__part">
            <h3>{name}</h3>
            <ol className="timetable__people">
              {people.map(({ learner, since, for: target }, at) => (
                <WaitLine
                  key={learner.learner}
                  learner={learner}
                  place={at + 1}
                  since={since}
                  onOff={
                    may('timetable.change')
                      ? () =>
                          void change.run({
                            learner: learner.learner,
                            for: target,
                            waits: false,
                          })
                      : null
                  }
                />
              ))}
            </ol>
          </section>
        ))}
        <p className="form__soft">{say('wait.seat')}</p>
        {change.error !== undefined && <CommandTrouble error={change.error} />}
        {may('timetable.change') && <PutOnList targets={targets} />}
      </div>
    </section>
  );
}

interface WaitLineProps {
  readonly learner: LearnerCard;
  readonly place: number;
  readonly since: string;
  readonly onOff: (() => void) | null;
}

function WaitLine({ learner, place, since, onOff }: WaitLineProps) {
  const say = useWeekSay();
  const language = useLanguage();
  const name = inLanguage(learner.name, language);
  return (
    <li>
      <Tile tile={learner.tile} />
      <span>
        <strong>{name}</strong>
        {say('wait.since', { place, date: formatDate(since, language) })}
      </span>
      {onOff !== null && (
        <button type="button" aria-label={say('wait.off', { name })} onClick={onOff}>
          <X aria-hidden="true" />
        </button>
      )}
    </li>
  );
}

interface Target {
  readonly key: string;
  readonly name: string;
  readonly for: WaitTarget;
}

/** The groups within reach, and the courses that are here. */
function useTargets(): readonly Target[] {
  const language = useLanguage();
  const { groups } = useWeek();
  const courses = useStream('courses', undefined).value?.courses ?? [];
  return [
    ...groups.map(({ group, name }) => ({
      key: group,
      name: inLanguage(name, language),
      for: { group },
    })),
    ...courses.map(({ course, title }) => ({
      key: course,
      name: inLanguage(title, language),
      for: { course },
    })),
  ];
}

function PutOnList({ targets }: { readonly targets: readonly Target[] }) {
  const say = useWeekSay();
  const [learner, setLearner] = useState<LearnerCard | null>(null);
  const [key, setKey] = useState<string | null>(null);
  const [times, setTimes] = useState(0);
  const put = useHubCommand(timetableCommands['timetable.wait']);
  const target = targets.find((each) => each.key === key);
  const save = async () => {
    if (learner === null || target === undefined) return;
    const done = await put.run({ learner: learner.learner, for: target.for, waits: true });
    if (done === undefined) return;
    setLearner(null);
    setTimes(times + 1);
  };
  return (
    <section className="timetable__part form">
      <FindPerson key={times} chosen={learner} onChoose={setLearner} without={new Set()} />
      <Select
        label={say('wait.for')}
        none="–"
        options={targets.map((each) => ({ value: each.key, label: each.name }))}
        value={key}
        onChange={setKey}
      />
      {put.error !== undefined && <CommandTrouble error={put.error} />}
      <Button
        icon={ListPlus}
        label={say('wait.put')}
        disabled={learner === null || target === undefined || put.pending}
        onPress={() => void save()}
      />
    </section>
  );
}
