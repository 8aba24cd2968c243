import { describe, expect, it, vi } from 'vitest';
import { maxPlaceBytes } from '../../shared/contracts/piece.ts';
import type { PieceView } from '../../shared/contracts/ipc/views.ts';
import { PieceLink } from './piece-link.ts';

const nonce = '0123456789abcdef0123456789abcdef';

function opened(kind: PieceView['kind'] = 'media') {
  const seen: unknown[] = [];
  const sent: string[] = [];
  const disk = { full: false };
  const note = (what: string) => (value?: unknown) =>
    seen.push(value === undefined ? what : [what, value]);
  const events = {
    ready: note('ready'),
    result: note('result'),
    playing: note('playing'),
    ownWord: note('ownWord'),
    failed: note('failed'),
    keep: note('keep'),
    save: (place: string) => {
      note('save')(place);
      return disk.full ? Promise.reject(new Error('full')) : Promise.resolve();
    },
  };
  const link = new PieceLink({ nonce, kind }, (text) => sent.push(text), events, 0);
  const say = (message: object, nowMs: number) =>
    link.receive(JSON.stringify({ nonce, ...message }), nowMs);
  return { link, seen, sent, say, disk };
}

const reasonOf = (seen: readonly unknown[]) => seen.at(-1);
const flood = (detail: string) => ['failed', { reason: 'flood', detail }];

describe('the shell’s end of a frame', () => {
  it('[PCE11] asks a learner where a course’s frame says so, and tells it their word', () => {
    const { link, seen, say, sent } = opened('scorm');
    link.finish();
    say({ kind: 'ready' }, 10);
    say({ kind: 'own-word', wanted: true }, 20);
    link.finish();
    expect(seen).toEqual(['ready', ['ownWord', true]]);
    expect(sent).toEqual(['finish']);
    const film = opened('media');
    film.say({ kind: 'own-word', wanted: true }, 20);
    expect(film.seen).toEqual([]);
  });

  it('takes what a piece may say of itself [PCE2]', () => {
    const { seen, say } = opened();
    say({ kind: 'ready' }, 10);
    say({ kind: 'playing', playing: true }, 20);
    say({ kind: 'result', score: 0.5, passed: null, completed: true }, 30);
    expect(seen).toEqual([
      'ready',
      ['playing', true],
      ['result', { score: 0.5, passed: null, completed: true }],
    ]);
  });

  it.each(['media', 'epub'] as const)('believes %s that it plays [PCE4]', (kind) => {
    const { seen, say } = opened(kind);
    say({ kind: 'playing', playing: true }, 10);
    expect(seen).toEqual([['playing', true]]);
  });

  it('believes no code of others that somebody is there [KSK7]', () => {
    const { seen, say } = opened('html');
    say({ kind: 'ready' }, 10);
    say({ kind: 'playing', playing: true }, 20);
    expect(seen).toEqual(['ready']);
  });

  it.each([
    ['no text', { kind: 'ready', nonce }],
    ['no JSON', '{'],
    ['something unknown', JSON.stringify({ kind: 'learner', nonce })],
    ['another launch’s nonce', JSON.stringify({ kind: 'ready', nonce: nonce.replace('0', 'f') })],
    ['no nonce', JSON.stringify({ kind: 'ready' })],
    [
      'a score for somebody',
      JSON.stringify({
        kind: 'result',
        nonce,
        score: 1,
        passed: true,
        completed: true,
        learner: 'ln-aaaaaaaaaaaa',
      }),
    ],
    [
      'a score above all',
      JSON.stringify({ kind: 'result', nonce, score: 2, passed: true, completed: true }),
    ],
    [
      'a place too long',
      JSON.stringify({ kind: 'place', nonce, place: 'x'.repeat(maxPlaceBytes) }),
    ],
    ['a text without end', 'x'.repeat(1_000_000)],
  ])('ends a frame that sends %s [PCE3]', (_, data) => {
    const { link, seen } = opened();
    link.receive(data, 1);
    expect(seen).toEqual([flood('not a message')]);
    link.receive(JSON.stringify({ kind: 'ready', nonce }), 2);
    expect(seen).toHaveLength(1);
  });

  it('ends a frame that says too much, and bears one that is busy [PCE3]', () => {
    const busy = opened();
    for (let index = 0; index < 600; index += 1) busy.say({ kind: 'here' }, index * 110);
    expect(busy.seen).toEqual([]);
    const mad = opened();
    for (let index = 0; index < 600; index += 1) mad.say({ kind: 'here' }, index);
    expect(mad.seen).toEqual([flood('too many messages')]);
  });

  it('ends a frame that is never ready, or answers no more [PCE3]', () => {
    const silent = opened();
    silent.link.tick(30_000);
    expect(silent.seen).toEqual([]);
    silent.link.tick(30_001);
    expect(reasonOf(silent.seen)).toEqual([
      'failed',
      { reason: 'silent', detail: 'not ready in time' },
    ]);
    const stuck = opened();
    stuck.say({ kind: 'ready' }, 1000);
    stuck.link.tick(3000);
    expect(stuck.sent).toEqual(['ping']);
    stuck.say({ kind: 'here' }, 3100);
    for (let now = 4000; now <= 13_000; now += 1000) stuck.link.tick(now);
    expect(stuck.seen).toEqual(['ready']);
    stuck.link.tick(13_101);
    expect(reasonOf(stuck.seen)).toEqual(['failed', { reason: 'stuck', detail: 'no answer' }]);
  });

  it('tells at once where it is, also where that is saved later [PCE5]', () => {
    const { seen, say } = opened();
    say({ kind: 'place', place: 'a' }, 1000);
    say({ kind: 'place', place: 'b' }, 2000);
    expect(seen).toEqual([
      ['save', 'a'],
      ['keep', 'b'],
    ]);
  });

  it('asks for the last place before its learner leaves, and waits until it was told [PCE5]', async () => {
    const { link, seen, sent, say } = opened();
    say({ kind: 'ready' }, 500);
    say({ kind: 'place', place: 'a' }, 1000);
    const asked = link.askLastPlace().then(() => seen.push('told'));
    expect(sent).toEqual(['leaving']);
    say({ kind: 'here' }, 1010);
    say({ kind: 'place', place: 'b' }, 1020);
    say({ kind: 'told' }, 1030);
    await asked;
    expect(seen.slice(1)).toEqual([['save', 'a'], ['keep', 'b'], 'told']);
    expect(link.unsavedPlace).toBe('b');
  });

  it('asks a frame nothing that is not ready, or was ended [PCE5]', async () => {
    const { link, sent } = opened();
    await link.askLastPlace();
    link.end({ reason: 'stuck', detail: 'no answer' });
    await link.askLastPlace();
    expect(sent).toEqual([]);
  });

  it('saves a place again that could not be saved, unless there is a newer one [PCE5]', async () => {
    const { link, seen, say, disk } = opened();
    say({ kind: 'ready' }, 500);
    disk.full = true;
    say({ kind: 'place', place: 'a' }, 1000);
    await vi.waitFor(() => expect(link.unsavedPlace).toBe('a'));
    disk.full = false;
    link.tick(6000);
    expect(seen.at(-1)).toEqual(['save', 'a']);
    await Promise.resolve();
    expect(link.unsavedPlace).toBeNull();
    disk.full = true;
    say({ kind: 'place', place: 'b' }, 11_000);
    say({ kind: 'place', place: 'c' }, 11_001);
    await new Promise(process.nextTick);
    expect(link.unsavedPlace).toBe('c');
  });

  it('saves a place at once, the next ones every five seconds, long ones more seldom [PCE4]', () => {
    const { link, seen, say } = opened();
    say({ kind: 'place', place: 'a' }, 1000);
    say({ kind: 'place', place: 'b' }, 2000);
    say({ kind: 'place', place: 'c' }, 3000);
    link.tick(5999);
    expect(link.unsavedPlace).toBe('c');
    link.tick(6000);
    expect(link.unsavedPlace).toBeNull();
    say({ kind: 'ready' }, 7000);
    say({ kind: 'place', place: 'x'.repeat(9998) }, 20_000);
    say({ kind: 'here' }, 54_000);
    link.tick(55_999);
    const saved = seen.filter((each) => Array.isArray(each) && each[0] === 'save');
    expect(saved).toEqual([
      ['save', 'a'],
      ['save', 'c'],
    ]);
    link.tick(56_000);
    expect(seen.at(-1)).toEqual(['save', 'x'.repeat(9998)]);
    expect(link.unsavedPlace).toBeNull();
  });
});
