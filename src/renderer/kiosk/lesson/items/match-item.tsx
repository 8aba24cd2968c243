import { moveFocus } from '../../../ui/arrow-keys.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { useSay } from '../../shell/say.ts';
import { joinCards, partCards, partnerOf, touchLeft, touchRight } from '../drafts/match-draft.ts';
import type { ItemProps } from '../item-props.ts';
import { commonSize } from '../label-size.ts';
import { OptionFace, PartBadge } from '../option-face.tsx';
import { partState } from '../part-state.ts';
import { shuffled } from '../shuffle.ts';
import { draggedStyle, useCardDrag } from '../use-card-drag.ts';
import type { DragHandlers } from '../use-card-drag.ts';
import './match-item.css';

type MatchProps = ItemProps<'match'>;

/** Join each card above with one below: touch one and then the other, or drag. */
export function MatchItem(props: MatchProps) {
  const { item, draft, seed, locked, onEdit } = props;
  const reusable = usedTwice(item.correct.map(([, right]) => right));
  const drag = useCardDrag((right, place) => {
    if (locked) return;
    const left = draft.pairs.find(([, other]) => other === right)?.[0];
    if (place !== null) onEdit(joinCards(draft, place, right, reusable));
    else if (left !== undefined) onEdit(partCards(draft, left));
  });
  const placed = draft.pairs.map(([, right]) => right);
  const pool = shuffled(item.right, seed);
  const rightSize = commonSize(item.right, useLanguage());
  return (
    <div className="match" onKeyDown={moveFocus} role="presentation">
      <div className="match__columns" style={{ '--columns': item.left.length }}>
        {item.left.map((left) => (
          <Column key={left.id} {...props} left={left.id} reusable={reusable} drag={drag} />
        ))}
      </div>
      <div className="match__pool" style={{ '--columns': item.right.length }}>
        {pool.map((right) =>
          placed.includes(right.id) && !reusable ? (
            <span key={right.id} className="match__gone" />
          ) : (
            <button
              key={right.id}
              type="button"
              className={`part part--${draft.held?.id === right.id && draft.held.side === 'right' ? 'chosen' : 'free'}`}
              style={draggedStyle(drag.dragged, right.id)}
              disabled={locked}
              onClick={() => onEdit(touchRight(draft, right.id, reusable))}
              {...drag.handlersFor(right.id)}
            >
              <OptionFace option={right} base={props.base} size={rightSize} />
            </button>
          ),
        )}
      </div>
    </div>
  );
}

interface ColumnProps extends MatchProps {
  readonly left: string;
  readonly reusable: boolean;
  readonly drag: {
    readonly dragged: Parameters<typeof draggedStyle>[0];
    handlersFor(id: string): DragHandlers;
  };
}

/** A card and, under it, the place for its partner. */
function Column({ item, draft, base, marked, locked, onEdit, left, reusable, drag }: ColumnProps) {
  const say = useSay();
  const language = useLanguage();
  const leftSize = commonSize(item.left, language);
  const rightSize = commonSize(item.right, language);
  const card = item.left.find((each) => each.id === left);
  const partnerId = partnerOf(draft, left);
  const answerId = item.correct.find(([id]) => id === left)?.[1];
  const fits = marked?.fitting.includes(left) === true || marked?.outcome === 'right';
  // After the second try the answer lies in the place, where the misfit lay.
  const shownId = marked?.answer !== null && marked !== null && !fits ? answerId : partnerId;
  const partner = item.right.find((each) => each.id === shownId);
  const state = partState(left, marked, {
    chosen: shownId === partnerId && partnerId !== null,
    inAnswer: true,
  });
  const held = draft.held?.side === 'left' && draft.held.id === left;
  const touch = () => onEdit(touchLeft(draft, left, reusable));
  return (
    <div className="match__column" data-drop={left}>
      <button
        type="button"
        className={`part part--${held ? 'chosen' : 'free'} match__left`}
        disabled={locked}
        onClick={touch}
      >
        {card !== undefined && <OptionFace option={card} base={base} size={leftSize} />}
      </button>
      <button
        type="button"
        className={
          partner === undefined
            ? `match__place${draft.held === null ? '' : ' match__place--open'}`
            : `part part--${state === 'chosen' ? 'free' : state} match__partner`
        }
        aria-label={partner === undefined ? say('match.place') : undefined}
        style={partner === undefined ? undefined : draggedStyle(drag.dragged, partner.id)}
        disabled={locked}
        onClick={touch}
        {...(partner === undefined || locked ? {} : drag.handlersFor(partner.id))}
      >
        {partner !== undefined && <OptionFace option={partner} base={base} size={rightSize} />}
        <PartBadge state={state} />
      </button>
    </div>
  );
}

const usedTwice = (ids: readonly string[]) => new Set(ids).size < ids.length;
