import { describe, expect, it } from 'vitest';
import { ids } from '../../../tests/factories/events.ts';
import { packManifestSchema } from '../../shared/contracts/pack-manifest.ts';
import type { PieceProgress } from '../../shared/contracts/documents/state.ts';
import { eventIdSchema } from '../../shared/ids.ts';
import { choosePiece, keepTold, nothingUntold, pieceTold, pieceView } from './piece-run.ts';
import { pieceLeft } from './piece-left.ts';
import type { PieceRun } from './piece-run.ts';

const words = { km: 'ល្បែង' };
const item = packManifestSchema.shape.items.element.parse({
  kind: 'html',
  id: 'game',
  folder: 'game',
  entry: 'game/ទំព័រ 1.html',
  title: words,
  picture: { src: 'a.svg', alt: words },
  course: 'org.rean.test.letters',
  position: 1,
  skills: [],
});

function runOf(over: Partial<PieceRun> = {}): PieceRun {
  if (item.kind === 'lesson' || item.kind === 'h5p-player') throw new Error('no piece');
  const { sitting, pack, version } = ids;
  const nonce = '0'.repeat(32);
  const pseudonym = `learner-${'0'.repeat(16)}`;
  const untold = nothingUntold;
  const run = { sitting, pack, version, item, nonce, pseudonym, place: null, untold };
  return { ...run, recordedAt: 1000, course: null, ...over };
}

const progress = (over: Partial<PieceProgress> = {}): PieceProgress => ({
  pack: ids.pack,
  version: ids.version,
  piece: 'game',
  place: 'level 2',
  best: null,
  last: null,
  passed: false,
  completed: false,
  activeMs: 0,
  fault: null,
  touched: { lamport: 1, id: eventIdSchema.parse(`${ids.station}:${ids.store}:000000000001`) },
  ...over,
});

const all = () => true;

describe('a piece', () => {
  it('[PCE5] goes on in the version it was begun in, where it was', () => {
    const there = { version: ids.version, place: 'level 2' };
    expect(choosePiece(progress(), ids.nextVersion, all)).toEqual(there);
    expect(choosePiece(undefined, ids.nextVersion, all)).toEqual({
      version: ids.nextVersion,
      place: null,
    });
  });

  it('[PCE5] begins anew in the newest version where its own is gone, or it was done', () => {
    const anew = { version: ids.nextVersion, place: null };
    expect(choosePiece(progress(), ids.nextVersion, () => false)).toEqual(anew);
    expect(choosePiece(progress({ completed: true }), ids.nextVersion, all)).toEqual(anew);
  });

  it('[PCE4] has no more time counted than passed', () => {
    const told = { type: 'piece.saved', place: 'a', activeMs: 86_400_000 } as const;
    expect(pieceTold(runOf(), told, 6000)).toMatchObject({ activeMs: 5000, piece: 'game' });
    expect(pieceTold(runOf(), { ...told, activeMs: 10 }, 6000)).toMatchObject({ activeMs: 10 });
  });

  it('[PCE5] is left with its last place, where that is new', () => {
    const types = (place: string | null, run = runOf()) =>
      pieceLeft(run, { place, activeMs: 0 }, 2000).map(({ type }) => type);
    expect(types('b')).toEqual(['piece.saved', 'piece.left']);
    expect(types(null)).toEqual(['piece.left']);
    expect(types('b', runOf({ place: 'b' }))).toEqual(['piece.left']);
  });

  it('[PCE5] is left with what was kept of it since the last event, where nobody told more', () => {
    const kept = [
      { place: 'b', activeMs: 300 },
      { place: 'c', activeMs: 200 },
      { place: null, activeMs: 100 },
    ].reduce(keepTold, runOf());
    expect(pieceLeft(kept, nothingUntold, 9000)).toMatchObject([
      { type: 'piece.saved', place: 'c', activeMs: 600 },
      { type: 'piece.left', activeMs: 0 },
    ]);
    expect(pieceLeft(kept, { place: 'd', activeMs: 50 }, 1400)).toMatchObject([
      { type: 'piece.saved', place: 'd', activeMs: 400 },
      { type: 'piece.left', activeMs: 0 },
    ]);
  });

  it('[PCE1] opens at the player of its kind, on its pack’s origin, under whatever name it has', () => {
    const origin = `pack://${ids.pack}--${ids.sitting}`;
    expect(pieceView(runOf())).toMatchObject({
      player: `${origin}/~player/html/`,
      launch: { entry: `${origin}/1.0.0/game/${encodeURIComponent('ទំព័រ 1.html')}`, place: null },
    });
  });
});
