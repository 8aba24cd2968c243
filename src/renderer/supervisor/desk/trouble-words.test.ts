import { expect, it } from 'vitest';
import { ReanError } from '../../../shared/errors.ts';
import { troubleWords } from './trouble-words.ts';

it('[SGN3] says how long the wait after wrong tries is, also the longest', () => {
  const wait = (waitMs: number) => new ReanError('sign-in.wait', { waitMs });
  expect(troubleWords(wait(30 * 60_000), 'en').next).toContain('30 minutes');
  expect(troubleWords(wait(5000), 'km').next).toContain('៥ វិនាទី');
});
