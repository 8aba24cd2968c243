import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { createSayHook } from '../../i18n/language.tsx';
import { formTexts } from '../../i18n/texts/supervisor/forms.ts';
import './form.css';
import { khmerKey } from './khmer-key.ts';

const useFormSay = createSayHook(formTexts);

/**
 * What an input needs so that the keys of the desk type Khmer, and the button to Latin ones beside it
 * ([KHM5]): `<input {...typed} …/>{button}`; with `latin` nothing and no button.
 * @param start what the keys type at first
 */
export function useKeys(
  keys: 'km' | 'latin',
  maxLength: number,
  onChange: (value: string) => void,
  start = keys,
) {
  const [typing, setTyping] = useState(start);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) =>
    typeKhmer(event, maxLength, onChange);
  return {
    typed: typing === 'km' ? { lang: 'km', onKeyDown } : {},
    button: keys === 'km' && <KeysButton typing={typing} onChoose={setTyping} />,
  };
}

function typeKhmer(
  event: KeyboardEvent<HTMLInputElement>,
  maxLength: number,
  onChange: (value: string) => void,
): void {
  const sign = khmerKey({
    ...pressOf(event),
    altKey: event.altKey || event.getModifierState('AltGraph'),
  });
  if (sign === null) return;
  event.preventDefault();
  const input = event.currentTarget;
  const [from, to] = [input.selectionStart ?? 0, input.selectionEnd ?? 0];
  if (input.value.length - (to - from) + sign.length > maxLength) return;
  input.setRangeText(sign, from, to, 'end');
  onChange(input.value);
}

function pressOf({ key, code, shiftKey, ctrlKey, metaKey }: KeyboardEvent) {
  return { key, code, shiftKey, ctrlKey, metaKey };
}

interface KeysButtonProps {
  readonly typing: 'km' | 'latin';
  readonly onChoose: (keys: 'km' | 'latin') => void;
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
