import { describe, expect, it, vi } from 'vitest';
import type { Log } from '../../shared/ports.ts';
import { createSeat } from './seat.ts';
import type { SeatWindow } from './seat.ts';

interface NamedWindow extends SeatWindow {
  readonly name: string;
}

const log: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** Windows that note, in one list, what happens to them. */
function room(fails: (nth: number) => boolean = () => false) {
  const story: string[] = [];
  let opened = 0;
  const open = (): Promise<NamedWindow> => {
    opened += 1;
    const name = `window ${opened}`;
    if (fails(opened)) return Promise.reject(new Error(`no ${name}`));
    let gone = false;
    story.push(`${name} shown`);
    return Promise.resolve({
      name,
      destroy: () => {
        gone = true;
        story.push(`${name} destroyed`);
      },
      isDestroyed: () => gone,
    });
  };
  const silence = ({ name }: NamedWindow) => {
    story.push(`${name} silenced`);
  };
  const pause = () => Promise.resolve();
  return { story, seat: createSeat({ open, silence, pause, log }) };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('createSeat', () => {
  it('[WIN2] shows the next window before the last sitting’s is destroyed, and hears the old no more', async () => {
    const { story, seat } = room();
    await seat.fill();
    seat.sitting(true);
    seat.sitting(false);
    await settled();
    expect(story).toEqual([
      'window 1 shown',
      'window 1 silenced',
      'window 2 shown',
      'window 1 destroyed',
    ]);
  });

  it('[WIN2] changes nothing while nobody or the same learner sits there', async () => {
    const { story, seat } = room();
    await seat.fill();
    for (const present of [false, false, true, true]) seat.sitting(present);
    await settled();
    expect(story).toEqual(['window 1 shown']);
  });

  it('[WIN2] gives each of two quick sittings its own window, one after the other', async () => {
    const { story, seat } = room();
    await seat.fill();
    for (const present of [true, false, true, false]) seat.sitting(present);
    await vi.waitFor(() => expect(story).toHaveLength(7));
    expect(story.filter((line) => line.endsWith('shown'))).toHaveLength(3);
    expect(story.at(-1)).toBe('window 2 destroyed');
  });

  it('[WIN2] tries again when the new window fails to open, the old one staying in sight', async () => {
    const { story, seat } = room((nth) => nth === 2 || nth === 3);
    await seat.fill();
    seat.sitting(true);
    seat.sitting(false);
    await vi.waitFor(() => expect(story.at(-1)).toBe('window 1 destroyed'));
    expect(story).toEqual([
      'window 1 shown',
      'window 1 silenced',
      'window 4 shown',
      'window 1 destroyed',
    ]);
  });

  it('[WIN8] stays empty once closed, a window still being opened included', async () => {
    const { story, seat } = room();
    const filling = seat.fill();
    seat.close();
    await filling;
    expect(story).toEqual(['window 1 shown', 'window 1 destroyed']);
  });
});
