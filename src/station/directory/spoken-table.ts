import type { DirectoryDocumentOf } from '../../shared/contracts/documents/directory.ts';
import type { SpokenAt } from '../../shared/contracts/spoken.ts';

type Recording = DirectoryDocumentOf<'spoken'>;

/** In whose voice screens say what they show ([SPK2]). */
export interface SpokenVoices {
  /** WebM with Opus in base64; null where there is no recording. */
  audioOf(at: SpokenAt): string | null;
}

export class SpokenTable implements SpokenVoices {
  readonly #recordings = new Map<string, Recording>();

  take(recording: Recording): void {
    this.#recordings.set(recording._id, recording);
  }

  forget(id: string): void {
    this.#recordings.delete(id);
  }

  audioOf({ word, language }: SpokenAt): string | null {
    return this.#recordings.get(`spoken:${word}:${language}`)?.audio ?? null;
  }
}
