import { CircleCheckBig } from 'lucide-react';
import { misfits } from '../../../domain/group-fit.ts';
import type { ReanError } from '../../../shared/errors.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { formTexts } from '../../i18n/texts/supervisor/forms.ts';
import { Button } from '../../ui/button.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { screenNamed } from '../../ui/screen-name.ts';

const useFormSay = createSayHook(formTexts);

interface RefusedProps {
  readonly error: ReanError | undefined;
  readonly pending: boolean;
  /** The same once more, and that it is known. */
  readonly onAllTheSame: () => void;
}

/** Why it was not done; where somebody would be among others than their own, a second step ([ACC5]). */
export function MisfitQuestion({ error, pending, onAllTheSame }: RefusedProps) {
  const say = useFormSay();
  if (error === undefined) return null;
  const misfit = misfits.find((each) => each === error.facts['misfit']);
  if (error.code !== 'group.other-scope' || misfit === undefined) {
    return <CommandTrouble error={error} />;
  }
  return (
    <div className="form__question" role="alert" {...screenNamed('misfit')}>
      <p>
        <strong>{say(`misfit.${misfit}`)}</strong> {say('misfit.ask')}
      </p>
      <Button
        icon={CircleCheckBig}
        label={say('misfit.yes')}
        disabled={pending}
        onPress={onAllTheSame}
      />
    </div>
  );
}
