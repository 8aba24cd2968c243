import type { PlainHtml } from '../text/html-text.ts';

/** Words of a question with the pictures that go with them. */
export interface Rich {
  readonly text: string;
  readonly pictures: readonly ForeignPicture[];
}

/** A picture as far as it was found. */
export interface ForeignPicture {
  readonly alt: string;
  /** Its bytes; null where the file has none of that name, or it lies in the network. */
  bytes(): Promise<Uint8Array | null>;
  /** How it was called. */
  readonly src: string;
}

/** A question of whatever format, before it becomes an item of ours. */
export interface ForeignQuestion {
  /** How a person finds it: `question 3`, `question 3 (Capitals)`. */
  readonly at: string;
  /** What it is called in its file, so that its id stays; null where nothing. */
  readonly name: string | null;
  /** Heading it stands under; null for none. */
  readonly group: string | null;
  readonly text: Rich;
  readonly hint: string | null;
  readonly praise: string | null;
  readonly body: QuestionBody;
  /** What it had that no item of ours has. */
  readonly simplified: readonly string[];
}

export type QuestionBody =
  | { readonly type: 'present' }
  | { readonly type: 'choice'; readonly options: readonly ForeignOption[] }
  | { readonly type: 'trueFalse'; readonly right: boolean }
  | { readonly type: 'text'; readonly accept: readonly string[] }
  | { readonly type: 'number'; readonly accept: readonly NumberRange[] }
  | {
      readonly type: 'match';
      readonly pairs: readonly (readonly [Rich, Rich])[];
      readonly others: readonly Rich[];
    }
  | { readonly type: 'order'; readonly elements: readonly Rich[] }
  | {
      readonly type: 'associate';
      readonly choices: readonly Rich[];
      /** Places in `choices`. */
      readonly pairs: readonly (readonly [number, number])[];
    }
  | {
      readonly type: 'gapMatch';
      /** Gaps as `{gap-1}`, `{gap-2}`. */
      readonly text: string;
      readonly choices: readonly Rich[];
      /** Place in `choices` of what fits each gap. */
      readonly right: readonly number[];
    }
  | {
      readonly type: 'inlineChoice';
      readonly text: string;
      readonly gaps: readonly { readonly options: readonly string[]; readonly right: number }[];
    }
  /** A text with gaps of any length, each chosen or typed: becomes as many items as it needs. */
  | {
      readonly type: 'gaps';
      /** Gaps as `{gap-1}`, `{gap-2}`. */
      readonly text: string;
      readonly gaps: readonly GapAsked[];
    }
  | {
      readonly type: 'hotspot';
      readonly scene: ForeignPicture;
      /** In percent of the picture. */
      readonly areas: readonly {
        readonly x: number;
        readonly y: number;
        readonly r: number;
        readonly name: string;
      }[];
      readonly right: readonly number[];
    }
  | {
      readonly type: 'numberLine';
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly correct: number;
      readonly tolerance: number;
    }
  /** No item of ours asks such a thing; `why` ends a sentence. */
  | { readonly type: 'none'; readonly why: string };

/** What one gap of a text asks for. */
export type GapAsked =
  | { readonly type: 'choice'; readonly options: readonly string[]; readonly right: number }
  | { readonly type: 'text'; readonly accept: readonly string[] }
  | { readonly type: 'number'; readonly accept: readonly NumberRange[] };

export interface ForeignOption {
  readonly content: Rich;
  readonly right: boolean;
}

/** Both ends belong to it. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
}

export const rich = (text: string): Rich => ({ text, pictures: [] });

/** HTML with its pictures looked up. */
export function richHtml(
  { text, pictures }: PlainHtml,
  look: (src: string) => Promise<Uint8Array | null>,
): Rich {
  return {
    text,
    pictures: pictures.map(({ src, alt }) => ({ src, alt, bytes: () => look(src) })),
  };
}

/** Elements whose content lies elsewhere, or is a drawing. */
const gone: ReadonlySet<string> = new Set(['svg', 'iframe', 'object', 'embed', 'canvas']);

/** What HTML had that plain words don't, as sentences for `simplified`. */
export const lostOf = ({ lost, media }: PlainHtml): string[] => [
  ...lost.map((name) =>
    gone.has(name) ? `its <${name}> is left out` : `its <${name}> is plain text now`,
  ),
  ...media.map((src) => `the recording or film ${src.slice(0, 100)} is left out`),
];
