import { Check } from 'lucide-react';
import { useState } from 'react';
import { formatDigits } from '../../../../shared/khmer/numbers.ts';
import { useLanguage } from '../../../i18n/language.tsx';
import { PackPicture } from '../../shell/pack-media.tsx';
import { useSay } from '../../shell/say.ts';
import { clickTwice, stepDone, stepMissed } from '../drafts/mouse-drill-draft.ts';
import type { ItemProps } from '../item-props.ts';
import { draggedStyle, useCardDrag } from '../use-card-drag.ts';
import { MouseSign } from './mouse-sign.tsx';
import './mouse-drill-item.css';

type DrillProps = ItemProps<'mouseDrill'>;
type Step = DrillProps['item']['steps'][number];

/** Rest on, click, click twice or carry one target after the other; a drawn mouse shows how. */
export function MouseDrillItem(props: DrillProps) {
  const { item, draft, locked, onEdit } = props;
  const say = useSay();
  const language = useLanguage();
  const step = item.steps[draft.done];
  // The next target takes the keyboard from the one that was done with it.
  const [byKeys, setByKeys] = useState(false);
  const done = formatDigits(draft.done, language);
  return (
    <div className="mouse-drill" style={{ '--size': `${item.size}px` }}>
      <p className="mouse-drill__count">
        <span className="unseen">{say('mouse.done', { done: draft.done })}</span>
        {item.steps.map((each, place) => (
          <span
            // The same step may come again; its place tells it apart.
            key={`${place} ${each.do}`}
            className={`mouse-drill__step mouse-drill__step--${place < draft.done ? 'done' : 'ahead'}`}
            aria-hidden="true"
          >
            {place < draft.done && <Check />}
          </span>
        ))}
      </p>
      <div
        className="mouse-drill__field"
        role="presentation"
        onClickCapture={({ detail }) => setByKeys(detail === 0)}
        onPointerDown={({ target, currentTarget }) => {
          if (target === currentTarget && !locked) onEdit(stepMissed(draft));
        }}
      >
        {step !== undefined && <Target key={done} {...props} step={step} byKeys={byKeys} />}
      </div>
    </div>
  );
}

/** The one thing to do now. */
function Target(props: DrillProps & { readonly step: Step; readonly byKeys: boolean }) {
  const { item, draft, base, locked, onEdit, step, byKeys } = props;
  const say = useSay();
  const drag = useCardDrag((_, place) => {
    if (!locked) onEdit(place === 'goal' ? stepDone(draft) : stepMissed(draft));
  });
  const face = <Face picture={item.target} base={base} half={draft.clicks === 1} />;
  const shared = {
    ref: byKeys ? focusOnce : undefined,
    type: 'button' as const,
    className: `mouse-drill__target mouse-drill__target--${step.do}`,
    'aria-label': say(`mouse.${step.do}`),
    disabled: locked,
  };
  return (
    <>
      <MouseSign step={step} />
      {step.do === 'drag' && (
        <span className="mouse-drill__goal" data-drop="goal" style={placed(step.to)}>
          {item.goal !== undefined && <PackPicture base={base} picture={item.goal} />}
        </span>
      )}
      {step.do === 'drag' ? (
        <button
          {...shared}
          style={{ ...placed(step), ...draggedStyle(drag.dragged, 'target') }}
          {...drag.handlersFor('target')}
          onClick={(event) => {
            // A click by the keyboard; the mouse has to carry.
            if (event.detail === 0) onEdit(stepDone(draft));
          }}
        >
          {face}
        </button>
      ) : (
        <button
          {...shared}
          style={placed(step)}
          onPointerEnter={() => {
            if (step.do === 'point' && !locked) onEdit(stepDone(draft));
          }}
          onClick={() =>
            onEdit(
              step.do === 'doubleClick' ? clickTwice(draft, performance.now()) : stepDone(draft),
            )
          }
        >
          {face}
        </button>
      )}
    </>
  );
}

const focusOnce = (button: HTMLButtonElement | null) => button?.focus();

const placed = ({ x, y }: { readonly x: number; readonly y: number }) => ({ '--x': x, '--y': y });

function Face(props: {
  readonly picture: DrillProps['item']['target'];
  readonly base: string;
  /** The first of two clicks is done. */
  readonly half: boolean;
}) {
  return (
    <span className={`mouse-drill__face${props.half ? ' mouse-drill__face--half' : ''}`}>
      {props.picture !== undefined && <PackPicture base={props.base} picture={props.picture} />}
    </span>
  );
}
