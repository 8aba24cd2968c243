import { asReanError } from '../../shared/errors.ts';
import { segmentSchema } from '../../shared/ids.ts';
import type { Segment } from '../../shared/ids.ts';
import type { Clock, Log } from '../../shared/ports.ts';
import type { DiskRoom } from '../disk-room.ts';
import { SegmentReader } from '../intake/segment-reader.ts';
import { labDateAt } from '../lab-day.ts';
import type { SiteOffice } from '../office/site-office.ts';
import type { HubStorage } from '../store/hub-storage.ts';
import type { SegmentList } from './segment-list.ts';
import { isFull } from './segment-policy.ts';
import type { SegmentPolicy } from './segment-policy.ts';

export interface SegmentOpenerOptions {
  readonly segments: SegmentList;
  readonly office: SiteOffice;
  readonly storage: Pick<HubStorage, 'make'>;
  readonly room: DiskRoom;
  readonly clock: Clock;
  readonly log: Log;
  readonly policy: SegmentPolicy;
}

const digits = 4;

/**
 * Opens the next segment once the newest is full ([SEG1]). The database is made, synced, read and
 * let in first; then the journal says so, then the directory, then stations hear. Whatever is cut
 * off on the way is done again: the next name follows from what the directory holds.
 */
export class SegmentOpener {
  readonly #options: SegmentOpenerOptions;
  /** The lab day the newest segment was opened on; null until it is needed. */
  #openedOn: string | null = null;

  constructor(options: SegmentOpenerOptions) {
    this.#options = options;
  }

  /** Opens a segment where one is due. A failure is told, and tried again at the next call. */
  async openIfDue(): Promise<void> {
    const { log, room } = this.#options;
    try {
      const next = await this.#due();
      if (next !== null && (await room.hasRoom())) await this.#open(next);
    } catch (error) {
      const { code, facts } = asReanError(error);
      log.error('segment.not-opened', { code, ...facts });
    }
  }

  /** Opens those that this hub lacks, as a lost journal says ([REC3]). */
  async openAlso(wanted: readonly Segment[]): Promise<void> {
    const { segments } = this.#options;
    for (const segment of wanted.toSorted()) {
      if (!segments.announced.includes(segment)) await this.#open(segment);
    }
  }

  /** The name of the segment to open now; null for none. */
  async #due(): Promise<Segment | null> {
    const { segments, clock, policy } = this.#options;
    const newest = segments.readers.find(({ segment }) => segment === segments.announced.at(-1));
    if (!newest) return null;
    const today = labDateAt(clock.wallMs());
    this.#openedOn ??= (await this.#readOpenedOn()) ?? today;
    const { documents: events } = await newest.info();
    const full = isFull({ events, openedOn: this.#openedOn, today }, policy);
    return full ? after(newest.segment) : null;
  }

  /** As the journal says, by the clock that today is asked of too ([TTB15]); null where it doesn't, after a restore say. */
  async #readOpenedOn(): Promise<string | null> {
    const { directory, journal } = this.#options.office;
    const [document] = await directory.all('segments');
    const openedMs = document ? await journal.wallMsOf(document.hubSeq) : null;
    return openedMs === null ? null : labDateAt(openedMs);
  }

  async #open(segment: Segment): Promise<void> {
    const { segments, office, storage, log } = this.#options;
    const { database, setAside } = await storage.make(segment);
    if (setAside !== null) log.error('segment.set-aside', { segment, setAside });
    const reader = new SegmentReader(segment, database);
    segments.add(reader);
    const open = [...segments.announced, segment];
    await office.record({
      type: 'segment.opened',
      documents: (hubSeq) => [{ _id: 'segments', type: 'segments', v: 1, hubSeq, open }],
    });
    segments.announce(segment);
    this.#openedOn = null;
    log.info('segment.opened', { segment });
  }
}

/** The segment after this one; null when there are no numbers left. */
function after(segment: Segment): Segment | null {
  const number = Number(segment.slice(-digits)) + 1;
  const name = `events-${String(number).padStart(digits, '0')}`;
  return segmentSchema.safeParse(name).data ?? null;
}
