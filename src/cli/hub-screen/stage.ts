import type { HubScreenName } from '../../imaging/plan/hub-screens.ts';
import type { Key } from './keys.ts';

/** What is on the screen: a picture, and what only this PC knows. */
export interface View {
  readonly screen: HubScreenName;
  /** Beside the sentence of each number. */
  readonly beside?: Readonly<Record<number, string>>;
  /** Rows beneath the sentences, in large and in small letters. */
  readonly big?: readonly string[];
  readonly small?: readonly string[];
}

/** A screen and a keyboard. */
export interface Stage {
  show(view: View): void;
  /** The next key; null where none comes for so long, ms. */
  key(idleMs?: number): Promise<Key | null>;
}

/** How much of a line is shown: its end, as that is what is being typed. */
const lineLength = 50;

/** Shows a screen until Enter is pressed. False where nobody does for so long, ms, or Escape is. */
export async function untilEnter(stage: Stage, view: View, idleMs?: number): Promise<boolean> {
  stage.show(view);
  for (;;) {
    const key = await stage.key(idleMs);
    if (key === null || key.kind === 'escape') return false;
    if (key.kind === 'enter') return true;
  }
}

export interface Asked {
  readonly view: View;
  /** Stars are shown in its place. */
  readonly isSecret?: boolean;
  /** Whether an empty line is an answer. */
  readonly mayBeEmpty?: boolean;
  readonly most?: number;
  readonly idleMs?: number;
}

/** A line that a person types; null where they press Escape, or nothing for so long. */
export async function askLine(stage: Stage, asked: Asked): Promise<string | null> {
  const { view, isSecret = false, mayBeEmpty = false, most = 200, idleMs } = asked;
  let typed = '';
  for (;;) {
    const told = isSecret ? '*'.repeat(typed.length) : typed;
    stage.show({ ...view, small: [...(view.small ?? []), `> ${told.slice(-lineLength)}_`] });
    const key = await stage.key(idleMs);
    if (key === null || key.kind === 'escape') return null;
    if (key.kind === 'letter' && typed.length < most) typed += key.letter;
    if (key.kind === 'erase') typed = typed.slice(0, -1);
    if (key.kind === 'enter' && (mayBeEmpty || typed.trim() !== '')) return typed.trim();
  }
}
