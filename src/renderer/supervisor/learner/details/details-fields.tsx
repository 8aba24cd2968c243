import { readBirthYear } from '../../../../domain/birth-year.ts';
import type { Action } from '../../../../domain/permissions.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { formTexts } from '../../../i18n/texts/supervisor/forms.ts';
import { Choice } from '../../form/choice.tsx';
import { Field } from '../../form/field.tsx';
import { Select } from '../../form/select.tsx';
import { useMay } from '../../may.tsx';
import { useStream } from '../../station.ts';
import { canBeName } from './typed-details.ts';
import type { TypedDetails } from './typed-details.ts';

const useFormSay = createSayHook(formTexts);

interface DetailsFieldsProps {
  readonly typed: TypedDetails;
  readonly onChange: (typed: TypedDetails) => void;
  /** What is done with them: only groups it may be done for are there to choose. */
  readonly action: Action;
}

/** All that is kept of a learner ([ACC1]), to be typed or chosen. */
export function DetailsFields({ typed, onChange, action }: DetailsFieldsProps) {
  const say = useFormSay();
  const set = (changed: Partial<TypedDetails>) => onChange({ ...typed, ...changed });
  const wrong = (name: string) => (canBeName(name) ? {} : { hint: say('name.wrong') });
  const yearFits = readBirthYear(typed.birthYear) !== undefined;
  return (
    <>
      <Field
        label={say('name.km')}
        value={typed.km}
        keys="km"
        {...wrong(typed.km)}
        onChange={(km) => set({ km })}
      />
      <Field
        label={say('name.en')}
        value={typed.en}
        {...wrong(typed.en)}
        onChange={(en) => set({ en })}
      />
      <Choice
        label={say('sex')}
        options={(['female', 'male'] as const).map((value) => ({ value, label: say(value) }))}
        value={typed.sex}
        onChange={(sex) => set({ sex })}
      />
      <Field
        label={say('birth-year')}
        value={typed.birthYear}
        hint={say(yearFits || typed.birthYear.length < 4 ? 'birth-year.hint' : 'birth-year.wrong')}
        maxLength={4}
        onChange={(birthYear) => set({ birthYear })}
      />
      <GroupSelect group={typed.group} action={action} onChange={(group) => set({ group })} />
      <Choice
        label={say('language')}
        options={(['km', 'en'] as const).map((value) => ({
          value,
          label: say(`language.${value}`),
        }))}
        value={typed.language}
        onChange={(language) => set({ language })}
      />
    </>
  );
}

interface GroupSelectProps extends Pick<DetailsFieldsProps, 'action'> {
  readonly group: TypedDetails['group'];
  readonly onChange: (group: TypedDetails['group']) => void;
}

/** A group of those within reach. */
export function GroupSelect({ group, action, onChange }: GroupSelectProps) {
  const say = useFormSay();
  const language = useLanguage();
  const may = useMay();
  const groups = useStream('groups', undefined).value?.groups ?? [];
  return (
    <Select
      label={say('group')}
      none={say('choose')}
      options={groups
        .filter((each) => may(action, { groups: [each.group], scopes: [each.scope] }))
        .map((each) => ({ value: each.group, label: inLanguage(each.name, language) }))}
      value={group}
      onChange={onChange}
    />
  );
}
