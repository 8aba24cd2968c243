import { expect, it } from 'vitest';
import { AtOnce } from './at-once.ts';

/** A task that is done when it is told so. */
function task() {
  let finish: () => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const done = new Promise<void>((resolve, reject) => {
    finish = resolve;
    fail = reject;
  });
  return { run: () => done, finish: () => finish(), fail: (error: Error) => fail(error) };
}

it('begins as many as it may at once, and the next when one of them is done', async () => {
  const [first, second, third] = [task(), task(), task()];
  const both = new AtOnce(2);
  await both.begin(first.run);
  await both.begin(second.run);
  let begun = false;
  const waiting = both.begin(() => {
    begun = true;
    return third.run();
  });
  await Promise.resolve();
  expect(begun).toBe(false);
  second.finish();
  await waiting;
  expect(begun).toBe(true);
  first.finish();
  third.finish();
  await both.end();
});

it('tells of a failure once, when all that was begun is done', async () => {
  const [first, second] = [task(), task()];
  const both = new AtOnce(2);
  await both.begin(first.run);
  await both.begin(second.run);
  first.fail(new Error('full'));
  const ended = both.end();
  second.finish();
  await expect(ended).rejects.toThrow('full');
  await both.end();
});
