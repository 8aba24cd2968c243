import { gapsOf } from '../../../../shared/contracts/lesson/gap-items.ts';
import { inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { useSay } from '../../shell/say.ts';
import { choiceIn, touchGap } from '../drafts/gap-match-draft.ts';
import type { ItemProps } from '../item-props.ts';
import { commonSize } from '../label-size.ts';
import { OptionFace, PartBadge } from '../option-face.tsx';
import { inPlace } from '../part-state.ts';
import { draggedStyle } from '../use-card-drag.ts';
import type { CardDrag } from '../use-card-drag.ts';

interface GapPlaceProps extends ItemProps<'gapMatch'> {
  readonly gap: string;
  readonly drag: CardDrag;
}

/** One gap: empty, or with the word put into it; after the second try with the one that fits. */
export function GapPlace({ item, draft, base, marked, locked, onEdit, gap, drag }: GapPlaceProps) {
  const say = useSay();
  const language = useLanguage();
  const size = commonSize(item.choices, language);
  const answer = item.correct.find(([, id]) => id === gap)?.[0];
  const { shown, state } = inPlace(marked, gap, choiceIn(draft, gap), answer ?? null);
  const choice = item.choices.find(({ id }) => id === shown);
  const touch = () => onEdit(touchGap(draft, gap));
  if (choice === undefined) {
    const named = item.gaps.find(({ id }) => id === gap);
    return (
      <button
        type="button"
        className={`gap-text__gap${draft.held === gap ? ' gap-text__gap--open' : ''}`}
        data-drop={gap}
        aria-label={
          named === undefined
            ? say('gap.empty', { place: gapsOf(item).indexOf(gap) + 1 })
            : inLanguage(named.name, language)
        }
        disabled={locked}
        onClick={touch}
      />
    );
  }
  return (
    <button
      type="button"
      data-drop={gap}
      className={`part part--${state}`}
      style={draggedStyle(drag.dragged, choice.id)}
      disabled={locked}
      onClick={touch}
      {...(locked ? {} : drag.handlersFor(choice.id))}
    >
      <OptionFace option={choice} base={base} size={size} />
      <PartBadge state={state} />
    </button>
  );
}
