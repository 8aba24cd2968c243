import { useEffect, useRef, useState } from 'react';
import { asReanError } from '../../../shared/errors.ts';
import type { ReanError } from '../../../shared/errors.ts';
import { useStation } from '../station.ts';

type Station = ReturnType<typeof useStation>;

export type Opened<View> =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly view: View }
  | { readonly state: 'failed'; readonly error: ReanError };

interface OpenedThere<View> {
  readonly opened: Opened<View>;
  /** Opens it anew where that failed. */
  readonly again: () => void;
  /**
   * Leaves it at the station, then goes where `then` leads: until the station has heard of it, the
   * window might still be given the microphone for it ([RAL5]).
   */
  readonly leave: (then: () => void) => void;
}

/**
 * Opens something to play at the station, and leaves it there when the screen goes away.
 *
 * @param open asked once as the screen appears, and once each time `again` is
 */
export function useOpened<View>(open: (station: Station) => Promise<View>): OpenedThere<View> {
  const station = useStation();
  const [opened, setOpened] = useState<Opened<View>>({ state: 'opening' });
  // A new object each time it is asked for, so that asking again asks again.
  const [asked, setAsked] = useState(() => ({ open }));
  const leaving = useRef(false);
  useEffect(() => {
    let left = false;
    const show = (next: Opened<View>) => (left ? undefined : setOpened(next));
    asked.open(station).then(
      (view) => show({ state: 'open', view }),
      (error: unknown) => show({ state: 'failed', error: asReanError(error) }),
    );
    return () => {
      left = true;
      if (!leaving.current) void leaveAt(station);
    };
  }, [station, asked]);
  return {
    opened,
    again: () => {
      setOpened({ state: 'opening' });
      setAsked((before) => ({ ...before }));
    },
    leave: (then) => {
      if (leaving.current) return;
      leaving.current = true;
      void leaveAt(station).then(then);
    },
  };
}

/** Where the station is already gone there is nothing to leave. */
const leaveAt = (station: Station): Promise<void> =>
  station.call('lesson.leave', undefined).catch(() => undefined);
