import { ArrowRight } from 'lucide-react';
import { formatDigits } from '../../../../shared/khmer/numbers.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { moveFocus } from '../../../ui/arrow-keys.ts';
import { useSay } from '../../shell/say.ts';
import { putElement, takeBack, touchElement } from '../drafts/order-draft.ts';
import type { ItemProps } from '../item-props.ts';
import { commonSize } from '../label-size.ts';
import { OptionFace, PartBadge } from '../option-face.tsx';
import type { PartState } from '../part-state.ts';
import { shuffled } from '../shuffle.ts';
import { draggedStyle, useCardDrag } from '../use-card-drag.ts';
import type { CardDrag } from '../use-card-drag.ts';
import { useSpeak } from '../use-speak.ts';
import './order-item.css';

type OrderProps = ItemProps<'order'>;

/** Put into order: touch cards one after the other, or drag them to their places. */
export function OrderItem(props: OrderProps) {
  const { item, draft, base, seed, locked, onEdit } = props;
  const drag = useCardDrag((id, place) => {
    if (locked) return;
    onEdit(place === null ? takeBack(draft, id) : putElement(draft, id, Number(place)));
  });
  const speak = useSpeak(base);
  const pool = shuffled(item.elements, seed);
  const size = commonSize(item.elements, useLanguage());
  return (
    <div className="order" onKeyDown={moveFocus} role="presentation">
      <div className="order__row" style={{ '--columns': item.elements.length }}>
        {draft.places.map((_, place) => (
          <Place key={item.elements[place]?.id} {...props} place={place} drag={drag} />
        ))}
      </div>
      <div className="order__way" aria-hidden="true">
        <ArrowRight />
      </div>
      <div className="order__row" style={{ '--columns': item.elements.length }}>
        {pool.map((element) =>
          draft.places.includes(element.id) ? (
            <span key={element.id} className="match__gone" />
          ) : (
            <button
              key={element.id}
              type="button"
              className="part part--free"
              style={draggedStyle(drag.dragged, element.id)}
              disabled={locked}
              onClick={() => {
                speak(element);
                onEdit(touchElement(draft, element.id));
              }}
              {...drag.handlersFor(element.id)}
            >
              <OptionFace option={element} base={base} size={size} />
            </button>
          ),
        )}
      </div>
    </div>
  );
}

interface PlaceProps extends OrderProps {
  readonly place: number;
  readonly drag: CardDrag;
}

function Place({ item, draft, base, marked, locked, onEdit, place, drag }: PlaceProps) {
  const say = useSay();
  const language = useLanguage();
  const placed = draft.places[place] ?? null;
  const right = item.elements[place];
  const fits = marked !== null && placed !== null && placed === right?.id;
  const showsAnswer = marked?.answer !== null && marked !== null && !fits;
  const shown = showsAnswer ? right : item.elements.find((each) => each.id === placed);
  const state = placeState(marked !== null, fits, showsAnswer);
  const number = formatDigits(place + 1, language);
  if (shown === undefined) {
    return (
      <span className="order__place" data-drop={place}>
        <span className="unseen">{say('order.place', { place: place + 1 })}</span>
        <span aria-hidden="true">{number}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      data-drop={place}
      className={`part part--${state}`}
      style={draggedStyle(drag.dragged, shown.id)}
      disabled={locked}
      onClick={() => onEdit(takeBack(draft, shown.id))}
      {...(locked ? {} : drag.handlersFor(shown.id))}
    >
      <OptionFace option={shown} base={base} size={commonSize(item.elements, language)} />
      <PartBadge state={state} />
    </button>
  );
}

function placeState(marked: boolean, fits: boolean, showsAnswer: boolean): PartState {
  if (!marked) return 'free';
  if (fits) return 'fits';
  return showsAnswer ? 'answer' : 'misfits';
}
