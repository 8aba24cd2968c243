import type { ChoiceOption } from '../../../../shared/contracts/lesson.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useSay } from '../../shell/say.ts';
import { partnerOf, touchLeft } from '../drafts/match-draft.ts';
import type { ItemProps } from '../item-props.ts';
import { commonSize } from '../label-size.ts';
import { OptionFace, PartBadge } from '../option-face.tsx';
import type { PartState } from '../part-state.ts';
import { draggedStyle } from '../use-card-drag.ts';
import type { CardDrag } from '../use-card-drag.ts';
import { useSpeak } from '../use-speak.ts';

interface ColumnProps extends ItemProps<'match'> {
  /** The card above. */
  readonly card: ChoiceOption;
  readonly reusable: boolean;
  readonly drag: CardDrag;
}

/** A card and, under it, the place for its partner. */
export function MatchColumn(props: ColumnProps) {
  const { item, draft, base, locked, onEdit, card, reusable } = props;
  const speak = useSpeak(base);
  const size = commonSize(item.left, useLanguage());
  const inHand = draft.held?.side === 'left' && draft.held.id === card.id;
  const touch = () => onEdit(touchLeft(draft, card.id, reusable));
  return (
    <div className="match__column" data-drop={card.id}>
      <button
        type="button"
        className={`part part--${inHand ? 'chosen' : 'free'} match__left`}
        disabled={locked}
        onClick={() => {
          speak(card);
          touch();
        }}
      >
        <OptionFace option={card} base={base} size={size} />
      </button>
      <Place {...props} onTouch={touch} />
    </div>
  );
}

/** The place under a card: empty, or with the partner in it. */
function Place(props: ColumnProps & { readonly onTouch: () => void }) {
  const { item, draft, base, locked, drag } = props;
  const say = useSay();
  const size = commonSize(item.right, useLanguage());
  const { partner, state } = placeOf(props);
  if (partner === undefined) {
    const waits = draft.held === null ? '' : ' match__place--open';
    return (
      <button
        type="button"
        className={`match__place${waits}`}
        aria-label={say('match.place')}
        disabled={locked}
        onClick={props.onTouch}
      />
    );
  }
  return (
    <button
      type="button"
      className={`part part--${state} match__partner`}
      style={draggedStyle(drag.dragged, partner.id)}
      disabled={locked}
      onClick={props.onTouch}
      {...(locked ? {} : drag.handlersFor(partner.id))}
    >
      <OptionFace option={partner} base={base} size={size} />
      <PartBadge state={state} />
    </button>
  );
}

/** What lies in a place; after the second try the answer, where a misfit lay. */
function placeOf({ item, draft, marked, card }: ColumnProps): {
  readonly partner: ChoiceOption | undefined;
  readonly state: PartState;
} {
  const find = (id: string | null | undefined) => item.right.find((each) => each.id === id);
  const laid = find(partnerOf(draft, card.id));
  if (marked === null) return { partner: laid, state: 'free' };
  if (marked.outcome === 'right' || marked.fitting.includes(card.id)) {
    return { partner: laid, state: 'fits' };
  }
  if (marked.outcome === 'not-yet') return { partner: laid, state: 'misfits' };
  return { partner: find(item.correct.find(([id]) => id === card.id)?.[1]), state: 'answer' };
}
