import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { wordedKinds, wordsOfKind } from '../../../domain/audit/kind-words.ts';
import type { AuditFilter } from '../../../shared/contracts/audit.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Select } from '../form/select.tsx';
import { useKeys } from '../form/khmer-keys.tsx';
import { fits, searchForms, wordsOf } from '../learners/name-search.ts';
import { useAuditSay, useTelling } from './names.ts';
import type { Named } from './names.ts';
import { WhenChoice } from './when-choice.tsx';

/** Names offered while one is typed. */
const mostOffered = 6;
const mostTyped = 60;
const everyLook = 'viewed';

interface TrailFiltersProps {
  readonly named: readonly Named[];
  readonly filter: AuditFilter;
  readonly onFilter: (filter: AuditFilter) => void;
}

/** By person, by kind and by date. */
export function TrailFilters({ named, filter, onFilter }: TrailFiltersProps) {
  const say = useAuditSay();
  const language = useLanguage();
  const { person, kind, from, to } = filter;
  const dates = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const ofPerson = person === undefined ? {} : { person };
  const ofKind = kind === undefined ? {} : { kind };
  const kinds = wordedKinds.map((value) => ({
    value,
    label: inLanguage(wordsOfKind(value), language),
  }));
  return (
    <search className="audit__filters form">
      <PersonChoice
        named={named}
        person={person}
        onChoose={(chosen) =>
          onFilter({ ...ofKind, ...dates, ...(chosen ? { person: chosen } : {}) })
        }
      />
      <Select
        label={say('filter.kind')}
        none={say('filter.kind-all')}
        options={[{ value: everyLook, label: say('kind.viewed') }, ...kinds]}
        value={kind ?? null}
        onChange={(chosen) =>
          onFilter({ ...ofPerson, ...dates, ...(chosen ? { kind: chosen } : {}) })
        }
      />
      <WhenChoice
        dates={dates}
        onChoose={(chosen) => onFilter({ ...ofPerson, ...ofKind, ...chosen })}
      />
    </search>
  );
}

interface PersonChoiceProps {
  readonly named: readonly Named[];
  readonly person: AuditFilter['person'];
  readonly onChoose: (person: AuditFilter['person']) => void;
}

/** A name is typed, and one of those found pressed. */
function PersonChoice({ named, person, onChoose }: PersonChoiceProps) {
  const say = useAuditSay();
  const language = useLanguage();
  const id = useId();
  const [typed, setTyped] = useState('');
  const { nameOf } = useTelling(named);
  const words = wordsOf(typed);
  const offered =
    words.length === 0 ? [] : named.filter(({ name }) => fits(searchForms(name), words));
  const keys = useKeys('km', language === 'km' ? 'km' : 'latin');
  const choose = (chosen: AuditFilter['person']) => {
    setTyped('');
    onChoose(chosen);
  };
  return (
    <div className="form__field audit__person">
      <label htmlFor={id}>{say('filter.person')}</label>
      {person === undefined ? (
        <div className="form__box">
          <input
            id={id}
            value={typed}
            maxLength={mostTyped}
            autoComplete="off"
            placeholder={say('filter.person-all')}
            {...keys.typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          {keys.button}
        </div>
      ) : (
        <div className="audit__chosen" id={id}>
          <strong>{nameOf(person)}</strong>
          <Button icon={X} label={say('filter.clear')} onPress={() => choose(undefined)} />
        </div>
      )}
      {offered.length > 0 && (
        <ul className="audit__offered">
          {offered.slice(0, mostOffered).map(({ person: each, name }) => (
            <li key={each}>
              <button type="button" onClick={() => choose(each)}>
                {inLanguage(name, language)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
