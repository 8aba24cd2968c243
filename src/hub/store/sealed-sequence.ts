import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Sequence } from '../../shared/sequence.ts';

const tagBytes = 16;

/**
 * CouchDB's sequences as stations get them: with a tag that only this hub can make. CouchDB decodes
 * a sequence into Erlang terms before it looks at it, so that a made-up one could bring it down; what
 * comes back without a right tag never reaches it ([CDB6]).
 */
export class SequenceSeal {
  readonly #key: Uint8Array;

  /** @param key 32 random bytes, the same for as long as stations remember sequences */
  constructor(key: Uint8Array) {
    this.#key = key;
  }

  seal(database: string, sequence: Sequence): Sequence {
    return `${sequence}.${this.#tag(database, String(sequence)).toString('base64url')}`;
  }

  /** What was sealed, or the 0 that anybody begins from; null for anything else. */
  open(database: string, sealed: Sequence): Sequence | null {
    if (typeof sealed === 'number') return sealed === 0 ? 0 : null;
    const dot = sealed.lastIndexOf('.');
    const sequence = sealed.slice(0, Math.max(0, dot));
    const tag = Buffer.from(sealed.slice(dot + 1), 'base64url');
    const right = this.#tag(database, sequence);
    return tag.length === tagBytes && timingSafeEqual(tag, right) ? sequence : null;
  }

  #tag(database: string, sequence: string): Buffer {
    const tag = createHmac('sha256', this.#key).update(`${database}\n${sequence}`).digest();
    return tag.subarray(0, tagBytes);
  }
}
