import { groupScopes } from '../../../shared/contracts/documents/directory.ts';
import type { Drawing as DrawingName } from '../../../shared/contracts/drawings.ts';
import { createSayHook } from '../../i18n/language.tsx';
import { drawingTexts } from '../../i18n/texts/drawings.ts';
import { formTexts } from '../../i18n/texts/supervisor/forms.ts';
import { groupsTexts } from '../../i18n/texts/supervisor/groups.ts';
import { Drawing } from '../../ui/drawings/drawing.tsx';
import { Choice } from '../form/choice.tsx';
import { Field } from '../form/field.tsx';
import { usePerson } from '../may.tsx';
import type { TypedGroup } from './typed-group.ts';

const useGroupsSay = createSayHook(groupsTexts);
const useFormSay = createSayHook(formTexts);
const useDrawingSay = createSayHook(drawingTexts);

interface GroupFieldsProps {
  readonly typed: TypedGroup;
  readonly symbols: readonly DrawingName[];
  readonly onChange: (typed: TypedGroup) => void;
}

/** Names, whom the group is for, and its symbol. */
export function GroupFields({ typed, symbols, onChange }: GroupFieldsProps) {
  const say = useGroupsSay();
  const sayForm = useFormSay();
  const { scopes } = usePerson();
  const set = (changed: Partial<TypedGroup>) => onChange({ ...typed, ...changed });
  return (
    <>
      <Field label={sayForm('name.km')} value={typed.km} keys="km" onChange={(km) => set({ km })} />
      <Field label={sayForm('name.en')} value={typed.en} onChange={(en) => set({ en })} />
      <Choice
        label={say('scope')}
        options={groupScopes
          .filter((value) => scopes.includes(value))
          .map((value) => ({ value, label: say(`scope.${value}`) }))}
        value={typed.scope}
        onChange={(scope) => set({ scope })}
      />
      <SymbolChoice
        symbols={symbols}
        chosen={typed.symbol}
        onChoose={(symbol) => set({ symbol })}
      />
    </>
  );
}

interface SymbolChoiceProps {
  readonly symbols: readonly DrawingName[];
  readonly chosen: DrawingName | null;
  readonly onChoose: (symbol: DrawingName) => void;
}

/** The pictures learners find the group by. */
function SymbolChoice({ symbols, chosen, onChoose }: SymbolChoiceProps) {
  const say = useGroupsSay();
  const sayDrawing = useDrawingSay();
  return (
    <fieldset className="form__choice">
      <legend>{say('symbol')}</legend>
      <div className="groups__symbols">
        {symbols.map((symbol) => (
          <button
            key={symbol}
            type="button"
            aria-pressed={symbol === chosen}
            aria-label={sayDrawing(symbol)}
            title={sayDrawing(symbol)}
            onClick={() => onChoose(symbol)}
          >
            <Drawing name={symbol} />
          </button>
        ))}
      </div>
      <p className="form__soft">{say('symbol.unlike')}</p>
    </fieldset>
  );
}
