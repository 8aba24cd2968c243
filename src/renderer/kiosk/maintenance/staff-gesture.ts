import { useEffect } from 'react';

/** Both Shift keys and no other, held so long, ms: no text is typed so, and no hand lies so by accident ([MNT1]). */
export const gestureHoldMs = 5_000;
const chord: readonly string[] = ['ShiftLeft', 'ShiftRight'];

/** What is held of a keyboard, as far as the gesture goes. */
export interface Held {
  readonly down: ReadonlySet<string>;
}

export const nothingHeld: Held = { down: new Set() };

export const pressed = ({ down }: Held, code: string): Held => ({ down: new Set([...down, code]) });

export const released = ({ down }: Held, code: string): Held => ({
  down: new Set([...down].filter((each) => each !== code)),
});

/** Whether just what the gesture asks for is held. */
export const isChord = ({ down }: Held): boolean =>
  down.size === chord.length && chord.every((code) => down.has(code));

/**
 * Opens the way to the technician's sign-in once the gesture was held to its end.
 * @param on whether it means anything now
 * @param open steady, or the hold begins anew
 */
export function useStaffGesture(on: boolean, open: () => void): void {
  useEffect(() => {
    if (!on) return undefined;
    let held = nothingHeld;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = (now: Held) => {
      held = now;
      clearTimeout(timer);
      timer = isChord(now) ? setTimeout(open, gestureHoldMs) : undefined;
    };
    const press = ({ code, repeat }: KeyboardEvent) => {
      if (!repeat) take(pressed(held, code));
    };
    const release = ({ code }: KeyboardEvent) => take(released(held, code));
    const forget = () => take(nothingHeld);
    window.addEventListener('keydown', press, { capture: true });
    window.addEventListener('keyup', release, { capture: true });
    window.addEventListener('blur', forget);
    return () => {
      forget();
      window.removeEventListener('keydown', press, { capture: true });
      window.removeEventListener('keyup', release, { capture: true });
      window.removeEventListener('blur', forget);
    };
  }, [on, open]);
}
