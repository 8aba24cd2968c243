import { Link2 } from 'lucide-react';
import type { ChoiceOption } from '../../../../shared/contracts/lesson.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { moveFocus } from '../../../ui/arrow-keys.ts';
import { useSay } from '../../shell/say.ts';
import { putElement, takeBack, touchElement } from '../drafts/order-draft.ts';
import type { ItemProps } from '../item-props.ts';
import { commonSize } from '../label-size.ts';
import { OptionFace, PartBadge } from '../option-face.tsx';
import { pairsShown } from '../pairs-shown.ts';
import type { ShownHalf } from '../pairs-shown.ts';
import { shuffledUnlike } from '../shuffle.ts';
import { draggedStyle, useCardDrag } from '../use-card-drag.ts';
import type { CardDrag } from '../use-card-drag.ts';
import { useSpeak } from '../use-speak.ts';
import './associate-item.css';

type AssociateProps = ItemProps<'associate'>;

/** Find the pairs: touch cards that go together one after the other, or drag them. */
export function AssociateItem(props: AssociateProps) {
  const { item, draft, base, seed, locked, onEdit } = props;
  const speak = useSpeak(base);
  const size = commonSize(item.choices, useLanguage());
  const drag = useCardDrag((id, place) => {
    if (locked) return;
    onEdit(place === null ? takeBack(draft, id) : putElement(draft, id, Number(place)));
  });
  return (
    <div className="associate" onKeyDown={moveFocus} role="presentation">
      <div className="associate__pairs" style={{ '--columns': item.correct.length }}>
        {pairsShown(item, draft, props.marked).map(([one, other]) => (
          <span key={one.place} className="associate__pair">
            <Half {...props} half={one} drag={drag} />
            <Link2 aria-hidden="true" />
            <Half {...props} half={other} drag={drag} />
          </span>
        ))}
      </div>
      <div className="gap-match__pool" style={{ '--columns': item.choices.length }}>
        {shuffledUnlike(item.choices, seed, (order) => pairsUp(item, order)).map((choice) =>
          draft.places.includes(choice.id) ? (
            <span key={choice.id} className="match__gone" />
          ) : (
            <button
              key={choice.id}
              type="button"
              className="part part--free"
              style={draggedStyle(drag.dragged, choice.id)}
              disabled={locked}
              onClick={() => {
                speak(choice);
                onEdit(touchElement(draft, choice.id));
              }}
              {...drag.handlersFor(choice.id)}
            >
              <OptionFace option={choice} base={base} size={size} />
            </button>
          ),
        )}
      </div>
    </div>
  );
}

/** Whether touching the cards in this order would find all pairs. */
function pairsUp({ correct }: AssociateProps['item'], order: readonly ChoiceOption[]): boolean {
  const ids = order.map(({ id }) => id);
  return correct.every(([one, other]) => {
    const at = ids.indexOf(one);
    return ids[at % 2 === 0 ? at + 1 : at - 1] === other && at < correct.length * 2;
  });
}

interface HalfProps extends AssociateProps {
  readonly half: ShownHalf;
  readonly drag: CardDrag;
}

/** One of the two places of a pair. */
function Half({ item, draft, base, locked, onEdit, half, drag }: HalfProps) {
  const say = useSay();
  const size = commonSize(item.choices, useLanguage());
  const choice = item.choices.find(({ id }) => id === half.shown);
  if (choice === undefined) {
    return (
      <span className="associate__place" data-drop={half.place}>
        <span className="unseen">{say('match.place')}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      data-drop={half.place}
      className={`part part--${half.state}`}
      style={draggedStyle(drag.dragged, choice.id)}
      disabled={locked}
      onClick={() => onEdit(takeBack(draft, choice.id))}
      {...(locked ? {} : drag.handlersFor(choice.id))}
    >
      <OptionFace option={choice} base={base} size={size} />
      <PartBadge state={half.state} />
    </button>
  );
}
