import { may } from '../../domain/permissions.ts';
import type { Actor } from '../../domain/permissions.ts';
import type { LearnerState } from '../../shared/contracts/documents/state.ts';
import type {
  BigScreen,
  FilmsView,
  ViewingView,
  ViewingsView,
} from '../../shared/contracts/ipc/viewing-views.ts';
import type { AttendedFilm } from '../../shared/contracts/viewing.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import type { LearnerId, PackId, Semver, ViewingId } from '../../shared/ids.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Directory } from '../directory/directory.ts';
import { pieceView, nothingUntold, pseudonymOf } from '../pieces/piece-run.ts';
import type { BaseOf } from '../views/lesson-card.ts';
import type { HeldViewing } from './held-viewings.ts';
import type { ViewingNow } from './viewing-desk.ts';

/** What windows of a supervisor station are told of films shown to groups. */

type People = Pick<Directory, 'learners' | 'groups'>;

/** Whether somebody may say of this learner that they were there ([GRP2]). */
export function mayHold(actor: Actor, learner: LearnerId, { learners, groups }: People): boolean {
  const account = learners.get(learner);
  const group = account && groups.get(account.group);
  if (account === undefined || group === undefined) return false;
  const target = {
    person: learner,
    groups: [account.group],
    scopes: [group.scope ?? 'men'],
  } as const;
  return may(actor, 'viewing.hold', target);
}

export function filmsView(catalogue: Catalogue, baseOf: BaseOf): FilmsView {
  const films = catalogue.newest.flatMap(({ id: pack, version, items }) =>
    items.flatMap((item): FilmsView['films'] =>
      item.kind === 'media'
        ? [
            {
              pack,
              piece: item.id,
              title: written(item.title),
              picture: item.picture,
              base: baseOf(pack, version),
              questions: item.pauses?.length ?? 0,
            },
          ]
        : [],
    ),
  );
  return { films };
}

/** What the big screen shows; null where no film is open. */
export function bigScreen({ draft, film }: ViewingNow): BigScreen | null {
  if (draft === null || film === null || film.fault !== null) return null;
  const { pack, version, item } = film.piece;
  const run = {
    sitting: film.host,
    pack,
    version,
    item,
    nonce: film.nonce,
    pseudonym: pseudonymOf(draft.viewing, pack),
    place: null,
    untold: nothingUntold,
    recordedAt: 0,
    course: null,
  };
  const asked = film.pause === null ? undefined : film.pauses[film.pause];
  return {
    viewing: draft.viewing,
    piece: pieceView(run),
    pauses: film.pauses.map(({ at }) => at),
    playing: film.playing,
    go: film.go,
    question: asked
      ? {
          question: asked.question,
          options: asked.options,
          right: film.answerShown ? asked.right : null,
        }
      : null,
  };
}

/** The viewing as an officer sees it; whom they don't see to they are not told of. */
export function viewingView(
  { draft, film }: ViewingNow,
  actor: Actor,
  { directory, catalogue }: { readonly directory: People; readonly catalogue: Catalogue },
): ViewingView | null {
  if (draft === null) return null;
  const known = draft.there.filter((learner) => directory.learners.has(learner));
  if (!known.every((learner) => mayHold(actor, learner, directory))) return { state: 'another' };
  const { viewing, day, shownMs, answers, at } = draft;
  return {
    state: 'open',
    viewing,
    title: titleOf(catalogue, draft),
    day,
    there: known,
    shownMs,
    pauses: film === null ? [] : [...film.pauses],
    answers,
    film: film && {
      at,
      duration: film.duration,
      playing: film.playing,
      pause: film.pause,
      answerShown: film.answerShown,
      fault: film.fault,
    },
  };
}

/** Films that were shown to those this person sees to, with who of them was there ([GRP7]). */
export function viewingsView(
  held: ReadonlyMap<ViewingId, HeldViewing>,
  directory: People,
  catalogue: Catalogue,
): ViewingsView {
  const viewings = [...held.values()].map(({ film, people }) => {
    const { viewing, pack, version, piece, day, shownMs, answers } = film;
    const names = [...people].flatMap(([learner, { there, reason, staff }]) => {
      const name = directory.learners.get(learner)?.name;
      return name === undefined ? [] : [{ learner, name, there, reason, staff }];
    });
    const shown = { viewing, pack, version, piece, day, shownMs, answers };
    return { ...shown, title: titleOf(catalogue, film), people: names };
  });
  return { viewings };
}

/** The films a learner watched with a group, newest first. */
export function attendedFilms({ viewings }: LearnerState, catalogue: Catalogue): AttendedFilm[] {
  return Object.values(viewings)
    .filter(({ there }) => there)
    .toSorted((a, b) => b.touched.lamport - a.touched.lamport)
    .map((film) => {
      const { viewing, pack, version, piece, day, shownMs } = film;
      return { viewing, pack, version, piece, day, shownMs, title: titleOf(catalogue, film) };
    });
}

/** By its own name where its pack is not here any more. */
function titleOf(
  catalogue: Catalogue,
  {
    pack,
    version,
    piece,
  }: { readonly pack: PackId; readonly version: Semver; readonly piece: string },
): Localized {
  const found = catalogue.piece(pack, piece, version) ?? catalogue.piece(pack, piece);
  return found === undefined ? { km: piece } : written(found.item.title);
}

const written = ({ km, en }: Localized): Localized => ({ km, ...(en !== undefined && { en }) });
