import { useLanguage } from '../../../i18n/language.tsx';
import { moveFocus } from '../../../ui/arrow-keys.ts';
import { joinCards, partCards, touchRight } from '../drafts/match-draft.ts';
import type { ItemProps } from '../item-props.ts';
import { commonSize } from '../label-size.ts';
import { OptionFace } from '../option-face.tsx';
import { shuffled } from '../shuffle.ts';
import { draggedStyle, useCardDrag } from '../use-card-drag.ts';
import type { CardDrag } from '../use-card-drag.ts';
import { useSpeak } from '../use-speak.ts';
import { MatchColumn } from './match-column.tsx';
import './match-item.css';

type MatchProps = ItemProps<'match'>;

/** Join each card above with one below: touch one and then the other, or drag. */
export function MatchItem(props: MatchProps) {
  const { item, draft, locked, onEdit } = props;
  const reusable = usedTwice(item.correct.map(([, right]) => right));
  const drag = useCardDrag((right, place) => {
    if (locked) return;
    const left = draft.pairs.find(([, other]) => other === right)?.[0];
    if (place !== null) onEdit(joinCards(draft, place, right, reusable));
    else if (left !== undefined) onEdit(partCards(draft, left));
  });
  return (
    <div className="match" onKeyDown={moveFocus} role="presentation">
      <div className="match__columns" style={{ '--columns': item.left.length }}>
        {item.left.map((card) => (
          <MatchColumn key={card.id} {...props} card={card} reusable={reusable} drag={drag} />
        ))}
      </div>
      <Pool {...props} reusable={reusable} drag={drag} />
    </div>
  );
}

interface PoolProps extends MatchProps {
  readonly reusable: boolean;
  readonly drag: CardDrag;
}

/** The cards still to be placed; each leaves its own gap behind, so that the others lie still. */
function Pool({ item, draft, base, seed, locked, onEdit, reusable, drag }: PoolProps) {
  const speak = useSpeak(base);
  const size = commonSize(item.right, useLanguage());
  const placed = reusable ? [] : draft.pairs.map(([, right]) => right);
  const inHand = draft.held?.side === 'right' ? draft.held.id : null;
  return (
    <div className="match__pool" style={{ '--columns': item.right.length }}>
      {shuffled(item.right, seed).map((card) =>
        placed.includes(card.id) ? (
          <span key={card.id} className="match__gone" />
        ) : (
          <button
            key={card.id}
            type="button"
            className={`part part--${inHand === card.id ? 'chosen' : 'free'}`}
            style={draggedStyle(drag.dragged, card.id)}
            disabled={locked}
            onClick={() => {
              speak(card);
              onEdit(touchRight(draft, card.id, reusable));
            }}
            {...drag.handlersFor(card.id)}
          >
            <OptionFace option={card} base={base} size={size} />
          </button>
        ),
      )}
    </div>
  );
}

const usedTwice = (ids: readonly string[]) => new Set(ids).size < ids.length;
