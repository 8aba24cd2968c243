import type { KeyObject } from 'node:crypto';
import { BehaviorSubject } from 'rxjs';
import type { Observable } from 'rxjs';
import { writeDurably } from '../../content/disk/durable-file.ts';
import type { Disk } from '../../content/disk/disk.ts';
import { wrappedKeyringSchema } from '../../shared/contracts/keyring.ts';
import type { WrappedKeyring } from '../../shared/contracts/keyring.ts';
import { isReanError } from '../../shared/errors.ts';
import type { Log, Randomness } from '../../shared/ports.ts';
import { unwrapKeyring } from '../../sync/envelope/wrapping.ts';
import { keysOf } from './keys.ts';
import type { Keys } from './keys.ts';
import { reasonOf } from '../failure-reason.ts';

export const keyringName = 'keyring.wrapped.json';

export interface KeyringCacheParts {
  readonly path: string;
  readonly wrappingKey: KeyObject;
  /** Of before, newest first, for the keyring that still lies on the disk; none unless given ([IDN12]). */
  readonly earlierKeys?: readonly KeyObject[];
  readonly disk: Disk;
  readonly randomness: Randomness;
  readonly log: Log;
}

/**
 * The lab's keys: on disk as the hub wrapped them to this station, unwrapped in memory only, so that
 * sign-in works with the hub away ([KEY1], [SGN7]).
 */
export class KeyringCache {
  readonly #parts: KeyringCacheParts;
  readonly #keys = new BehaviorSubject<Keys | null>(null);

  /** Opens with what lies on the disk; a file that can't be opened is as none, and fetched again. */
  static async open(parts: KeyringCacheParts): Promise<KeyringCache> {
    const cache = new KeyringCache(parts);
    await cache.#restore();
    return cache;
  }

  private constructor(parts: KeyringCacheParts) {
    this.#parts = parts;
  }

  /** The newest keys at once, then each keyring that comes; null before the first. */
  get keys$(): Observable<Keys | null> {
    return this.#keys;
  }

  get keys(): Keys | null {
    return this.#keys.value;
  }

  /**
   * Takes a keyring from the hub: used at once, and kept for the next start in place of the one before.
   * @returns whether it lies on the disk
   * @throws ReanError `seal.broken` or `shape.invalid` when it isn't for this station
   */
  async take(wrapped: WrappedKeyring): Promise<boolean> {
    const { path, disk, randomness, log } = this.#parts;
    this.#keys.next(this.#unwrap(wrapped));
    const bytes = new TextEncoder().encode(JSON.stringify(wrapped));
    try {
      await writeDurably(disk, randomness, { path, bytes, mode: 0o600 });
      return true;
    } catch (error) {
      // In memory it serves; the next start fetches it again.
      log.warn('keyring.not-kept', { reason: reasonOf(error) });
      return false;
    }
  }

  async #restore(): Promise<void> {
    try {
      const bytes = await this.#parts.disk.readFile(this.#parts.path);
      if (bytes === null) return;
      const value: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
      this.#keys.next(this.#unwrap(wrappedKeyringSchema.parse(value)));
    } catch (error) {
      this.#parts.log.warn('keyring.unreadable', {
        reason: reasonOf(error),
      });
    }
  }

  #unwrap(wrapped: WrappedKeyring): Keys {
    const { wrappingKey, earlierKeys = [] } = this.#parts;
    return keysOf(unwrapWith(wrapped, wrappingKey, earlierKeys));
  }
}

/** @throws ReanError `seal.broken` where it is wrapped to none of them */
function unwrapWith(
  wrapped: WrappedKeyring,
  key: KeyObject,
  [next, ...others]: readonly KeyObject[],
): ReturnType<typeof unwrapKeyring> {
  if (next === undefined) return unwrapKeyring(wrapped, key);
  try {
    return unwrapKeyring(wrapped, key);
  } catch (error) {
    if (!isReanError(error, 'seal.broken')) throw error;
    return unwrapWith(wrapped, next, others);
  }
}
