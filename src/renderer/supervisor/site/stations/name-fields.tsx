import { useId } from 'react';
import type { Localized } from '../../../../shared/contracts/phrase.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { stationsTexts } from '../../../i18n/texts/supervisor/stations.ts';

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
  const id = useId();
  return (
    <>
      {(['km', 'en'] as const).map((language) => (
        <div key={language} className="stations__field">
          <label htmlFor={`${id}-${language}`}>{say(`name.${language}`)}</label>
          <input
            id={`${id}-${language}`}
            lang={language}
            value={name[language]}
            maxLength={60}
            autoComplete="off"
            spellCheck={false}
            onChange={({ target }) => onChange({ ...name, [language]: target.value })}
          />
        </div>
      ))}
    </>
  );
}
