import { Eraser } from 'lucide-react';
import { useContext, useState } from 'react';
import { recordCommands } from '../../../../../shared/contracts/commands/record-commands.ts';
import { erasureReasons } from '../../../../../shared/contracts/erasure.ts';
import type { ErasureReason } from '../../../../../shared/contracts/erasure.ts';
import { inLanguage, useLanguage } from '../../../../i18n/language.tsx';
import { recordDeedsTexts } from '../../../../i18n/texts/supervisor/record-deeds.ts';
import { Opening } from '../../../desk/opening.tsx';
import { useStay } from '../../../desk/stay.tsx';
import { CommandTrouble } from '../../../desk/trouble.tsx';
import { useHubAnswer } from '../../../hub-answer.ts';
import { useHubCommand } from '../../../hub-command.ts';
import type { SecondPerson } from '../../../hub-command.ts';
import { SecondPersonForm } from '../../../second-person/second-person-form.tsx';
import type { DeedFormProps, LearnerDeed } from '../learner-deed.ts';
import { ReasonButtons } from '../record/reason-buttons.tsx';
import { useRecordSay } from '../record/record-say.ts';
import { ErasedContext } from './erased-context.ts';

/** Erasing a record: why, what will happen in a sentence, and the second person's signature ([ERA8]). */
function EraseForm({ row }: DeedFormProps) {
  const say = useRecordSay();
  const { learner } = row.learner;
  const about = useHubAnswer(recordCommands['record.about'], { learner });
  const [reason, setReason] = useState<ErasureReason>();
  if (about.error !== undefined) return <CommandTrouble error={about.error} />;
  if (about.answer === undefined) return <Opening />;
  if (about.answer.onHold) return <p className="record-deed__will">{say('erase.held')}</p>;
  return (
    <div className="record-deed">
      {reason === undefined ? (
        <>
          <h4>{say('erase.why')}</h4>
          <ReasonButtons icon={Eraser} reasons={erasureReasons} onGive={setReason} />
        </>
      ) : (
        <Signed row={row} reason={reason} onBack={() => setReason(undefined)} />
      )}
    </div>
  );
}

interface SignedProps extends Pick<DeedFormProps, 'row'> {
  readonly reason: ErasureReason;
  readonly onBack: () => void;
}

function Signed({ row, reason, onBack }: SignedProps) {
  const say = useRecordSay();
  const language = useLanguage();
  const tellErased = useContext(ErasedContext);
  const erase = useHubCommand(recordCommands['record.erase']);
  useStay(erase.pending);
  const { learner, name } = row.learner;
  const sign = async (second: SecondPerson) => {
    const erased = await erase.run({ learner, reason }, { second });
    if (erased !== undefined) tellErased(erased);
  };
  return (
    <>
      <p className="record-deed__will">{say('erase.will', { name: inLanguage(name, language) })}</p>
      <SecondPersonForm
        action="learner.erase"
        pending={erase.pending}
        error={erase.error}
        onSign={(second) => void sign(second)}
        onBack={onBack}
      />
    </>
  );
}

export const eraseDeed: LearnerDeed = {
  screen: 'deed-erase',
  action: 'learner.erase',
  icon: Eraser,
  label: recordDeedsTexts['erase.label'],
  Form: EraseForm,
};
