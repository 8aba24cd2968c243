import { useState } from 'react';
import type { KeyboardEvent, SyntheticEvent } from 'react';
import { createSayHook } from '../../i18n/language.tsx';
import { formTexts } from '../../i18n/texts/supervisor/forms.ts';
import { pressInto, snapCaret } from '../../ui/typing/type-into.ts';
import { BoardButton } from './desk-board.tsx';
import './form.css';

const useFormSay = createSayHook(formTexts);

type Typing = 'km' | 'latin';

/**
 * What an input needs so that the keys of the desk type Khmer, and the buttons beside it, to Latin ones
 * and to the on-screen keyboard ([KHM5], [KHM8]): `<input {...typed} …/>{button}`.
 * @param start what the keys type at first
 */
export function useKeys(keys: Typing, start = keys) {
  const [typing, setTyping] = useState(start);
  return {
    typed: keys === 'km' ? typedWith(typing) : {},
    button: (
      <>
        {keys === 'km' && <KeysButton typing={typing} onChoose={setTyping} />}
        <BoardButton />
      </>
    ),
  };
}

type FieldEvent = SyntheticEvent<HTMLInputElement>;

const typedWith = (typing: Typing) => ({
  ...(typing === 'km' ? { lang: 'km' } : {}),
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) =>
    void pressInto(event.currentTarget, event.nativeEvent, typing === 'km' ? 'khmer' : 'latin'),
  onSelect: ({ currentTarget }: FieldEvent) => snapCaret(currentTarget),
});

interface KeysButtonProps {
  readonly typing: Typing;
  readonly onChoose: (keys: Typing) => void;
}

/** Says which letters the keys type, and changes it. */
function KeysButton({ typing, onChoose }: KeysButtonProps) {
  const say = useFormSay();
  return (
    <button
      type="button"
      className="form__keys"
      aria-label={say(`keys.${typing}`)}
      title={say(`keys.${typing}`)}
      onClick={() => onChoose(typing === 'km' ? 'latin' : 'km')}
    >
      {typing === 'km' ? 'ក' : 'a'}
    </button>
  );
}
