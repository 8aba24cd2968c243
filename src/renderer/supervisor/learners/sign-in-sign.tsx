import { Hash, KeySquare } from 'lucide-react';
import type { LearnerRow } from '../../../shared/contracts/ipc/views.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { firstSignInTexts } from '../../i18n/texts/supervisor/first-sign-ins.ts';
import { useMay } from '../may.tsx';

const useFirstSay = createSayHook(firstSignInTexts);

/** Says of a learner that they can't sign in by themselves yet, to who can help it ([SGN13]). */
export function SignInSign({ row }: { readonly row: LearnerRow }) {
  const say = useFirstSay();
  const may = useMay();
  if (row.disabled || row.signIn === 'own' || !may('sign-in.reset')) return null;
  const words = say(`sign.${row.signIn}`);
  const Icon = row.signIn === 'none' ? KeySquare : Hash;
  return (
    <span className="learner-line__sign" title={words}>
      <Icon aria-hidden="true" />
      <span className="unseen">{words}</span>
    </span>
  );
}
