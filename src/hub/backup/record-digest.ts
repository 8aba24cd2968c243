import { canonicalHash } from '../../sync/envelope/canonical.ts';

const modulus = 2n ** 256n;

/** A digest over a set of records that doesn't depend on their order: the sum of their hashes. */
export class RecordDigest {
  #sum: bigint;

  /** @param from where an earlier copy ended, hex */
  constructor(from = '0') {
    this.#sum = BigInt(`0x${from}`);
  }

  add(record: unknown): void {
    this.#sum = (this.#sum + BigInt(`0x${canonicalHash(record)}`)) % modulus;
  }

  /** 64 hex digits. */
  get hex(): string {
    return this.#sum.toString(16).padStart(64, '0');
  }
}
