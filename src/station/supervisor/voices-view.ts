import { switchMap } from 'rxjs';
import type { Observable } from 'rxjs';
import { isRecorded, promptsOf } from '../../content/voices/prompts.ts';
import type { VoicesView } from '../../shared/contracts/ipc/voices-view.ts';
import type { Localized } from '../../shared/contracts/phrase.ts';
import { isReanError } from '../../shared/errors.ts';
import type { PackId } from '../../shared/ids.ts';
import type { Catalogue, CatalogueLesson } from '../catalogue/catalogue.ts';
import type { LessonShelf } from '../lessons/lesson-shelf.ts';
import { distinctView } from '../views/distinct-view.ts';

/** What the lessons of a pack ask and what of it is recorded, in the version new sittings get ([VOI1]). */
export const voicesView$ = (shelf: LessonShelf, pack: PackId): Observable<VoicesView | null> =>
  shelf.catalogue$.pipe(
    switchMap((catalogue) => viewOf(shelf, lessonsOf(catalogue, pack))),
    distinctView(),
  );

function lessonsOf(catalogue: Catalogue, pack: PackId): readonly CatalogueLesson[] | null {
  const manifest = catalogue.newest.find(({ id }) => id === pack);
  if (manifest === undefined) return null;
  return manifest.items
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .flatMap(({ id }) => catalogue.lesson(pack, id) ?? []);
}

const placeOf = (item: { readonly position?: number }) => item.position ?? 0;

async function viewOf(
  shelf: LessonShelf,
  lessons: readonly CatalogueLesson[] | null,
): Promise<VoicesView | null> {
  if (lessons === null) return null;
  const read = await Promise.all(lessons.map((lesson) => lessonView(shelf, lesson)));
  return { lessons: read.flatMap((lesson) => lesson ?? []) };
}

/** Null where its file is damaged, which the shelf tells staff by itself. */
async function lessonView(shelf: LessonShelf, known: CatalogueLesson) {
  try {
    const lesson = await shelf.read(known);
    const prompts = promptsOf(lesson).map((phrase) => ({
      text: wordsOf(phrase),
      recorded: isRecorded(phrase),
    }));
    return { lesson: lesson.id, title: wordsOf(lesson.title), prompts };
  } catch (error) {
    if (isReanError(error)) return null;
    throw error;
  }
}

const wordsOf = ({ km, en }: Localized): Localized => (en === undefined ? { km } : { km, en });
