import { useId } from 'react';
import './form.css';
import { useKeys } from './khmer-keys.tsx';

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
  const { typed, button } = useKeys(keys);
  return (
    <div className="form__field">
      <label htmlFor={id}>{label}</label>
      <div className="form__box">
        <input
          id={id}
          {...typed}
          value={value}
          maxLength={maxLength}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={({ target }) => onChange(target.value)}
        />
        {button}
      </div>
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </div>
  );
}
