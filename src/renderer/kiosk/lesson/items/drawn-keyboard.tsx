import { keyboardRows, placeOfKey } from '../../../ui/keyboard/key-places.ts';
import { KeyFace } from './key-face.tsx';
import './drawn-keyboard.css';

/** What is printed on a key, if one sign is. */
const printedOn = (code: string) => /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? '';

/** The keyboard of the desk, with the asked key filled, and the one pressed instead marked. */
export function DrawnKeyboard(props: {
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
