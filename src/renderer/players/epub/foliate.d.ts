/** What of foliate-js is used here; it comes without types. */

declare module 'foliate-js/epub.js' {
  export interface Section {
    /** Path of its file, from the folder of the book. */
    readonly id: string;
    readonly size: number;
    readonly linear: string | null;
    readonly cfi: string;
    readonly mediaOverlay: object | null;
    readonly pageSpread?: 'left' | 'right' | 'center' | undefined;
    /** Gives the address of the page as it is to be shown; null where there is no file. */
    load(): Promise<string | null>;
    unload(): void;
    createDocument(): Promise<Document>;
    resolveHref(href: string): string;
  }
  export interface Entry {
    readonly label?: string | null;
    readonly href?: string | null;
    readonly subitems?: readonly Entry[] | null;
  }
  export type Anchor = (doc: Document) => Element | Range | number | null;
  export interface Target {
    readonly index: number;
    readonly anchor?: Anchor;
  }
  export class EPUB {
    constructor(files: {
      loadText(path: string): Promise<string | null>;
      loadBlob(path: string): Promise<Blob | null>;
      getSize(path: string): number;
    });
    sections: readonly Section[];
    readonly toc?: readonly Entry[] | null;
    readonly dir: string | null;
    readonly rendition: { readonly layout?: string; readonly viewport?: string };
    readonly media: { readonly activeClass?: string };
    readonly metadata: { readonly language?: string | readonly string[] };
    readonly resources: {
      readonly manifest: readonly { readonly href: string; readonly mediaType: string }[];
    };
    readonly transformTarget: EventTarget;
    init(): Promise<EPUB>;
    resolveHref(href: string): Target | null;
    resolveCFI(cfi: string): Target;
    isExternal(href: string): boolean;
    splitTOCHref(href: string): readonly string[];
    getTOCFragment(doc: Document, id: string): Element | null;
    getMediaOverlay(): MediaOverlay;
    destroy(): void;
  }
  export interface OverlayItem {
    /** The element that is read out: a path and its id. */
    readonly text: string;
  }
  export class MediaOverlay extends EventTarget {
    start(index: number, filter?: (item: OverlayItem) => boolean): Promise<void>;
    pause(): void;
    resume(): void;
    stop(): void;
  }
}

declare module 'foliate-js/paginator.js' {
  import type { EPUB, Target } from 'foliate-js/epub.js';

  export class Paginator extends HTMLElement {
    open(book: EPUB): void;
    goTo(target: Target): Promise<void>;
    next(): Promise<void>;
    prev(): Promise<void>;
    setStyles(styles: readonly [before: string, after: string]): void;
    getContents(): readonly { readonly index: number; readonly doc: Document }[];
    destroy(): void;
    readonly atStart: boolean;
    readonly atEnd: boolean;
  }
}

declare module 'foliate-js/fixed-layout.js' {
  import type { EPUB, Section, Target } from 'foliate-js/epub.js';

  export class FixedLayout extends HTMLElement {
    open(book: EPUB): void;
    goTo(target: Target): Promise<void>;
    next(): Promise<void>;
    prev(): Promise<void>;
    getContents(): readonly { readonly doc: Document }[];
    getSpreadOf(section: Section): { readonly index: number } | undefined;
    destroy(): void;
  }
}

declare module 'foliate-js/epubcfi.js' {
  export const isCFI: RegExp;
  export function joinIndir(...parts: readonly string[]): string;
  export function fromRange(range: Range): string;
}

declare module 'foliate-js/progress.js' {
  import type { Entry, Section } from 'foliate-js/epub.js';

  export class SectionProgress {
    constructor(
      sections: readonly Pick<Section, 'size' | 'linear'>[],
      bytesPerPage: number,
      bytesPerMinute: number,
    );
    getProgress(
      index: number,
      fraction: number,
      pageFraction?: number,
    ): {
      readonly fraction: number;
      readonly location: { readonly current: number; readonly total: number };
    };
    getSection(fraction: number): readonly [index: number, fraction: number];
  }
  export class TOCProgress {
    init(parts: {
      readonly toc: readonly Entry[];
      readonly ids: readonly string[];
      readonly splitHref: (href: string) => readonly string[];
      readonly getFragment: (doc: Document, id: string) => Element | null;
    }): Promise<void>;
    getProgress(index: number, range: Range | null): Entry | null | undefined;
  }
}
