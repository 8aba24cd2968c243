import { describe, expect, it } from 'vitest';
import { errorCodes, ReanError } from '../shared/errors.ts';
import type { ErrorCode } from '../shared/errors.ts';
import { tellFailure } from './hub/failure.ts';
import { tellLabFailure } from './lab/lab-failure.ts';
import { tellPackFailure } from './pack/tell-failure.ts';
import { stationFailures } from './station/station-failures.ts';

/** What only a window ever says: no command at a console leads there. */
const ofWindows: readonly ErrorCode[] = [
  'lockdown.failed',
  'sign-in.unknown',
  'sitting.none',
  'lesson.not-open',
  'lesson.item-unknown',
  'report.changed',
  'lesson.waits',
  'lesson.not-taken',
  'hub.seats-on',
  'look.gone',
  'look.private',
  'look.busy',
  'look.failed',
  'viewing.open',
  'viewing.none',
  'viewing.pointless',
  'help.over',
  'help.moved',
  'count.day',
  'count.corrected',
  'attendance.day',
  'attendance.changed',
  'attendance.none',
  'attendance.pointless',
  'timetable.changed',
  'timetable.clash',
  'timetable.gone',
  'lab-day.near',
  'lab-day.clash',
  'print.failed',
  'file.unwritable',
  'file.unreadable',
  'stick.refused',
  'printer.refused',
  'update.refused',
  'ipc.wrong-sender',
  'ipc.unknown-command',
  'station.restarted',
];

const sentencesOf = (code: ErrorCode) => {
  const error = new ReanError(code);
  return [
    tellFailure(error),
    tellFailure(error, stationFailures),
    tellPackFailure(error),
    tellLabFailure(error),
  ].map(({ sentence }) => sentence);
};

describe('what a console says of a failure', () => {
  it('is a sentence of its own for every code that can come there; a new one has to be given one', () => {
    const without = errorCodes.filter((code) =>
      sentencesOf(code).every((sentence) => sentence.includes('unforeseen')),
    );
    expect(without).toEqual([...ofWindows, 'unexpected']);
  });

  it('ends as a sentence does, and leaves no fact out in the open', () => {
    const odd = errorCodes.filter((code) =>
      sentencesOf(code).some((sentence) => !/[.)]$/.test(sentence) || sentence.includes('[object')),
    );
    expect(odd).toEqual([]);
  });
});
