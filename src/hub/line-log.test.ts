import { expect, it } from 'vitest';
import { lineLog } from './line-log.ts';

it('a line of the log says when, whatever the facts are called', () => {
  const lines: string[] = [];
  const log = lineLog({ wallMs: () => 0, monotonicMs: () => 0 }, (line) => lines.push(line));
  log.error('backup.record-unreadable', { file: 'backup.json', at: 'not JSON' });
  log.info('hub.stopped');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      at: '1970-01-01T00:00:00.000Z',
      level: 'error',
      event: 'backup.record-unreadable',
      file: 'backup.json',
      place: 'not JSON',
    },
    { at: '1970-01-01T00:00:00.000Z', level: 'info', event: 'hub.stopped' },
  ]);
});
