import type { Localized } from '../../../../shared/contracts/phrase.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { stationsTexts } from '../../../i18n/texts/supervisor/stations.ts';
import { Field } from '../../form/field.tsx';

const useStationsSay = createSayHook(stationsTexts);

/** A name as it is typed. */
export interface TypedName {
  readonly km: string;
  readonly en: string;
}

/** A typed name as it is kept; null while there is none in Khmer. */
export function nameOf({ km, en }: TypedName): Localized | null {
  const [khmer, english] = [km.trim(), en.trim()];
  if (khmer === '') return null;
  return english === '' ? { km: khmer } : { km: khmer, en: english };
}

interface NameFieldsProps {
  readonly name: TypedName;
  readonly onChange: (name: TypedName) => void;
}

/** A station's name, in Khmer and, where wanted, in English. */
export function NameFields({ name, onChange }: NameFieldsProps) {
  const say = useStationsSay();
  return (
    <>
      {(['km', 'en'] as const).map((language) => (
        <Field
          key={language}
          label={say(`name.${language}`)}
          value={name[language]}
          keys={language === 'km' ? 'km' : 'latin'}
          maxLength={60}
          onChange={(value) => onChange({ ...name, [language]: value })}
        />
      ))}
    </>
  );
}
