import { NotebookPen, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { noteCommands } from '../../../../shared/contracts/commands/note-commands.ts';
import type { NoteView } from '../../../../shared/contracts/ipc/learner-page-view.ts';
import type { LearnerRow } from '../../../../shared/contracts/ipc/views.ts';
import { learnerNotes } from '../../../../shared/contracts/note.ts';
import type { LearnerNote } from '../../../../shared/contracts/note.ts';
import { formatDate } from '../../../../shared/khmer/dates.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { learnerPageTexts } from '../../../i18n/texts/supervisor/learner-page.ts';
import { Button } from '../../../ui/button.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { LabDayNote } from '../../form/lab-day-note.tsx';
import { Select } from '../../form/select.tsx';
import { useHubCommand } from '../../hub-command.ts';
import { useMay } from '../../may.tsx';

const usePageSay = createSayHook(learnerPageTexts);

interface NotesPartProps {
  readonly row: LearnerRow;
  readonly notes: readonly NoteView[];
}

/** What staff note of how somebody learns, out of a list and never in words of their own ([LPG4]). */
export function NotesPart({ row, notes }: NotesPartProps) {
  const say = usePageSay();
  const may = useMay();
  const writes = may('note.write', { groups: [row.learner.group], scopes: [row.scope] });
  return (
    <div className="notes-part">
      {notes.length === 0 && <p className="learner-about__soft">{say('notes.none')}</p>}
      <ul>
        {notes.map((note) => (
          <Note key={note.id} note={note} row={row} writes={writes} />
        ))}
      </ul>
      {writes && <NewNote row={row} standing={notes.map(({ note }) => note)} />}
    </div>
  );
}

interface NoteProps {
  readonly note: NoteView;
  readonly row: LearnerRow;
  readonly writes: boolean;
}

function Note({ note, row, writes }: NoteProps) {
  const say = usePageSay();
  const language = useLanguage();
  const back = useHubCommand(noteCommands['note.take-back']);
  const words = say(`note.${note.note}`);
  const by = note.by === null ? '' : ` · ${inLanguage(note.by, language)}`;
  return (
    <li>
      <div className="notes-part__note">
        <div>
          <strong>{words}</strong>
          <p className="learner-about__soft">{formatDate(note.day, language) + by}</p>
        </div>
        {writes && (
          <Button
            icon={Undo2}
            label={say('notes.back')}
            tone="quiet"
            disabled={back.pending}
            onPress={() => void back.run({ learner: row.learner.learner, note: note.id })}
          />
        )}
      </div>
      {back.error !== undefined && <CommandTrouble error={back.error} />}
    </li>
  );
}

interface NewNoteProps {
  readonly row: LearnerRow;
  /** What is noted already: nothing is noted twice. */
  readonly standing: readonly LearnerNote[];
}

function NewNote({ row, standing }: NewNoteProps) {
  const say = usePageSay();
  const [chosen, setChosen] = useState<LearnerNote | null>(null);
  const make = useHubCommand(noteCommands['note.make']);
  const note = async (what: LearnerNote) => {
    const done = await make.run({ learner: row.learner.learner, note: what });
    if (done !== undefined) setChosen(null);
  };
  return (
    <div className="form notes-part__new">
      <LabDayNote />
      <Select
        label={say('notes.new')}
        none={say('notes.choose')}
        options={learnerNotes
          .filter((each) => !standing.includes(each))
          .map((value) => ({ value, label: say(`note.${value}`) }))}
        value={chosen}
        onChange={setChosen}
      />
      {make.error !== undefined && <CommandTrouble error={make.error} />}
      <Button
        icon={NotebookPen}
        label={say('notes.make')}
        disabled={chosen === null || make.pending}
        onPress={() => void (chosen && note(chosen))}
      />
    </div>
  );
}
