import { archiveAboutSchema, archiveFindSchema } from '../../../shared/contracts/zim-archive.ts';
import type { ArchiveFound } from '../../../shared/contracts/zim-archive.ts';
import { BookFault } from '../reading/reader.ts';

/** What a browser shows in a frame; the rest of what links lead to is for other programs. */
const shown = /^(?:text\/(?:html|plain)|application\/xhtml\+xml|(?:image|audio|video)\/)/;

/** What is known of a page before it is gone to. */
export type PageThere =
  | { readonly kind: 'page'; readonly inner: string; readonly number: number }
  | { readonly kind: 'absent' }
  /** With the reason, for who mends it. */
  | { readonly kind: 'damaged'; readonly why: string }
  | { readonly kind: 'unshown' };

/** What an archive is asked by its player, below its address. */
export class ArchiveAsker {
  readonly #archive: string;

  constructor(archive: string) {
    this.#archive = archive;
  }

  /** Its first page; null where it names none. @throws BookFault where it is not there, or damaged */
  async main(): Promise<string | null> {
    const answer = await fetch(`${this.#archive}/~/about`).catch(() => null);
    if (answer === null || answer.status === 404) {
      throw new BookFault('missing', new URL(this.#archive).pathname);
    }
    if (!answer.ok) throw new BookFault('unplayable', await damageIn(answer));
    return archiveAboutSchema.parse(await answer.json()).main;
  }

  /** Looks for a page, and what it is really called: links may lead to other names of it. */
  async look(inner: string): Promise<PageThere> {
    const [path = '', hash] = inner.split('#', 2);
    const answer = await fetch(`${this.#archive}/${path}`, { method: 'HEAD' }).catch(() => null);
    if (answer !== null && answer.status >= 500)
      return { kind: 'damaged', why: await this.#why(path) };
    if (answer === null || !answer.ok) return { kind: 'absent' };
    if (!shown.test(answer.headers.get('content-type') ?? '')) return { kind: 'unshown' };
    const own = answer.headers.get('content-location') ?? path;
    const number = Number(answer.headers.get('rean-entry'));
    return { kind: 'page', inner: hash === undefined ? own : `${own}#${hash}`, number };
  }

  /** What is damaged at a page, which is said to who asks for the page itself. */
  async #why(path: string): Promise<string> {
    const answer = await fetch(`${this.#archive}/${path}`).catch(() => null);
    return answer === null ? 'the ZIM archive is damaged' : damageIn(answer);
  }

  async find(words: string, signal: AbortSignal): Promise<readonly ArchiveFound[]> {
    const answer = await fetch(`${this.#archive}/~/find/${encodeURIComponent(words)}`, { signal });
    return archiveFindSchema.parse(await answer.json());
  }
}

const damageIn = async (answer: Response) =>
  `the ZIM archive is damaged: ${(await answer.text().catch(() => '')) || 'it cannot be read'}`;
