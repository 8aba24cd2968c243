import { useId } from 'react';
import './form.css';

interface SelectProps<Value extends string> {
  readonly label: string;
  /** What stands there while nothing is chosen; left out where something always is. */
  readonly none?: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
}

/** One of many. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, none, options, value, onChange } = props;
  const id = useId();
  return (
    <div className="form__field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) =>
          onChange(options.find((each) => each.value === target.value)?.value ?? null)
        }
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </div>
  );
}
