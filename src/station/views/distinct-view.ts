import { distinctUntilChanged } from 'rxjs';
import type { MonoTypeOperatorFunction } from 'rxjs';

/**
 * Lets a view through only when it says something new. Views are plain, small and made anew each
 * time, in one order of members, so their text tells.
 */
export function distinctView<View>(): MonoTypeOperatorFunction<View> {
  return distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b));
}
