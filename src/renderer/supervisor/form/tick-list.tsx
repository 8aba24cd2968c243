import './form.css';

interface TickListProps<Value extends string> {
  readonly label: string;
  readonly items: readonly { readonly value: Value; readonly label: string }[];
  readonly ticked: ReadonlySet<Value>;
  readonly onChange: (ticked: ReadonlySet<Value>) => void;
  /** Name of the tick that stands for all of them; left out where there is none. */
  readonly all?: string;
}

/** Any number of them. */
export function TickList<Value extends string>(props: TickListProps<Value>) {
  const { label, items, ticked, onChange, all } = props;
  const toggle = (value: Value) => {
    const next = new Set(ticked);
    if (!next.delete(value)) next.add(value);
    onChange(next);
  };
  const whole = items.every(({ value }) => ticked.has(value));
  return (
    <fieldset className="form__choice">
      <legend>{label}</legend>
      {all !== undefined && (
        <label className="form__tick">
          <input
            type="checkbox"
            checked={whole}
            onChange={() => onChange(new Set(whole ? [] : items.map(({ value }) => value)))}
          />
          <strong>{all}</strong>
        </label>
      )}
      <div className="form__ticks">
        {items.map((each) => (
          <label key={each.value} className="form__tick">
            <input
              type="checkbox"
              checked={ticked.has(each.value)}
              onChange={() => toggle(each.value)}
            />
            {each.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
