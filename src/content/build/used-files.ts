import { clipsOf, walkContent } from '../lesson/walk-content.ts';

/** A file that a lesson or the pack's description names. */
export interface FileUse {
  readonly path: string;
  readonly kind: 'picture' | 'recording' | 'lesson' | 'piece';
  /** Who names it, and where. */
  readonly file: string;
  readonly at: string;
}

/** Every picture and recording named below a parsed value that stands in `file`. */
export function usesIn(file: string, value: unknown): readonly FileUse[] {
  const { pictures, phrases } = walkContent(value);
  return [
    ...pictures.map(({ at, picture }) => ({
      path: picture.src,
      kind: 'picture' as const,
      file,
      at: `${at}.src`,
    })),
    ...phrases.flatMap(({ at, phrase }) =>
      clipsOf(phrase).map((path) => ({
        path,
        kind: 'recording' as const,
        file,
        at: `${at}.audio`,
      })),
    ),
  ];
}
