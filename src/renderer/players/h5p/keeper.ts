import * as z from 'zod';
import { packPlace, unpackPlace } from '../packed-place.ts';
import type { PlayerPort } from '../port.ts';
import type { H5pCore } from './h5p.d.ts';

/** How often content is asked where it is, ms. */
const askEveryMs = 1_000;

const placeSchema = z.object({ h5p: z.record(z.string(), z.unknown()) });

/** What content kept in an earlier sitting, by part; undefined the first time. */
export async function keptBefore(place: string | null) {
  return placeSchema.safeParse(await unpackPlace(place)).data?.h5p;
}

/**
 * Keeps where content is ([PCE14]): what it kept by itself, and what it says when it is asked. Told when it changed since
 * it was begun; what is longer than a place may be is not told.
 */
export class Keeper {
  readonly #port: PlayerPort;
  readonly #core: H5pCore;
  readonly #contentId: string;
  #told: string;

  constructor(port: PlayerPort, core: H5pCore, contentId: string) {
    this.#port = port;
    this.#core = core;
    this.#contentId = contentId;
    this.#told = this.#ask();
    setInterval(() => void this.tellNow(), askEveryMs);
  }

  /** Tells where content is, where that is new. */
  async tellNow(): Promise<void> {
    const kept = this.#ask();
    if (kept === this.#told) return;
    this.#told = kept;
    const place = await packPlace({ h5p: JSON.parse(kept) });
    if (place !== null) this.#port.say({ kind: 'place', place });
  }

  /** What it keeps now, as JSON. */
  #ask(): string {
    for (const instance of this.#core.instances) {
      const state = stateOf(instance);
      if (state === undefined) continue;
      this.#core.setUserData(this.#contentId, 'state', state, { deleteOnChange: true });
    }
    const kept = window.H5PIntegration?.contents?.[`cid-${this.#contentId}`]?.contentUserData;
    return JSON.stringify({ ...asRecord(kept) });
  }
}

/** What one says of itself; content of others may fail at it at times. */
function stateOf(instance: H5pCore['instances'][number]): unknown {
  try {
    return instance?.getCurrentState?.();
  } catch {
    return undefined;
  }
}

const asRecord = (kept: unknown) => z.record(z.string(), z.unknown()).safeParse(kept).data ?? {};
