import {
  ArrowBigUp,
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  Check,
  CornerDownLeft,
  Delete,
  Space,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useEffect } from 'react';
import { khmerSign } from '../../../ui/keyboard/nida.ts';
import { keyboardRows, placeOfKey } from '../../../ui/keyboard/key-places.ts';
import { useSay } from '../../shell/say.ts';
import { pressKey } from '../drafts/key-drill-draft.ts';
import type { ItemProps } from '../item-props.ts';
import './key-drill-item.css';

type DrillProps = ItemProps<'keyDrill'>;

const icons: Readonly<Record<string, LucideIcon>> = {
  ' ': Space,
  Enter: CornerDownLeft,
  Backspace: Delete,
  Shift: ArrowBigUp,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ArrowDown,
};

/** Press the shown keys, one after the other; a drawn keyboard shows where each lies. */
export function KeyDrillItem({ item, draft, locked, onEdit }: DrillProps) {
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
      <DrawnKeyboard asked={asked} wrong={draft.wrongKey} />
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

function KeyFace({ name }: { readonly name: string }) {
  const Icon = icons[name];
  return Icon === undefined ? <span>{capOf(name)}</span> : <Icon />;
}

/** Letters as printed on the keys. */
const capOf = (name: string) => (/^[a-z]$/.test(name) ? name.toUpperCase() : name);

/** What is printed on a key, if one sign is. */
const printedOn = (code: string) => /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? '';

/** The keyboard of the desk, with the asked key filled, and the one pressed instead marked. */
function DrawnKeyboard(props: {
  readonly asked: string | undefined;
  readonly wrong: string | null;
}) {
  const asked = props.asked === undefined ? null : placeOfKey(props.asked);
  const wrong = props.wrong === null ? null : placeOfKey(props.wrong);
  return (
    <div className="desk-keys" aria-hidden="true">
      {keyboardRows.map((row) => (
        <div className="desk-keys__row" key={row[0]?.[0]}>
          {row.map(([code, width]) => {
            const isAsked =
              asked?.code === code || (asked?.shifted === true && code === 'ShiftLeft');
            const state = isAsked ? 'asked' : wrong?.code === code ? 'wrong' : 'plain';
            return (
              <span
                key={code}
                className={`desk-keys__key desk-keys__key--${state}`}
                style={{ '--width': width }}
              >
                {state === 'plain' ? (
                  printedOn(code)
                ) : (
                  <KeyFace name={faceName(code, isAsked ? props.asked : props.wrong)} />
                )}
              </span>
            );
          })}
        </div>
      ))}
    </div>
  );
}

const faceName = (code: string, key: string | null | undefined) =>
  code === 'ShiftLeft' ? 'Shift' : (key ?? '');
