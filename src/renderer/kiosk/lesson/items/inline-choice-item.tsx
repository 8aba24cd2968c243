import { gapsIn } from '../../../../shared/contracts/lesson/gap-text.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { moveFocus } from '../../../ui/arrow-keys.ts';
import { useSay } from '../../shell/say.ts';
import { chooseInline, isTried, optionIn } from '../drafts/inline-choice-draft.ts';
import type { ItemProps } from '../item-props.ts';
import { commonSize } from '../label-size.ts';
import { OptionFace, PartBadge } from '../option-face.tsx';
import { inPlace } from '../part-state.ts';
import { useSpeak } from '../use-speak.ts';
import { GapText } from './gap-text.tsx';
import './inline-choice-item.css';

type InlineProps = ItemProps<'inlineChoice'>;

/** Choose the word of each gap: the gap that is open shows its words below. */
export function InlineChoiceItem(props: InlineProps) {
  return (
    <div className="inline-choice" onKeyDown={moveFocus} role="presentation">
      <GapText text={props.item.text} renderGap={(gap) => <Gap {...props} gap={gap} />} />
      <Options {...props} />
    </div>
  );
}

/** A gap of the text, with the word chosen for it. */
function Gap({ item, draft, base, marked, locked, onEdit, gap }: InlineProps & { gap: string }) {
  const say = useSay();
  const { options = [], correct = null } = item.gaps.find(({ id }) => id === gap) ?? {};
  const { shown, state } = inPlace(marked, gap, optionIn(draft, gap), correct);
  const option = options.find(({ id }) => id === shown);
  const open = marked === null && draft.at === gap;
  const look = option === undefined ? 'gap-text__gap' : `part part--${state}`;
  return (
    <button
      type="button"
      className={`${look}${open ? ' gap-text__gap--open' : ''}`}
      aria-expanded={open}
      aria-label={
        option === undefined
          ? say('gap.empty', { place: gapsIn(item.text.km).indexOf(gap) + 1 })
          : undefined
      }
      disabled={locked}
      onClick={() => onEdit({ ...draft, at: gap })}
    >
      {option !== undefined && <OptionFace option={option} base={base} size="word" />}
      <PartBadge state={state} />
    </button>
  );
}

/** The words of the open gap; once an answer is marked, nothing. */
function Options({ item, draft, base, marked, locked, onEdit }: InlineProps) {
  const speak = useSpeak(base);
  const options = item.gaps.find(({ id }) => id === draft.at)?.options ?? [];
  const size = commonSize(options, useLanguage());
  const { at } = draft;
  if (marked !== null || at === null) return <div />;
  return (
    <div className="gap-match__pool" style={{ '--columns': options.length }}>
      {options.map((option) => {
        const chosen = optionIn(draft, at) === option.id;
        const tried = isTried(draft, at, option.id);
        const state = chosen ? 'chosen' : tried ? 'tried' : 'free';
        return (
          <button
            key={option.id}
            type="button"
            className={`part part--${state}`}
            aria-pressed={chosen}
            disabled={locked || tried}
            onClick={() => {
              speak(option);
              onEdit(chooseInline(draft, option.id, gapsIn(item.text.km)));
            }}
          >
            <OptionFace option={option} base={base} size={size} />
          </button>
        );
      })}
    </div>
  );
}
