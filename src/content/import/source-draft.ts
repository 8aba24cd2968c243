import { basename } from 'node:path';
import type {
  PackRequirement,
  PackSource,
  PieceItem,
} from '../../shared/contracts/pack-manifest.ts';
import { packSourceSchema } from '../../shared/contracts/pack-manifest.ts';
import type { Picture } from '../../shared/contracts/phrase.ts';
import { ReanError } from '../../shared/errors.ts';
import { courseIdSchema, packIdSchema } from '../../shared/ids.ts';
import type { CourseId, Semver } from '../../shared/ids.ts';
import { coverAlt } from './cover-drawings.ts';
import { idFrom, titleOfName, titled } from './name-things.ts';

/** What a person says of a pack that is begun; what they don't is derived, and told. */
export interface PackWords {
  readonly id?: string | undefined;
  readonly titleKm?: string | undefined;
  readonly titleEn?: string | undefined;
  readonly licence?: string | undefined;
  readonly publisher?: string | undefined;
  /** `1.0.0` where nobody says. */
  readonly version?: Semver | undefined;
  /** Course of the pack that takes what comes. */
  readonly course?: string | undefined;
}

/** Something only a person knows, with where it goes in `pack.source.json`. */
export interface ToFill {
  readonly at: string;
  readonly text: string;
}

/** What stands for "nobody said": `rean pack lint` asks for the real one. */
export const unknownWord = 'unknown';

export const coursePicturePath = 'pictures/course.svg';

/** The description of a pack that is begun with `words`, in a folder called `into`. */
export function newSource(words: PackWords, into: string, minimumApp: Semver): PackSource {
  const title = titleFrom(words) ?? titleOfName(basename(into));
  const id = words.id ?? `local.${idFrom(basename(into), 'pack')}`;
  return packSourceSchema.parse({
    format: 'kpack@1',
    id: checkedId(id, 'id'),
    version: words.version ?? '1.0.0',
    sequence: 1,
    title,
    licence: words.licence ?? unknownWord,
    publisher: words.publisher ?? unknownWord,
    minimumApp,
    courses: [
      {
        id: checkedId(words.course ?? id, 'course'),
        title,
        picture: { src: coursePicturePath, alt: coverAlt.book },
      },
    ],
  });
}

function titleFrom({ titleKm, titleEn }: PackWords) {
  const km = titled(titleKm)?.km;
  const en = titled(titleEn)?.km;
  const first = km ?? en;
  return first === undefined ? null : { km: first, ...(en === undefined ? {} : { en }) };
}

function checkedId(id: string, option: 'id' | 'course'): string {
  const schema = option === 'id' ? packIdSchema : courseIdSchema;
  if (schema.safeParse(id).success) return id;
  throw new ReanError('import.target', { reason: 'id', option, id });
}

/** What a person still has to say of a pack before it is given to others. */
export function stillToFill({ id, title, licence, publisher }: PackSource): readonly ToFill[] {
  const latin = !/\p{Script=Khmer}/u.test(title.km);
  return [
    ...(id.startsWith('local.')
      ? [{ at: 'id', text: 'an id of your own (org.example.letters): it can never change later' }]
      : []),
    ...(latin ? [{ at: 'title.km', text: "the pack's title in Khmer" }] : []),
    ...(licence === unknownWord
      ? [{ at: 'licence', text: 'under which licence its makers give it (CC-BY-4.0)' }]
      : []),
    ...(publisher === unknownWord ? [{ at: 'publisher', text: 'who publishes the pack' }] : []),
  ];
}

/** A source that grows, and is a sound one whenever it is asked for. */
export class SourceDraft {
  #source: PackSource;
  readonly course: CourseId;

  /** Throws `import.target` where the source has no such course, or none at all. */
  constructor(source: PackSource, course: string | undefined) {
    this.#source = source;
    const found = source.courses.find(({ id }) => course === undefined || id === course);
    if (found === undefined) {
      throw new ReanError('import.target', { reason: 'course', course: course ?? null });
    }
    this.course = found.id;
  }

  get source(): PackSource {
    return this.#source;
  }

  /** Every id that is taken. */
  ids(): Set<string> {
    return new Set([...this.#source.lessons, ...this.#source.items].map(({ id }) => id));
  }

  /** Where a thing is put: where it was, or behind all others of the course. */
  place(id: string): { readonly course: CourseId; readonly position: number } {
    const listed = [...this.#source.lessons, ...this.#source.items];
    const before = listed.find((one) => one.id === id);
    if (before !== undefined) return { course: before.course, position: before.position };
    const taken = listed.filter((one) => one.course === this.course);
    const last = Math.max(0, ...taken.map(({ position }) => position));
    return { course: this.course, position: last + 1 };
  }

  addPiece(item: PieceItem): void {
    const items = [...this.#source.items.filter(({ id }) => id !== item.id), item];
    this.#source = { ...this.#source, items };
  }

  /** A pack that is required already stays so as it is: somebody may have chosen another version. */
  require(requirement: PackRequirement): void {
    const before = this.#source.requires ?? [];
    if (before.some(({ pack }) => pack === requirement.pack)) return;
    this.#source = { ...this.#source, requires: [...before, requirement] };
  }

  addLesson(id: string, picture: Picture): void {
    const lesson = packSourceSchema.shape.lessons
      .unwrap()
      .element.parse({ id, picture, ...this.place(id) });
    const lessons = [...this.#source.lessons.filter((one) => one.id !== id), lesson];
    this.#source = { ...this.#source, lessons };
  }

  remove(ids: ReadonlySet<string>): void {
    const { lessons, items } = this.#source;
    this.#source = {
      ...this.#source,
      lessons: lessons.filter(({ id }) => !ids.has(id)),
      items: items.filter(({ id }) => !ids.has(id)),
    };
  }
}
