import { describe, expect, it } from 'vitest';
import { ReanError } from '../../shared/errors.ts';
import { createJsonLog } from './json-log.ts';

function recorded() {
  const lines: string[] = [];
  const log = createJsonLog((line) => lines.push(line), { wallMs: () => 0 }, 'kiosk');
  return { log, lines };
}

describe('createJsonLog', () => {
  it('[WIN10] writes one JSON object a line: when, how grave, who, what, with its facts', () => {
    const { log, lines } = recorded();
    log.warn('navigation.refused', { what: 'page' });
    expect(lines).toEqual([
      '{"at":"1970-01-01T00:00:00.000Z","level":"warn","from":"kiosk","event":"navigation.refused","what":"page"}\n',
    ]);
  });

  it('[WIN10] keeps what an error says out of the log: it may quote a learner', () => {
    const { log, lines } = recorded();
    const cause = new TypeError('Sokha answered 7');
    log.error('failed', { error: new ReanError('store.full', { path: '/d' }, cause) });
    log.error('failed', { error: cause });
    expect(lines.join()).not.toContain('Sokha');
    expect(lines[0]).toContain('"code":"store.full"');
    expect(lines[0]).toContain('"path":"/d"');
    expect(lines[1]).toContain('"name":"TypeError"');
  });
});
