import { Check, PencilLine } from 'lucide-react';
import { useState } from 'react';
import { recordCommands } from '../../../../../shared/contracts/commands/record-commands.ts';
import type { Correcting } from '../../../../../shared/contracts/correction.ts';
import { recordDeedsTexts } from '../../../../i18n/texts/supervisor/record-deeds.ts';
import { Button } from '../../../../ui/button.tsx';
import { Opening } from '../../../desk/opening.tsx';
import { CommandTrouble } from '../../../desk/trouble.tsx';
import { useHubAnswer } from '../../../hub-answer.ts';
import { useHubCommand } from '../../../hub-command.ts';
import type { SecondPerson } from '../../../hub-command.ts';
import { SecondPersonForm } from '../../../second-person/second-person-form.tsx';
import type { DeedFormProps, LearnerDeed } from '../learner-deed.ts';
import { useRecordSay } from '../record/record-say.ts';
import { ChooseLesson } from './choose-lesson.tsx';
import { ChooseWay } from './choose-way.tsx';
import { Earlier } from './earlier.tsx';
import { lessonRecords } from './lesson-record.ts';
import type { LessonRecord } from './lesson-record.ts';
import { ToSign } from './old-and-new.tsx';

/** Correcting a record: which lesson, what will count instead, why, and the second signature ([COR3]). */
function CorrectForm({ row, page, onDone }: DeedFormProps) {
  const say = useRecordSay();
  const { learner } = row.learner;
  const { answer, error } = useHubAnswer(recordCommands['record.about'], { learner });
  const [chosen, setChosen] = useState<LessonRecord>();
  const [what, setWhat] = useState<Correcting>();
  const correct = useHubCommand(recordCommands['record.correct']);
  const [came, setCame] = useState(false);
  if (error !== undefined) return <CommandTrouble error={error} />;
  if (answer === undefined) return <Opening />;
  const sign = async (second: SecondPerson) => {
    if (what === undefined) return;
    if ((await correct.run({ learner, what }, { second })) !== undefined) setCame(true);
  };
  const back = () => {
    correct.clearError();
    setWhat(undefined);
  };
  const records = lessonRecords(page, answer);
  return (
    <div className="record-deed">
      {came && <Came onDone={onDone} />}
      {!came && what === undefined && chosen === undefined && (
        <>
          <Earlier corrections={answer.corrections} records={records} onWithdraw={setWhat} />
          <ChooseLesson records={records} onChoose={setChosen} />
        </>
      )}
      {!came && what === undefined && chosen !== undefined && (
        <ChooseWay record={chosen} onGive={setWhat} onBack={() => setChosen(undefined)} />
      )}
      {!came && what !== undefined && (
        <>
          <ToSign what={what} records={records} corrections={answer.corrections} />
          <p className="record-deed__soft">{say('correct.will')}</p>
          <SecondPersonForm
            action="record.correct"
            pending={correct.pending}
            error={correct.error}
            onSign={(second) => void sign(second)}
            onBack={back}
          />
        </>
      )}
    </div>
  );
}

function Came({ onDone }: Pick<DeedFormProps, 'onDone'>) {
  const say = useRecordSay();
  return (
    <>
      <output className="record-deed__came">{say('correct.came')}</output>
      <Button icon={Check} label={say('close')} first onPress={onDone} />
    </>
  );
}

export const correctDeed: LearnerDeed = {
  screen: 'deed-correct',
  action: 'record.correct',
  icon: PencilLine,
  label: recordDeedsTexts['correct.label'],
  Form: CorrectForm,
};
