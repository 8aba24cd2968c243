import { useState } from 'react';
import type { ReactNode } from 'react';
import { gapsOf } from '../../../../shared/contracts/lesson/gap-items.ts';
import type { ChoiceOption } from '../../../../shared/contracts/lesson.ts';
import type { Picture } from '../../../../shared/contracts/phrase.ts';
import { inLanguage, useLanguage } from '../../../i18n/language.tsx';
import { moveFocus } from '../../../ui/arrow-keys.ts';
import { emptyGap, fillGap, touchChoice } from '../drafts/gap-match-draft.ts';
import type { ItemProps } from '../item-props.ts';
import { commonSize } from '../label-size.ts';
import { OptionFace } from '../option-face.tsx';
import { shuffledUnlike } from '../shuffle.ts';
import { draggedStyle, useCardDrag } from '../use-card-drag.ts';
import type { CardDrag } from '../use-card-drag.ts';
import { useSpeak } from '../use-speak.ts';
import { GapPlace } from './gap-place.tsx';
import { GapText } from './gap-text.tsx';
import './gap-match-item.css';

type GapMatchProps = ItemProps<'gapMatch'>;

/** Put words into the gaps of a text or a picture: touch one after the other, or drag. */
export function GapMatchItem(props: GapMatchProps) {
  const { item, draft, base, locked, onEdit } = props;
  const reusable = usedTwice(item.correct.map(([choice]) => choice));
  const drag = useCardDrag((choice, gap) => {
    if (locked) return;
    const from = draft.pairs.find(([id]) => id === choice)?.[1];
    if (gap !== null) onEdit(fillGap(draft, choice, gap, reusable));
    else if (from !== undefined) onEdit(emptyGap(draft, from));
  });
  const place = (gap: string) => <GapPlace {...props} gap={gap} drag={drag} />;
  const { text, scene } = item;
  return (
    <div
      className={`gap-match${scene === undefined ? '' : ' gap-match--scene'}`}
      onKeyDown={moveFocus}
      role="presentation"
    >
      {text !== undefined && <GapText text={text} renderGap={place} />}
      {scene !== undefined && (
        <Scene picture={scene} base={base} gaps={item.gaps}>
          {place}
        </Scene>
      )}
      <Pool {...props} reusable={reusable} drag={drag} />
    </div>
  );
}

interface SceneProps {
  readonly picture: Picture;
  readonly base: string;
  readonly gaps: GapMatchProps['item']['gaps'];
  readonly children: (gap: string) => ReactNode;
}

/** A picture with its gaps where they lie on it. */
function Scene({ picture, base, gaps, children }: SceneProps) {
  const language = useLanguage();
  const [aspect, setAspect] = useState(4 / 3);
  return (
    <div className="gap-match__room">
      <div className="gap-match__scene" style={{ '--aspect': aspect }}>
        <img
          src={base + picture.src}
          alt={inLanguage(picture.alt, language)}
          draggable={false}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            naturalHeight > 0 && setAspect(naturalWidth / naturalHeight)
          }
        />
        {gaps.map(({ id, x, y }) => (
          <span key={id} className="gap-match__spot" style={{ '--x': x, '--y': y }}>
            {children(id)}
          </span>
        ))}
      </div>
    </div>
  );
}

interface PoolProps extends GapMatchProps {
  readonly reusable: boolean;
  readonly drag: CardDrag;
}

/** The words still to be placed; each leaves its own gap behind, so that the others lie still. */
function Pool({ item, draft, base, seed, locked, onEdit, reusable, drag }: PoolProps) {
  const speak = useSpeak(base);
  const size = commonSize(item.choices, useLanguage());
  const placed = reusable ? [] : draft.pairs.map(([choice]) => choice);
  return (
    <div className="gap-match__pool" style={{ '--columns': item.choices.length }}>
      {shuffledUnlike(item.choices, seed, (order) => fillsGaps(item, order)).map((choice) =>
        placed.includes(choice.id) ? (
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
              onEdit(touchChoice(draft, choice.id, gapsOf(item), reusable));
            }}
            {...drag.handlersFor(choice.id)}
          >
            <OptionFace option={choice} base={base} size={size} />
          </button>
        ),
      )}
    </div>
  );
}

/** Whether touching the choices in this order would fill all gaps rightly. */
function fillsGaps(item: GapMatchProps['item'], order: readonly ChoiceOption[]): boolean {
  const fitting = new Map(item.correct.map(([choice, gap]) => [gap, choice]));
  return gapsOf(item).every((gap, index) => fitting.get(gap) === order[index]?.id);
}

const usedTwice = (ids: readonly string[]) => new Set(ids).size < ids.length;
