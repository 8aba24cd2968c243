import { useState } from 'react';
import type { ReasonName } from '../../../domain/record/reason-words.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { formTexts } from '../../i18n/texts/supervisor/forms.ts';
import { Field } from './field.tsx';
import { Select } from './select.tsx';

const useFormSay = createSayHook(formTexts);
const other = 'other';

interface ReasonFieldProps {
  /** What the hub takes, and how the window says it. */
  readonly reasons: Readonly<Partial<Record<ReasonName, string>>>;
  /** Null while there is none. */
  readonly onChange: (reason: string | null) => void;
}

/** Why: one of a list, and never in words of one's own ([CMD7]). */
export function ReasonField({ reasons, onChange }: ReasonFieldProps) {
  const say = useFormSay();
  const [chosen, setChosen] = useState<string | null>(null);
  const choose = (value: string | null) => {
    setChosen(value);
    onChange(value);
  };
  return (
    <Select
      label={say('why')}
      none={say('choose')}
      options={Object.entries(reasons).map(([value, label]) => ({ value, label }))}
      value={chosen}
      onChange={choose}
    />
  );
}

interface OwnReasonFieldProps {
  /** In the window's words: as it is chosen it is kept with the deed. */
  readonly reasons: readonly string[];
  /** Null while there is none. */
  readonly onChange: (reason: string | null) => void;
}

/** Why, for what is about no learner: one of a list, or in the person's own words. */
export function OwnReasonField({ reasons, onChange }: OwnReasonFieldProps) {
  const say = useFormSay();
  const [chosen, setChosen] = useState<string | null>(null);
  const [own, setOwn] = useState('');
  const choose = (value: string | null) => {
    setChosen(value);
    onChange(value === other ? wordsOf(own) : (reasons[Number(value ?? NaN)] ?? null));
  };
  const write = (value: string) => {
    setOwn(value);
    onChange(wordsOf(value));
  };
  return (
    <>
      <Select
        label={say('why')}
        none={say('choose')}
        options={[
          // By their places, as their words change with the window's language.
          ...reasons.map((reason, place) => ({ value: String(place), label: reason })),
          { value: other, label: say('why.other') },
        ]}
        value={chosen}
        onChange={choose}
      />
      {chosen === other && (
        <Field label={say('why.own')} value={own} keys="km" maxLength={200} onChange={write} />
      )}
    </>
  );
}

const wordsOf = (written: string) => (written.trim() === '' ? null : written.trim());
