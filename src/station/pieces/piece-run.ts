import { createHash } from 'node:crypto';
import { packOrigin, packUrl } from '../../content/serve/pack-url.ts';
import { playerPath } from '../../content/serve/player-path.ts';
import { lessonKey } from '../../domain/lesson-progress.ts';
import type { EventPayload } from '../../shared/contracts/documents/event.ts';
import type { PieceProgress } from '../../shared/contracts/documents/state.ts';
import type { PieceView } from '../../shared/contracts/ipc/views.ts';
import type { ShownPiece } from '../../shared/contracts/pack-manifest.ts';
import type { LearnerId, PackId, Semver, SittingId, ViewingId } from '../../shared/ids.ts';
import type { OpenCourse } from '../cmi5/course-run.ts';

export interface Untold {
  /** null where it is as it was. */
  readonly place: string | null;
  readonly activeMs: number;
}
export const nothingUntold: Untold = { place: null, activeMs: 0 };

/** One piece, open in a frame, by the learner who sits here. */
export interface PieceRun {
  readonly sitting: SittingId;
  readonly pack: PackId;
  readonly version: Semver;
  readonly item: ShownPiece;
  /** 128 random bits, hexadecimal. */
  readonly nonce: string;
  /** Whom the content is told that it plays for; see {@link pseudonymOf}. */
  readonly pseudonym: string;
  /** As it was last saved or recorded. */
  readonly place: string | null;
  /** What was told since then and is not recorded yet; it goes with the next event. */
  readonly untold: Untold;
  /** When the last event of it was recorded, monotonic ms. */
  readonly recordedAt: number;
  /** Of a piece of cmi5: the course, which talks with the station itself ([PCE13]). */
  readonly course: OpenCourse | null;
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
export const placeOf = ({ sitting, pack, version, item }: PieceRun) => ({
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
  | Omit<Extract<EventPayload, { type: 'piece.saved' }>, keyof ReturnType<typeof placeOf>>
  | Omit<Extract<EventPayload, { type: 'piece.left' }>, keyof ReturnType<typeof placeOf>>;

/** Keeps what is told for the next event. */
export const keepTold = (run: PieceRun, { place, activeMs }: Untold): PieceRun => ({
  ...run,
  untold: { place: place ?? run.untold.place, activeMs: run.untold.activeMs + activeMs },
});

/** An event of this piece; no more time is counted than passed since the one before. */
export function pieceTold(run: PieceRun, told: Told, nowMs: number): EventPayload {
  return { ...told, ...placeOf(run), activeMs: passed(run, told.activeMs, nowMs) };
}

/** All time until now is on record. */
export const timeTold = (run: PieceRun, nowMs: number): PieceRun => ({
  ...run,
  untold: { ...run.untold, activeMs: 0 },
  recordedAt: nowMs,
});

/** No more time than went by since the last event. */
const passed = ({ recordedAt, untold }: PieceRun, activeMs: number, nowMs: number) =>
  Math.min(untold.activeMs + activeMs, Math.max(0, Math.round(nowMs - recordedAt)));

/**
 * Whom content is told that it plays for ([PCE10]): the same at every sitting, another for every pack, and
 * nothing that leads back to the learner.
 */
export function pseudonymOf(whom: LearnerId | ViewingId, pack: PackId): string {
  const hash = createHash('sha256').update(`${whom} ${pack}`).digest('hex');
  return `learner-${hash.slice(0, 16)}`;
}

/** A piece as its frame is opened. Nothing of the learner is in it but a pseudonym and their place. */
export function pieceView(run: PieceRun): PieceView {
  const { sitting, pack, version, item, nonce, pseudonym, place } = run;
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
      folder: urlOf(item.folder),
      tracks: tracks.map(({ kind, language, src }) => ({ kind, language, url: urlOf(src) })),
      // A course's place is its station's own.
      place: run.course === null ? place : null,
      pseudonym,
      ...(item.kind === 'h5p' && { playedBy: item.player }),
    },
  };
}
