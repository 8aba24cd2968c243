import { ArrowLeft, Check, ChevronRight, Plus, X } from 'lucide-react';
import { useState } from 'react';
import { readingCommands } from '../../../../shared/contracts/commands/reading-commands.ts';
import type { RoomEntryView } from '../../../../shared/contracts/ipc/reading-room-view.ts';
import { formatDate } from '../../../../shared/khmer/dates.ts';
import { inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { PanelHead } from '../../desk/panel-head.tsx';
import { useStay } from '../../desk/stay.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { LabDayNote } from '../../form/lab-day-note.tsx';
import { ReasonField } from '../../form/reason-field.tsx';
import { useHubCommand } from '../../hub-command.ts';
import { useStream } from '../../station.ts';
import { CountFields } from './count-fields.tsx';
import { sayCount, useRoomSay } from './say-room.ts';
import { countOf, nothingTyped, typedOf } from './typed-count.ts';
import '../../form/form.css';
import '../stations/stations.css';
import './reading-room.css';

/** Counting visits and paper books, and correcting what was counted ([LIB6]). */
export function ReadingRoomPanel({ onClose }: { readonly onClose: () => void }) {
  const say = useRoomSay();
  const [chosen, setChosen] = useState<RoomEntryView | null>(null);
  const [wasCorrecting, setWasCorrecting] = useState(false);
  const choose = (entry: RoomEntryView | null) => {
    setWasCorrecting(entry === null);
    setChosen(entry);
  };
  const { value, error } = useStream('reading-room', { span: 'day' });
  return (
    <section className="stations" aria-label={say('count')}>
      <PanelHead
        screen={chosen === null ? 'reading-room' : 'reading-room-correct'}
        onClose={onClose}
      >
        <h2 className="stations__title">{say('count')}</h2>
      </PanelHead>
      {error !== undefined && <CommandTrouble error={error} />}
      {value?.today === null && <p className="stations__part">{say('day.unknown')}</p>}
      {value && value.today !== null && chosen !== null && (
        <CorrectForm
          key={chosen.id}
          entry={chosen}
          today={value.today}
          onBack={() => choose(null)}
        />
      )}
      {value && value.today !== null && chosen === null && (
        <>
          <CountForm today={value.today} />
          <Entries entries={value.entries} focused={wasCorrecting} onChoose={choose} />
        </>
      )}
    </section>
  );
}

function CountForm({ today }: { readonly today: string }) {
  const say = useRoomSay();
  const [typed, setTyped] = useState(nothingTyped);
  const [done, setDone] = useState<string | null>(null);
  const send = useHubCommand(readingCommands['reading-room.count']);
  useStay(send.pending);
  const count = countOf(typed, today);
  const act = async () => {
    if (count === null || (await send.run({ count })) === undefined) return;
    setDone(sayCount(count, say));
    // The next is often of the same day.
    setTyped({ ...nothingTyped, kind: typed.kind, day: typed.day });
  };
  return (
    <div className="stations__part form">
      {done !== null && (
        <output className="reading-room__done">{say('done', { what: done })}</output>
      )}
      <LabDayNote />
      <CountFields
        typed={typed}
        today={today}
        onChange={(next) => {
          send.clearError();
          setDone(null);
          setTyped(next);
        }}
      />
      {send.error !== undefined && <CommandTrouble error={send.error} />}
      <Button
        icon={Plus}
        label={say('count.do')}
        tone="next"
        disabled={count === null || send.pending}
        onPress={() => void act()}
      />
    </div>
  );
}

interface EntriesProps {
  /** Whether the keyboard goes on from here, as what it was at is gone. */
  readonly focused: boolean;
  readonly entries: readonly RoomEntryView[];
  readonly onChoose: (entry: RoomEntryView) => void;
}

function Entries({ entries, focused, onChoose }: EntriesProps) {
  const say = useRoomSay();
  return (
    <>
      <div className="stations__part">
        <h3 tabIndex={-1} ref={focused ? focusOnce : undefined}>
          {say('entries')}
        </h3>
        {entries.length === 0 && <p>{say('entries.none')}</p>}
      </div>
      <ul className="stations__list">
        {entries.map((entry) => (
          <li key={entry.id}>
            <button type="button" onClick={() => onChoose(entry)}>
              <EntryWords entry={entry} />
              <ChevronRight aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function EntryWords({ entry: { count, by, byName } }: { readonly entry: RoomEntryView }) {
  const say = useRoomSay();
  const language = useLanguage();
  const name = byName === null ? by : inLanguage(byName, language);
  return (
    <span>
      <strong>{sayCount(count, say)}</strong>
      <small>{say('entry.under', { day: formatDate(count.day, language), name })}</small>
    </span>
  );
}

interface CorrectFormProps {
  readonly entry: RoomEntryView;
  readonly today: string;
  readonly onBack: () => void;
}

function CorrectForm({ entry, today, onBack }: CorrectFormProps) {
  const say = useRoomSay();
  const [typed, setTyped] = useState(() => typedOf(entry.count));
  const [reason, setReason] = useState<string | null>(null);
  const correct = useHubCommand(readingCommands['reading-room.correct']);
  useStay(correct.pending);
  const count = countOf(typed, today);
  const isSame = JSON.stringify(count) === JSON.stringify(countOf(typedOf(entry.count), today));
  const act = async (instead: typeof count) => {
    if (reason === null) return;
    const done = await correct.run({ entry: entry.id, count: instead }, { reason });
    if (done !== undefined) onBack();
  };
  return (
    <div className="stations__part form">
      <h3 tabIndex={-1} ref={focusOnce}>
        {say('correct.title')}
      </h3>
      <EntryWords entry={entry} />
      <p>{say('correct.what')}</p>
      <LabDayNote />
      <CountFields typed={typed} today={today} onChange={setTyped} />
      <ReasonField
        reasons={{
          miscounted: say('correct.miscounted'),
          'counted-twice': say('correct.twice'),
          'other-day': say('correct.day'),
          'other-sort': say('correct.sort'),
        }}
        onChange={setReason}
      />
      {correct.error !== undefined && <CommandTrouble error={correct.error} />}
      <Button
        icon={Check}
        label={say('correct.save')}
        tone="next"
        disabled={count === null || isSame || reason === null || correct.pending}
        onPress={() => void act(count)}
      />
      <Button
        icon={X}
        label={say('correct.strike')}
        disabled={reason === null || correct.pending}
        onPress={() => void act(null)}
      />
      <Button
        icon={ArrowLeft}
        label={say('back')}
        tone="quiet"
        disabled={correct.pending}
        onPress={onBack}
      />
    </div>
  );
}

const focusOnce = (heading: HTMLHeadingElement | null) => heading?.focus();
