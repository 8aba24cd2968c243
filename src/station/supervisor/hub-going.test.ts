import { Subject } from 'rxjs';
import { expect, it } from 'vitest';
import { HubGoing } from './hub-going.ts';
import type { HubGoingState } from './hub-going.ts';

it('[CLS8] a hub is off once it answered that it goes and is away, until it answers again; one that is away alone is not', () => {
  const reachable = new Subject<boolean>();
  const hub = new HubGoing(reachable);
  const seen: HubGoingState[] = [];
  hub.state$.subscribe((state) => seen.push(state));
  reachable.next(true);
  reachable.next(false);
  reachable.next(true);
  hub.note();
  reachable.next(false);
  reachable.next(true);
  hub.close();
  expect(seen).toEqual(['no', 'going', 'off', 'no']);
});
