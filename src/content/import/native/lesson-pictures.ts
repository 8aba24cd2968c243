import { svgFaults } from '../../svg/check-svg.ts';
import type { ForeignPart, ImportNote } from '../importer.ts';
import type { ForeignPicture, Rich } from './question.ts';
import { phraseOf } from './item-draft.ts';

/** The pictures of a lesson that is being made: checked, named, each once. */
export class LessonPictures {
  readonly #files = new Map<string, { readonly path: string; readonly bytes: Uint8Array }>();
  readonly #found = new Map<ForeignPicture, { readonly path: string; readonly alt: object }>();
  readonly #notes: ImportNote[] = [];

  /** Takes a question's pictures in; what can't come is noted. */
  async take(at: string, contents: readonly Rich[]): Promise<void> {
    for (const picture of contents.flatMap(({ pictures }) => pictures)) {
      const bytes = await picture.bytes();
      const read = bytes === null ? missing(picture) : pictureKind(bytes);
      if (bytes === null || 'why' in read) {
        const why = 'why' in read ? read.why : '';
        const text = `The picture ${picture.src.slice(0, 100)} is left out: ${why}.`;
        this.#notes.push({ sort: 'picture-left-out', at, text });
        continue;
      }
      const key = Buffer.from(bytes).toString('latin1');
      const path =
        this.#files.get(key)?.path ?? `picture-${this.#files.size + 1}.${read.extension}`;
      this.#files.set(key, { path, bytes });
      const alt = phraseOf(picture.alt === '' ? 'រូប' : picture.alt);
      this.#found.set(picture, { path, alt });
    }
  }

  /** The first picture of some words that came, as it stands in a lesson that lies in `folder`. */
  of({ pictures }: Rich, folder: string): { readonly src: string; readonly alt: object } | null {
    const found = pictures
      .map((picture) => this.#found.get(picture))
      .find((one) => one !== undefined);
    return found === undefined ? null : { src: `${folder}/${found.path}`, alt: found.alt };
  }

  get notes(): readonly ImportNote[] {
    return this.#notes;
  }

  files(): readonly ForeignPart[] {
    return [...this.#files.values()].map(({ path, bytes }) => ({
      path,
      open: async function* () {
        yield await Promise.resolve(bytes);
      },
    }));
  }
}

const missing = ({ src }: ForeignPicture) => ({
  why: /^(?:https?:)?\/\//i.test(src) ? 'it lies in the network' : 'the file has no such picture',
});

const signs: readonly (readonly [sign: string, extension: string])[] = [
  ['\u0089PNG', 'png'],
  ['\u00FF\u00D8\u00FF', 'jpg'],
];

/** What a picture is, by its bytes, or why it may not come. */
function pictureKind(bytes: Uint8Array): { readonly extension: string } | { readonly why: string } {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  const known = signs.find(([sign]) => head.startsWith(sign));
  if (known !== undefined) return { extension: known[1] };
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return { extension: 'webp' };
  if (/<svg[\s>]/i.test(head)) {
    const [fault] = svgFaults(bytes);
    return fault === undefined ? { extension: 'svg' } : { why: `the drawing ${fault.problem.en}` };
  }
  const name = head.startsWith('GIF8') ? 'a GIF' : 'of a kind packs do not carry';
  return { why: `it is ${name}; make it a PNG, JPEG or WebP` };
}
