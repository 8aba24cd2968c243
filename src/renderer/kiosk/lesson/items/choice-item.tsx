import { moveFocus } from '../../../ui/arrow-keys.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useSay } from '../../shell/say.ts';
import { chooseOption } from '../drafts/choice-draft.ts';
import type { ItemProps } from '../item-props.ts';
import { commonSize } from '../label-size.ts';
import { OptionFace, PartBadge } from '../option-face.tsx';
import { partState } from '../part-state.ts';
import { useSpeak } from '../use-speak.ts';
import './choice-item.css';

/** How many options stand side by side. */
const columnsFor = (options: number) => (options <= 3 ? options : Math.ceil(options / 2));

/** Choose one, or as many as fit. */
export function ChoiceItem({ item, draft, base, marked, locked, onEdit }: ItemProps<'choice'>) {
  const say = useSay();
  const speak = useSpeak(base);
  const several = item.correct.length > 1;
  const pictures = item.options.some((option) => option.picture !== undefined);
  const size = commonSize(item.options, useLanguage());
  return (
    <div className="choice" onKeyDown={moveFocus} role="presentation">
      {several && (
        <p className="choice__count">{say('choice.several', { count: item.correct.length })}</p>
      )}
      <div
        className={`choice__options${pictures ? '' : ' choice__options--words'}`}
        style={{ '--columns': columnsFor(item.options.length) }}
      >
        {item.options.map((option) => {
          const chosen = draft.chosen.includes(option.id);
          const tried = draft.tried.includes(option.id);
          const inAnswer = item.correct.includes(option.id);
          const state = partState(option.id, marked, { chosen, tried, inAnswer });
          return (
            <button
              key={option.id}
              type="button"
              className={`part part--${state}`}
              aria-pressed={chosen}
              disabled={locked || tried}
              onClick={() => {
                speak(option);
                onEdit(chooseOption(draft, option.id, several));
              }}
            >
              <OptionFace option={option} base={base} size={size} />
              <PartBadge state={state} />
            </button>
          );
        })}
      </div>
    </div>
  );
}
