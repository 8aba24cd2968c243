import { packOrigin, packUrl } from '../../content/serve/pack-url.ts';
import { playerPath } from '../../content/serve/player-path.ts';
import { lessonKey } from '../../domain/lesson-progress.ts';
import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import type { PieceProgress } from '../../shared/contracts/documents/state.ts';
import type { PieceView } from '../../shared/contracts/ipc/views.ts';
import type { PieceItem } from '../../shared/contracts/pack-manifest.ts';
import type { PackId, Semver, SittingId } from '../../shared/ids.ts';

/** One piece, open in a frame, by the learner who sits here. */
export interface PieceRun {
  readonly sitting: SittingId;
  readonly pack: PackId;
  readonly version: Semver;
  readonly item: PieceItem;
  /** 128 random bits, hexadecimal. */
  readonly nonce: string;
  /** As it was last saved or recorded. */
  readonly place: string | null;
  /** When the last event of it was recorded, monotonic ms. */
  readonly recordedAt: number;
}

/** Which version to open, and where to go on: a begun piece in its own version, as lessons are ([PCE5]). */
export function choosePiece(
  progress: PieceProgress | undefined,
  newest: Semver,
  isInstalled: (version: Semver) => boolean,
): { readonly version: Semver; readonly place: string | null } {
  if (progress === undefined) return { version: newest, place: null };
  const begun = !progress.completed && isInstalled(progress.version);
  const version = begun ? progress.version : newest;
  return { version, place: version === progress.version ? progress.place : null };
}

/** What every event of this piece says of it. */
const placeOf = ({ sitting, pack, version, item }: PieceRun) => ({
  sitting,
  pack,
  version,
  piece: item.id,
});

export const pieceOpened = (run: PieceRun): EventPayload => ({
  type: 'piece.opened',
  ...placeOf(run),
});

/** What the window told of the piece since it last did. */
type Told =
  | Omit<Extract<EventPayload, { type: 'piece.reported' }>, keyof ReturnType<typeof placeOf>>
  | Omit<Extract<EventPayload, { type: 'piece.failed' }>, keyof ReturnType<typeof placeOf>>
  | Omit<Extract<EventPayload, { type: 'piece.saved' }>, keyof ReturnType<typeof placeOf>>;

/** An event of this piece; no more time is counted than passed since the one before. */
export function pieceTold(run: PieceRun, told: Told, nowMs: number): EventPayload {
  return { ...told, ...placeOf(run), activeMs: passed(run, told.activeMs, nowMs) };
}

/** The end of it, with its last place where that is new. */
export function pieceLeft(
  run: PieceRun,
  { place, activeMs }: { readonly place: string | null; readonly activeMs: number },
  nowMs: number,
): EventPayload[] {
  const left = { type: 'piece.left', ...placeOf(run) } as const;
  const spent = passed(run, activeMs, nowMs);
  if (place === null || place === run.place) return [{ ...left, activeMs: spent }];
  return [
    { type: 'piece.saved', ...placeOf(run), place, activeMs: spent },
    { ...left, activeMs: 0 },
  ];
}

const passed = ({ recordedAt }: PieceRun, activeMs: number, nowMs: number) =>
  Math.min(activeMs, Math.max(0, Math.round(nowMs - recordedAt)));

/** A piece as its frame is opened. Nothing of the learner is in it but their place. */
export function pieceView({ sitting, pack, version, item, nonce, place }: PieceRun): PieceView {
  const urlOf = (path: string) => packUrl({ pack, version, sitting, path });
  const tracks = item.kind === 'media' ? item.tracks : [];
  return {
    key: lessonKey(pack, item.id),
    pack,
    version,
    piece: item.id,
    kind: item.kind,
    title: item.title,
    player: packOrigin({ pack, sitting }) + playerPath(item.kind),
    nonce,
    launch: {
      entry: urlOf(item.entry),
      tracks: tracks.map(({ kind, language, src }) => ({ kind, language, url: urlOf(src) })),
      place,
    },
  };
}
