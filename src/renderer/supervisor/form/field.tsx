import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { createSayHook } from '../../i18n/language.tsx';
import { formTexts } from '../../i18n/texts/supervisor/forms.ts';
import { khmerKey } from './khmer-key.ts';
import './form.css';

const useFormSay = createSayHook(formTexts);

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with it, or what it is for. */
  readonly hint?: string;
  /** `km`: the keys of the desk type Khmer, and there is a way to Latin ones ([KHM5]). */
  readonly keys?: 'km' | 'latin';
  readonly maxLength?: number;
}

/** One line to be typed, with its name over it. */
export function Field({
  label,
  value,
  onChange,
  hint,
  keys = 'latin',
  maxLength = 100,
}: FieldProps) {
  const id = useId();
  const [typing, setTyping] = useState(keys);
  return (
    <div className="form__field">
      <label htmlFor={id}>{label}</label>
      <div className="form__box">
        <input
          id={id}
          {...(typing === 'km' ? { lang: 'km' } : {})}
          value={value}
          maxLength={maxLength}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={({ target }) => onChange(target.value)}
          onKeyDown={(event) => {
            if (typing === 'km') typeKhmer(event, maxLength, onChange);
          }}
        />
        {keys === 'km' && <KeysButton typing={typing} onChoose={setTyping} />}
      </div>
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
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
