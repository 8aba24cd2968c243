import { digitPress } from '../who/digit-press.ts';
import type { DigitPress } from '../who/digit-press.ts';

/** What keys do on a locked screen for an officer, and for nobody else ([OVR1]). */
export interface OfficerKeys {
  /** Whether a code is being typed. */
  readonly entering: boolean;
  /** As the padlock is pressed. */
  readonly press: () => void;
  readonly type: (press: DigitPress) => void;
  readonly leave: () => void;
}

/** Keys that go from button to button, and press one. */
const buttonKeys: readonly string[] = ['Tab', 'Enter', ' '];

/** Holds a key back from whatever is open underneath; where a code is typed, digits and buttons have theirs. */
export function holdKey(event: Event, officer: OfficerKeys): void {
  event.stopImmediatePropagation();
  const isKey = event instanceof KeyboardEvent;
  const isForButtons = isKey && officer.entering && buttonKeys.includes(event.key);
  if (!isForButtons || event.repeat) event.preventDefault();
  if (!isKey || event.type !== 'keydown' || event.repeat) return;
  if (!officer.entering) {
    if (event.key === 'Enter') officer.press();
    return;
  }
  if (event.key === 'Escape') officer.leave();
  else officer.type(digitPress(event));
}
