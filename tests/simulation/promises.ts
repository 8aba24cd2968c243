import type { EventDocument } from '../../src/shared/contracts/documents/event.ts';
import { contentKey, readWhole } from './disk-image.ts';
import { InvariantBroken } from './invariant-broken.ts';
import type { MemoryDisk } from '../../src/sync/store/memory-storage.ts';

/** What was answered to people, and so must never be lost while any disk holds it. */
export class Promises {
  #due = new Map<string, EventDocument>();
  readonly #recorded = new Set<string>();
  #backedUp: ReadonlySet<string> = new Set();
  readonly #letGo: EventDocument[] = [];

  /** A person was told that this is recorded. */
  answered(event: EventDocument): void {
    this.#due.set(contentKey(event), event);
    this.#recorded.add(contentKey(event));
  }

  /** Found in a station's log, whether anybody was told or not. */
  recorded(events: readonly EventDocument[]): void {
    for (const event of events) this.#recorded.add(contentKey(event));
  }

  /** Whether any station ever recorded this. */
  isRecorded(event: EventDocument): boolean {
    return this.#recorded.has(contentKey(event));
  }

  /** Answered, and held by somebody when something was last destroyed. */
  get due(): readonly EventDocument[] {
    return [...this.#due.values()];
  }

  /** The hub now counts on this backup; on none once it was made anew ([RET2]). */
  backedUp(events: readonly EventDocument[]): void {
    this.#backedUp = new Set(events.map(contentKey));
  }

  /** A station has dropped these. */
  dropped(events: readonly EventDocument[]): void {
    this.#letGo.push(...events.filter((event) => !this.#backedUp.has(contentKey(event))));
  }

  /** Dropped by a station while no backup held them. */
  get letGoTooEarly(): readonly EventDocument[] {
    return this.#letGo;
  }

  /**
   * Has something destroyed, and reckons what was lost with it: what no disk holds any more. What
   * had been lost before is no misfortune but a fault.
   * @param disks as they would be found if all power went now
   */
  async destroying(disks: () => readonly MemoryDisk[], destroy: () => Promise<void>) {
    const due = this.due;
    const before = await heldOn(disks());
    await destroy();
    const after = await heldOn(disks());
    const lacking = due.filter((event) => !before.has(contentKey(event)));
    if (lacking.length > 0) {
      const ids = lacking.map(({ _id }) => _id);
      throw new InvariantBroken('an answered event is on no disk', { ids });
    }
    const lost = due.filter((event) => !after.has(contentKey(event)));
    for (const event of lost) this.#due.delete(contentKey(event));
    return { held: after, lost };
  }
}

export async function heldOn(disks: readonly MemoryDisk[]): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  for (const disk of disks) {
    for (const event of await readWhole(disk)) held.add(contentKey(event));
  }
  return held;
}
