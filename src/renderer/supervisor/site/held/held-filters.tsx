import { useId } from 'react';
import type { HeldAsk, HeldView } from '../../../../shared/contracts/ipc/held-views.ts';
import { quarantineReasons } from '../../../../shared/contracts/quarantine.ts';
import { createSayHook, inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { heldTexts } from '../../../i18n/texts/supervisor/held.ts';

const useHeldSay = createSayHook(heldTexts);

interface HeldFiltersProps {
  readonly asked: HeldAsk;
  readonly stations: NonNullable<HeldView>['stations'];
  readonly onAsk: (asked: HeldAsk) => void;
}

/** By reason and by station. */
export function HeldFilters({ asked, stations, onAsk }: HeldFiltersProps) {
  const say = useHeldSay();
  const language = useLanguage();
  const ask = (more: Partial<HeldAsk>) => onAsk({ ...asked, ...more, pages: 1 });
  return (
    <search className="held__filters">
      <Choice
        label={say('filter.reason')}
        value={asked.reason ?? ''}
        options={quarantineReasons.map((each) => [each, say(`reason.${each}`)])}
        onChoose={(value) => ask({ reason: quarantineReasons.find((each) => each === value) })}
      />
      <Choice
        label={say('filter.station')}
        value={asked.origin ?? ''}
        options={stations.map(({ station, name }) => [station, inLanguage(name, language)])}
        onChoose={(value) =>
          ask({ origin: stations.find(({ station }) => station === value)?.station })
        }
      />
    </search>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const say = useHeldSay();
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{say('filter.all')}</option>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
