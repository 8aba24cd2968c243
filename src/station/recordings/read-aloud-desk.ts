import { nextStep } from '../../domain/lesson-progress.ts';
import type { CommandInput } from '../../shared/contracts/ipc/contract.ts';
import type { Take } from '../../shared/contracts/recording.ts';
import { mostRecordingBytes } from '../../shared/contracts/recording.ts';
import { ReanError } from '../../shared/errors.ts';
import type { RecordingId } from '../../shared/ids.ts';
import type { Keys } from '../keyring/keys.ts';
import type { OpenSitting } from '../sitting/open-sitting.ts';
import type { RecordingCopies } from './recording-copies.ts';
import type { Recordings } from './recordings.ts';

interface ReadAloudParts {
  readonly recordings: Recordings;
  readonly copies: Pick<RecordingCopies, 'last' | 'bring'>;
  readonly keys: () => Keys | null;
  readonly whileSitting: <T>(act: (sitting: OpenSitting) => Promise<T>) => Promise<T>;
}

/** What is read aloud at a kiosk ([RAL1]): only the item that is open, only of the one who sits here. */
export class ReadAloudDesk {
  readonly #parts: ReadAloudParts;

  constructor(parts: ReadAloudParts) {
    this.#parts = parts;
  }

  /** @throws ReanError `sitting.none`, `lesson.not-open`, `shape.invalid`, `key.missing`; the disk's own */
  keep({ item, ...take }: CommandInput<'kiosk', 'recording.keep'>): Promise<RecordingId | null> {
    return this.#parts.whileSitting(async (sitting) => {
      const place = placeOfOpen(sitting, item);
      refuseForeign(take);
      const { recordings, copies } = this.#parts;
      const { learner } = sitting;
      const kept = await recordings.keep(this.#keyOf(sitting), learner, { ...place, ...take });
      if (kept !== null) copies.bring(learner);
      return kept;
    });
  }

  /**
   * What was kept of this item before, here or at another station ([RAL2]). The hub is asked outside of
   * the sitting's turn, so that nothing the learner does waits for it. Errors as {@link keep}.
   */
  async last({ item }: CommandInput<'kiosk', 'recording.last'>): Promise<Take | null> {
    const { whileSitting, copies } = this.#parts;
    const asked = await whileSitting((open) =>
      Promise.resolve({
        sitting: open.sitting,
        learner: open.learner,
        key: this.#keyOf(open),
        place: placeOfOpen(open, item),
      }),
    );
    const take = await copies.last(asked.key, asked.learner, asked.place);
    return whileSitting(({ sitting }) => Promise.resolve(sitting === asked.sitting ? take : null));
  }

  #keyOf({ learner }: OpenSitting) {
    const key = this.#parts.keys()?.learnerKey(learner) ?? null;
    if (key === null) throw new ReanError('key.missing');
    return key;
  }
}

/** The item to be read aloud now; null where the one that is open is of another type. */
export function toReadAloud(sitting: OpenSitting | null) {
  const run = sitting?.run ?? null;
  const item = run === null ? null : (nextStep(run.lesson, run.items)?.item ?? null);
  return run !== null && item?.type === 'readAloud' ? { run, item } : null;
}

function placeOfOpen(sitting: OpenSitting, item: string) {
  const open = toReadAloud(sitting);
  if (open === null || open.item.id !== item) throw new ReanError('lesson.not-open');
  return { pack: open.run.pack, lesson: open.run.lesson.id, item: open.item.id };
}

/** The first bytes of every WebM. */
const webm = Buffer.from([0x1a, 0x45, 0xdf, 0xa3]);

function refuseForeign({ audio }: Take): void {
  const bytes = Buffer.from(audio, 'base64');
  if (bytes.length > mostRecordingBytes || !bytes.subarray(0, webm.length).equals(webm)) {
    throw new ReanError('shape.invalid', { at: 'audio' });
  }
}
