import { useRef, useState } from 'react';
import { passphraseFault, staffPassphraseRule } from '../../../domain/staff-passphrase.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { passphraseTexts } from '../../i18n/texts/supervisor/passphrase.ts';
import { PassphraseField } from '../sign-in/passphrase-field.tsx';

const usePassphraseSay = createSayHook(passphraseTexts);

interface NewPassphraseProps {
  /** Of whom it will be: it may not be their name. */
  readonly names: readonly string[];
  readonly first: boolean;
  /** Null while it may not be one, or was not typed the same twice. */
  readonly onChange: (text: string | null) => void;
}

/** A new passphrase, typed twice; what is typed goes with the form ([SUP2]). */
export function NewPassphrase({ names, first, onChange }: NewPassphraseProps) {
  const say = usePassphraseSay();
  const field = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [again, setAgain] = useState('');
  const fault = passphraseFault(text, names);
  const tell = (one: string, two: string) => {
    setText(one);
    setAgain(two);
    onChange(passphraseFault(one, names) === null && one === two ? one : null);
  };
  const { characters, different } = staffPassphraseRule;
  return (
    <>
      <PassphraseField
        ref={field}
        first={first}
        label={say('new')}
        value={text}
        onChange={(value) => tell(value, again)}
      />
      <p className="form__soft">
        {text === '' || fault === null
          ? say('rule', { characters })
          : say(`fault.${fault}`, { characters, different })}
      </p>
      <PassphraseField
        ref={second}
        first={false}
        label={say('again')}
        value={again}
        onChange={(value) => tell(text, value)}
      />
      {again !== '' && again !== text && <p className="form__soft">{say('unlike')}</p>}
    </>
  );
}
