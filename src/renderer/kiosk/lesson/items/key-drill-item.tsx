import { Check } from 'lucide-react';
import { useEffect } from 'react';
import { khmerSign } from '../../../ui/keyboard/nida.ts';
import { useSay } from '../../shell/say.ts';
import { pressKey } from '../drafts/key-drill-draft.ts';
import type { ItemProps } from '../item-props.ts';
import { DrawnKeyboard } from './drawn-keyboard.tsx';
import { KeyFace } from './key-face.tsx';
import './key-drill-item.css';

type DrillProps = ItemProps<'keyDrill'> & {
  /** The keys are touched on the screen, in the foot ([LSN19]): no need to draw those of the desk. */
  readonly onScreen: boolean;
};

/** Press the shown keys, one after the other; a drawn keyboard shows where each lies. */
export function KeyDrillItem({ item, draft, locked, onEdit, onScreen }: DrillProps) {
  const say = useSay();
  useEffect(() => {
    if (locked) return undefined;
    const hear = (event: KeyboardEvent) => {
      if (leadsElsewhere(event) || event.repeat || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      const khmer = khmerSign({
        code: event.code,
        shiftKey: event.shiftKey,
        alternate: event.altKey,
      });
      onEdit(pressKey(draft, item.keys, khmer === null ? [event.key] : [event.key, khmer]));
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [draft, item, locked, onEdit]);
  const asked = item.keys[draft.pressed];
  return (
    <div className="drill">
      <p className="unseen" aria-live="polite">
        {asked === undefined ? say('keys.done') : `${say('keys.press')}: ${asked}`}
      </p>
      <ol className="drill__keys" aria-hidden="true">
        {item.keys.map((key, place) => (
          <li
            // The same key may be asked for again and again; its place tells it apart.
            key={`${place} ${key}`}
            className={`drill__key drill__key--${keyState(place, draft.pressed)}`}
          >
            <KeyFace name={key} />
            {place < draft.pressed && <Check className="drill__done" />}
          </li>
        ))}
      </ol>
      {!onScreen && <DrawnKeyboard asked={asked} wrong={draft.wrongKey} />}
    </div>
  );
}

/** Tab leads to the buttons; one reached that way takes Enter and the space bar. */
function leadsElsewhere(event: KeyboardEvent): boolean {
  if (event.key === 'Tab') return true;
  const button = event.target instanceof HTMLButtonElement ? event.target : null;
  return (event.key === 'Enter' || event.key === ' ') && button?.matches(':focus-visible') === true;
}

function keyState(place: number, pressed: number): 'done' | 'now' | 'ahead' {
  if (place < pressed) return 'done';
  return place === pressed ? 'now' : 'ahead';
}
