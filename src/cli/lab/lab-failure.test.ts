import { expect, it } from 'vitest';
import { ReanError } from '../../shared/errors.ts';
import { tellLabFailure } from './lab-failure.ts';

it.each([
  [new ReanError('store.in-use', { path: '/d', held: 'lab' }), 'already running on /d'],
  [new ReanError('config.invalid', { path: '/d', problem: 'not-a-lab' }), 'Nothing was removed'],
  [new ReanError('config.outdated', { path: '/d' }), 'npm start -- --reset'],
  [new ReanError('runtime.missing', { path: '/d' }), 'npm run runtime'],
  [new ReanError('site.missing', { path: '/d' }), 'No site is set up in /d'],
])('[RUN6] says what happened and what to do: %s', (error, words) => {
  const { sentence, exitCode } = tellLabFailure(error);
  expect(sentence).toContain(words);
  expect(exitCode).toBeGreaterThan(0);
});
