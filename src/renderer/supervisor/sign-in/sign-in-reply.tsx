import { Hourglass, MessageCircle } from 'lucide-react';
import { sayWait } from '../../i18n/age.ts';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { signInTexts } from '../../i18n/texts/supervisor/sign-in.ts';
import type { Reply } from './sign-in-answer.ts';

const useSignInSay = createSayHook(signInTexts);

/** How the last try went, kindly; and how long to wait, counting down. */
export function SignInReply(props: { readonly reply: Reply; readonly waitMs: number }) {
  const { said } = props.reply;
  const say = useSignInSay();
  const language = useLanguage();
  const waiting = props.waitMs > 0;
  return (
    <output className="sign-in-reply">
      {said !== null && (
        <span className="sign-in-reply__line">
          <MessageCircle aria-hidden="true" />
          <span>{say(said)}</span>
        </span>
      )}
      {waiting && (
        <span className="sign-in-reply__line">
          <Hourglass aria-hidden="true" />
          <span>
            <strong>{say('wait', { time: sayWait(props.waitMs, language) })}</strong>{' '}
            {say('wait.why')}
          </span>
        </span>
      )}
    </output>
  );
}
