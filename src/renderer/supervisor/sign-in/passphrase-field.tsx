import { ArrowBigUpDash, Eye, EyeOff } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { createSayHook } from '../../i18n/language.tsx';
import { BoardButton } from '../form/desk-board.tsx';
import { signInTexts } from '../../i18n/texts/supervisor/sign-in.ts';

const useSignInSay = createSayHook(signInTexts);

interface PassphraseFieldProps {
  readonly ref: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Whose or which it is; the signed-in person's own where it is left out. */
  readonly label?: string;
  /** Whether it has the keyboard when it appears; it does unless it says no. */
  readonly first?: boolean;
}

/** The passphrase, hidden until asked to show; says when Caps Lock would spoil it. */
export function PassphraseField(props: PassphraseFieldProps) {
  const { ref, value, onChange, label, first = true } = props;
  const say = useSignInSay();
  const id = useId();
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  useEffect(() => {
    if (first) ref.current?.focus();
  }, [ref, first]);
  const watchCaps = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'));
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="passphrase-field">
      <label htmlFor={id}>{label ?? say('passphrase')}</label>
      <div className="passphrase-field__box">
        <input
          id={id}
          ref={ref}
          type={shown ? 'text' : 'password'}
          data-secret=""
          value={value}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={watchCaps}
          onKeyUp={watchCaps}
        />
        <button type="button" className="passphrase-field__eye" onClick={() => setShown(!shown)}>
          <Icon aria-hidden="true" />
          {say(shown ? 'hide' : 'show')}
        </button>
        <BoardButton />
      </div>
      {caps && (
        <p className="passphrase-field__caps">
          <ArrowBigUpDash aria-hidden="true" />
          {say('caps')}
        </p>
      )}
    </div>
  );
}
