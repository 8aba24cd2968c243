import { expect, it } from 'vitest';
import { onceInSlices } from './in-slices.ts';

it('[LIB3] long work is done once, later, in slices that others come in between', async () => {
  const order: string[] = [];
  const whole = new Promise<void>((resolve) => {
    const begin = onceInSlices(() => {
      order.push('slice');
      const left = order.filter((each) => each === 'slice').length < 3;
      if (left) setImmediate(() => order.push('other'));
      else resolve();
      return left;
    });
    begin();
    begin();
  });
  expect(order).toEqual([]);
  await whole;
  expect(order).toEqual(['slice', 'other', 'slice', 'other', 'slice']);
});
