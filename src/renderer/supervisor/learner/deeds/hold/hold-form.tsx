import { Check, Lock, LockOpen } from 'lucide-react';
import { useState } from 'react';
import { recordCommands } from '../../../../../shared/contracts/commands/record-commands.ts';
import { recordDeedsTexts } from '../../../../i18n/texts/supervisor/record-deeds.ts';
import { Button } from '../../../../ui/button.tsx';
import { Opening } from '../../../desk/opening.tsx';
import { CommandTrouble } from '../../../desk/trouble.tsx';
import { useHubAnswer } from '../../../hub-answer.ts';
import { useHubCommand } from '../../../hub-command.ts';
import type { DeedFormProps, LearnerDeed } from '../learner-deed.ts';
import { ReasonButtons } from '../record/reason-buttons.tsx';
import { useRecordSay } from '../record/record-say.ts';

const settingReasons = ['inquiry', 'court', 'complaint'] as const;
const liftingReasons = ['ended', 'mistaken'] as const;
type HoldReason = (typeof settingReasons | typeof liftingReasons)[number];

/** Sets a legal hold, or lifts the one that stands: what it does, and one press says why ([ERA6]). */
function HoldForm({ row, onDone }: DeedFormProps) {
  const say = useRecordSay();
  const { learner } = row.learner;
  const { answer, error } = useHubAnswer(recordCommands['record.about'], { learner });
  const set = useHubCommand(recordCommands['record.hold']);
  const lift = useHubCommand(recordCommands['record.release']);
  const [came, setCame] = useState<'hold.came' | 'lift.came'>();
  if (error !== undefined) return <CommandTrouble error={error} />;
  if (answer === undefined) return <Opening />;
  if (came !== undefined) return <Came told={say(came)} onDone={onDone} />;
  const { onHold } = answer;
  const asking = onHold ? lift : set;
  const give = async (reason: HoldReason) => {
    const done = await asking.run({ learner, reason });
    if (done !== undefined) setCame(onHold ? 'lift.came' : 'hold.came');
  };
  return (
    <div className="record-deed">
      <p>{say(onHold ? 'lift.will' : 'hold.will')}</p>
      <h4>{say(onHold ? 'lift.why' : 'hold.why')}</h4>
      {asking.error !== undefined && <CommandTrouble error={asking.error} />}
      <ReasonButtons<HoldReason>
        icon={onHold ? LockOpen : Lock}
        reasons={onHold ? liftingReasons : settingReasons}
        disabled={asking.pending}
        onGive={(reason) => void give(reason)}
      />
    </div>
  );
}

function Came({ told, onDone }: { readonly told: string; readonly onDone: () => void }) {
  const say = useRecordSay();
  return (
    <div className="record-deed">
      <output className="record-deed__came">{told}</output>
      <Button icon={Check} label={say('close')} first onPress={onDone} />
    </div>
  );
}

export const holdDeed: LearnerDeed = {
  screen: 'deed-hold',
  action: 'hold.set',
  icon: Lock,
  label: recordDeedsTexts['hold.label'],
  Form: HoldForm,
};
