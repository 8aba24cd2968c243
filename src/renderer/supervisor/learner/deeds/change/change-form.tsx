import { Save, UserPen } from 'lucide-react';
import { useContext, useState } from 'react';
import { learnerCommands } from '../../../../../shared/contracts/commands/learner-commands.ts';
import { formatDigits } from '../../../../../shared/khmer/numbers.ts';
import { createSayHook, useLanguage } from '../../../../i18n/language.tsx';
import { deedTexts } from '../../../../i18n/texts/supervisor/deeds.ts';
import { Button } from '../../../../ui/button.tsx';
import { useStay } from '../../../desk/stay.tsx';
import { MisfitQuestion } from '../../../form/misfit-question.tsx';
import { ReasonField } from '../../../form/reason-field.tsx';
import { useHubCommand } from '../../../hub-command.ts';
import { DetailsFields } from '../../details/details-fields.tsx';
import { detailsOf, typedOf } from '../../details/typed-details.ts';
import { ToldContext } from '../../told/told-context.ts';
import type { DeedFormProps, LearnerDeed } from '../learner-deed.ts';
import { isOther } from '../new-tile.tsx';

const useDeedSay = createSayHook(deedTexts);

/** Another name, sex, year, language or group, and why ([ACC4]). */
function ChangeForm({ page, row, onDone }: DeedFormProps) {
  const say = useDeedSay();
  const language = useLanguage();
  const [typed, setTyped] = useState(() => typedOf(page, (year) => formatDigits(year, language)));
  const [reason, setReason] = useState<string | null>(null);
  const tell = useContext(ToldContext);
  const change = useHubCommand(learnerCommands['learner.change']);
  useStay(change.pending);
  const details = detailsOf(typed);
  const { learner } = row.learner;
  const save = async (misfitKnown: boolean) => {
    if (details === null || reason === null) return;
    const changed = await change.run({ ...details, learner, misfitKnown }, { reason });
    if (changed === undefined) return;
    if (isOther(changed.tile, row.learner.tile))
      tell({ about: 'tile', tile: changed.tile }, onDone);
    else onDone();
  };
  return (
    <div className="form">
      <DetailsFields
        typed={typed}
        action="learner.change"
        onChange={(next) => {
          change.clearError();
          setTyped(next);
        }}
      />
      {typed.group !== row.learner.group && typed.group !== null && <p>{say('change.move')}</p>}
      <ReasonField
        reasons={{
          'wrongly-written': say('change.mistake'),
          papers: say('change.papers'),
          asked: say('change.asked'),
          'other-group': say('change.other-group'),
        }}
        onChange={setReason}
      />
      <MisfitQuestion
        error={change.error}
        pending={change.pending}
        onAllTheSame={() => void save(true)}
      />
      <Button
        icon={Save}
        label={say('change.save')}
        tone="next"
        disabled={details === null || reason === null || change.pending}
        onPress={() => void save(false)}
      />
    </div>
  );
}

export const changeDeed: LearnerDeed = {
  screen: 'deed-change',
  action: 'learner.change',
  icon: UserPen,
  label: deedTexts.change,
  Form: ChangeForm,
};
