import { expect, it } from 'vitest';
import { errorCodes, ReanError } from '../../../shared/errors.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import { troubleTexts, troubleTextsOf } from '../../i18n/texts/supervisor/troubles.ts';
import { troubleWords } from './trouble-words.ts';

it('[SGN3] says how long the wait after wrong tries is, also the longest', () => {
  const wait = (waitMs: number) => new ReanError('sign-in.wait', { waitMs });
  expect(troubleWords(wait(30 * 60_000), 'en').next).toContain('30 minutes');
  expect(troubleWords(wait(5000), 'km').next).toContain('៥ វិនាទី');
});

/** What no officer's deed leads to: packs and folders are a console's, sittings and lessons a kiosk's,
 * its lock before anybody is signed in. */
const elsewhere =
  /^(pack|keyring|import|backup|enrol|config|site|sitting|lesson|ipc|display|runtime|port|lockdown|update)\./;

it('has a sentence of its own for every failure an officer can meet; a new one has to be given one', () => {
  const own = (code: ErrorCode) =>
    troubleTextsOf(new ReanError(code)) !== troubleTexts.unexpected || elsewhere.test(code);
  expect(errorCodes.filter((code) => !own(code))).toEqual(['sign-in.unknown', 'unexpected']);
});

it('[PRM4] says each in words of its own what is wrong with the second person', () => {
  const troubles = [
    ...['missing', 'same', 'denied', 'disabled'].map(
      (problem) => new ReanError('permission.second', { problem }),
    ),
    new ReanError('permission.denied', { problem: 'disabled' }),
    new ReanError('permission.denied'),
    new ReanError('sign-in.wrong', { waitMs: 0 }),
    new ReanError('sign-in.wrong', { waitMs: 5000 }),
    new ReanError('sign-in.wait', { waitMs: 5000 }),
  ];
  for (const language of ['km', 'en'] as const) {
    const said = troubles.map((error) => troubleWords(error, language).what);
    expect(new Set(said).size).toBe(troubles.length);
  }
  const third = new ReanError('sign-in.wrong', { waitMs: 5000 });
  expect(troubleWords(third, 'en').next).toContain('5 seconds');
});
