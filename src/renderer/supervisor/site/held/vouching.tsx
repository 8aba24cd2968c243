import type { HeldItem } from '../../../../shared/contracts/ipc/held-views.ts';
import type { ReanError } from '../../../../shared/errors.ts';
import { formatNumber } from '../../../../shared/khmer/numbers.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { heldTexts } from '../../../i18n/texts/supervisor/held.ts';
import type { SecondPerson } from '../../hub-command.ts';
import { SecondPersonForm } from '../../second-person/second-person-form.tsx';

const useHeldSay = createSayHook(heldTexts);

interface VouchingProps {
  readonly chosen: readonly HeldItem[];
  readonly command: { readonly pending: boolean; readonly error: ReanError | undefined };
  readonly onSign: (second: SecondPerson) => void;
  readonly onBack: () => void;
}

/** What no station of the site signed counts for a learner on the word of two ([PRM4]). */
export function Vouching({ chosen, command, onSign, onBack }: VouchingProps) {
  const { pending, error } = command;
  const say = useHeldSay();
  return (
    <>
      <p>{say('chosen', { count: chosen.length })}</p>
      <Whose chosen={chosen} />
      <p>{say('will.vouch')}</p>
      <SecondPersonForm
        action="quarantine.vouch"
        pending={pending}
        error={error}
        onSign={onSign}
        onBack={onBack}
      />
    </>
  );
}

/** Whose records they say they are, and how many of each. */
function Whose({ chosen }: Pick<VouchingProps, 'chosen'>) {
  const say = useHeldSay();
  const language = useLanguage();
  const counts = new Map<string, number>();
  for (const { learnerName } of chosen) {
    const name = learnerName === null ? say('no-learner') : inLanguage(learnerName, language);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return (
    <ul className="held__whose">
      {[...counts].map(([name, count]) => (
        <li key={name}>
          <span>{name}</span>
          <span>{formatNumber(count, language)}</span>
        </li>
      ))}
    </ul>
  );
}
