import { describe, expect, it } from 'vitest';
import { ids } from '../../../tests/factories/events.ts';
import { QuietWatch } from './quiet-watch.ts';

const minute = 60_000;
const { sitting } = ids;
const at = (answers: number, lesson: string | null = 'pack/first') => ({
  sitting,
  lesson,
  answers,
});

describe('[LIV4] a seat', () => {
  it('is idle once nobody has touched it for two minutes, until somebody does', () => {
    const quiet = new QuietWatch(0);
    quiet.note(at(0), 0);
    expect(quiet.at(2 * minute - 1)).toBeNull();
    expect(quiet.at(2 * minute)).toBe('idle');
    quiet.touch(3 * minute);
    expect(quiet.at(3 * minute)).toBeNull();
  });

  it('stands still in a lesson after five minutes without an answer, though somebody is at it', () => {
    const quiet = new QuietWatch(0);
    quiet.note(at(0), 0);
    for (let now = minute; now <= 5 * minute; now += minute) quiet.touch(now);
    expect(quiet.at(5 * minute)).toBe('stalled');
    quiet.note(at(1), 5 * minute);
    expect(quiet.at(5 * minute)).toBeNull();
  });

  it('does not stand still where no lesson is open, and is nothing where nobody sits', () => {
    const quiet = new QuietWatch(0);
    quiet.note(at(0, null), 0);
    quiet.touch(9 * minute);
    expect(quiet.at(9 * minute)).toBeNull();
    quiet.note(null, 9 * minute);
    expect(quiet.at(90 * minute)).toBeNull();
    quiet.note(at(0), 90 * minute);
    expect(quiet.at(91 * minute)).toBeNull();
  });
});
