import { describe, expect, it } from 'vitest';
import { Sightings } from './sightings.ts';

describe('sightings of a learner’s tries', () => {
  it('tell when so many were first seen, whether that has been or is to come', async () => {
    const sightings = new Sightings();
    const third = sightings.whenSeen(3);
    sightings.note(1, 10);
    sightings.note(2, 20);
    sightings.note(2, 25);
    sightings.note(3, 30);
    expect(await sightings.whenSeen(2)).toBe(20);
    expect(await third).toBe(30);
  });

  it('take several at once as seen together', async () => {
    const sightings = new Sightings();
    sightings.note(1, 10);
    sightings.note(4, 40);
    expect(await sightings.whenSeen(2)).toBe(40);
  });

  it('reject when nothing can be seen any more, but tell what was', async () => {
    const sightings = new Sightings();
    const second = sightings.whenSeen(2);
    sightings.note(1, 10);
    sightings.fail(new Error('the window is gone'));
    await expect(second).rejects.toThrow('gone');
    expect(await sightings.whenSeen(1)).toBe(10);
  });
});
