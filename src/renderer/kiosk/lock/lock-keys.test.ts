import { beforeAll, afterAll, describe, expect, it, vi } from 'vitest';
import { holdKey } from './lock-keys.ts';

/** As much of a key's event as is looked at. */
class PressedKey extends Event {
  readonly key: string;
  readonly repeat: boolean;
  constructor(key: string, { type = 'keydown', repeat = false } = {}) {
    super(type, { cancelable: true });
    this.key = key;
    this.repeat = repeat;
  }
}

beforeAll(() => vi.stubGlobal('KeyboardEvent', PressedKey));
afterAll(() => vi.unstubAllGlobals());

function officer(entering: boolean) {
  const done: string[] = [];
  return {
    done,
    keys: {
      entering,
      press: () => done.push('press'),
      type: (press: unknown) => done.push(JSON.stringify(press)),
      leave: () => done.push('leave'),
    },
  };
}

describe('keys on a locked screen', () => {
  it('[ACT3] do nothing underneath, whichever they are', () => {
    const { keys, done } = officer(false);
    for (const key of ['a', '1', 'Tab', 'Escape', 'F5', ' ']) {
      const event = new PressedKey(key);
      const underneath = vi.fn<() => void>();
      const target = new EventTarget();
      target.addEventListener('keydown', (each) => holdKey(each, keys));
      target.addEventListener('keydown', underneath);
      target.dispatchEvent(event);
      expect(event.defaultPrevented).toBe(true);
      expect(underneath).not.toHaveBeenCalled();
    }
    expect(done).toEqual([]);
  });

  it('[OVR1] press the padlock by Enter, a held one once', () => {
    const { keys, done } = officer(false);
    holdKey(new PressedKey('Enter'), keys);
    holdKey(new PressedKey('Enter', { repeat: true }), keys);
    holdKey(new PressedKey('Enter', { type: 'keyup' }), keys);
    expect(done).toEqual(['press']);
  });

  it('[OVR1] type a code, go to its buttons, and lead back', () => {
    const { keys, done } = officer(true);
    const events = ['7', 'Backspace', 'x', 'Tab', 'Enter', 'Escape'].map(
      (key) => new PressedKey(key),
    );
    for (const event of events) holdKey(event, keys);
    expect(events.map(({ defaultPrevented }) => defaultPrevented)).toEqual([
      true,
      true,
      true,
      false,
      false,
      true,
    ]);
    expect(done).toEqual(['{"digit":"7"}', '"erase"', 'null', 'null', 'null', 'leave']);
  });
});
