import { Search, X } from 'lucide-react';
import { useId } from 'react';
import { createSayHook, useLanguage } from '../../i18n/language.tsx';
import { learnersTexts } from '../../i18n/texts/supervisor/learners.ts';
import { useKeys } from '../form/khmer-keys.tsx';
import './learner-filters.css';

const useLearnersSay = createSayHook(learnersTexts);
const mostTyped = 60;

interface NameFieldProps {
  readonly label: string;
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

/** A name in either script, to search by ([SUP7]). */
export function NameField({ label, typed, onType }: NameFieldProps) {
  const say = useLearnersSay();
  const language = useLanguage();
  const keys = useKeys('km', language === 'km' ? 'km' : 'latin');
  return (
    <div className="learner-filters__name">
      <Search aria-hidden="true" />
      <input
        type="text"
        value={typed}
        placeholder={label}
        aria-label={label}
        maxLength={mostTyped}
        {...keys.typed}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onType(event.target.value)}
      />
      {typed !== '' && (
        <button type="button" aria-label={say('search.clear')} onClick={() => onType('')}>
          <X aria-hidden="true" />
        </button>
      )}
      {keys.button}
    </div>
  );
}

interface FilterSelectProps<Value extends string | number> {
  readonly label: string;
  /** The choice that leaves nobody out. */
  readonly none: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value | null) => void;
}

/** One of several to narrow a list by. */
export function FilterSelect<Value extends string | number>(props: FilterSelectProps<Value>) {
  const { label, none, options, value, onChange } = props;
  const id = useId();
  return (
    <div className="learner-filters__group">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        onChange={({ target }) =>
          onChange(options.find((each) => String(each.value) === target.value)?.value ?? null)
        }
      >
        <option value="">{none}</option>
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </div>
  );
}
