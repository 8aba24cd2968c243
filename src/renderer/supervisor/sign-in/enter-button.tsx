import { Hourglass, LogIn } from 'lucide-react';
import { createSayHook } from '../../i18n/language.tsx';
import { signInTexts } from '../../i18n/texts/supervisor/sign-in.ts';
import '../../ui/button.css';

const useSignInSay = createSayHook(signInTexts);

/** The one step that leads on. A check takes up to four seconds on an old PC, and says so. */
export function EnterButton(props: { readonly disabled: boolean; readonly checking: boolean }) {
  const say = useSignInSay();
  const Icon = props.checking ? Hourglass : LogIn;
  return (
    <button type="submit" className="button button--next" disabled={props.disabled}>
      <Icon className="button__icon" aria-hidden="true" />
      <span className="button__label">{say(props.checking ? 'checking' : 'enter')}</span>
    </button>
  );
}
