import { describe, expect, it } from 'vitest';
import type { PlayerPort, Said } from '../port.ts';
import { ContentTalk } from './content-talk.ts';

function talk(place: string | null) {
  const said: Said[] = [];
  const origin = 'pack://org.rean.test--si-0123456789abcdef/1.0.0/game';
  const pseudonym = `learner-${'0'.repeat(16)}`;
  const port: Pick<PlayerPort, 'launch' | 'say'> = {
    launch: { entry: `${origin}/index.html`, folder: origin, tracks: [], place, pseudonym },
    say: (message) => said.push(message),
  };
  return { said, pages: new ContentTalk(port) };
}

describe('the pages of a folder', () => {
  it('[PCE5] are told where their learner was, by the page before as well', () => {
    const { said, pages } = talk('p1');
    expect(pages.take({ rean: 'where' })).toEqual({ rean: 'place', place: 'p1' });
    expect(pages.take({ rean: 'place', place: 'p2' })).toBeNull();
    expect(pages.take({ rean: 'where' })).toEqual({ rean: 'place', place: 'p2' });
    expect(said).toEqual([{ kind: 'place', place: 'p2' }]);
  });

  it('[PCE2] tell a result, and are heard in nothing else', () => {
    const { said, pages } = talk(null);
    expect(pages.take({ rean: 'result', score: 1 })).toBeNull();
    for (const noise of [null, 'where', { rean: 'learner' }, { rean: 'result', score: 7 }]) {
      expect(pages.take(noise)).toBeNull();
    }
    expect(said).toEqual([{ kind: 'result', score: 1, passed: null, completed: false }]);
    expect(pages.take({ rean: 'where' })).toEqual({ rean: 'place', place: null });
  });
});
