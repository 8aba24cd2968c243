import { describe, expect, it } from 'vitest';
import { ReanError } from '../../shared/errors.ts';
import { readCouch } from './couch-options.ts';
import { tellFailure } from './failure.ts';

async function told(options: Parameters<typeof readCouch>[0]) {
  const failed = await readCouch(options).then(
    () => null,
    (error: unknown) => error,
  );
  return tellFailure(failed);
}

describe('[CDB3] a CouchDB as named on the command line', () => {
  it.each(['nonsense', 'ftp://127.0.0.1', 'http://', 'http://a:b@127.0.0.1:5984'])(
    'is refused in words where %j is no address of one',
    async (couch) => {
      const { sentence, exitCode } = await told({ couch });
      expect(sentence).toContain('The CouchDB address given');
      expect(exitCode).toBe(78);
    },
  );

  it('names the file that can’t be read', async () => {
    const couch = 'http://127.0.0.1:5984';
    const { sentence, exitCode } = await told({ couch, couchCredentials: '/not/there' });
    expect(sentence).toContain('There is no name and password for CouchDB.');
    expect(exitCode).toBe(78);
  });
});

describe('[HUB12] what a technician reads', () => {
  const sentenceOf = (facts: ConstructorParameters<typeof ReanError>[1]) =>
    tellFailure(new ReanError('config.invalid', facts)).sentence;

  it('says what to give in place of what was given', () => {
    expect(sentenceOf({ problem: 'from-or-empty' })).toContain('--empty: one of the two');
    expect(sentenceOf({ problem: 'option', option: 'content' })).toContain('first 8 characters');
    expect(sentenceOf({ problem: 'option', option: 'port' })).toContain('The option --port');
  });

  it('tells another file from a damaged backup', () => {
    const facts = { path: '/stick/x', file: '/stick/x', whole: 0, of: 0 };
    const { sentence } = tellFailure(new ReanError('backup.damaged', facts));
    expect(sentence).toContain('/stick/x holds no backup that can be read');
  });
});
