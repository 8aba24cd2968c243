import * as z from 'zod';
import { keyBytes, signatureBytes } from './ed25519.ts';
import type { Signed } from './ed25519.ts';

/** Many signatures in few pieces of memory, which pass from thread to thread without a copy. */
export const signedBatchSchema = z.strictObject({
  keys: z.instanceof(Uint8Array<ArrayBuffer>),
  signatures: z.instanceof(Uint8Array<ArrayBuffer>),
  /** Where each message ends. */
  ends: z.instanceof(Uint32Array<ArrayBuffer>),
  messages: z.instanceof(Uint8Array<ArrayBuffer>),
});
export type SignedBatch = z.infer<typeof signedBatchSchema>;

/** @param all with keys and signatures of the right lengths */
export function packSigned(all: readonly Signed[]): SignedBatch {
  const size = all.reduce((sum, { message }) => sum + message.length, 0);
  const batch = {
    keys: new Uint8Array(all.length * keyBytes),
    signatures: new Uint8Array(all.length * signatureBytes),
    ends: new Uint32Array(all.length),
    messages: new Uint8Array(size),
  };
  let end = 0;
  for (const [index, { key, signature, message }] of all.entries()) {
    batch.keys.set(key, index * keyBytes);
    batch.signatures.set(signature, index * signatureBytes);
    batch.messages.set(message, end);
    end += message.length;
    batch.ends[index] = end;
  }
  return batch;
}

export function unpackSigned({ keys, signatures, ends, messages }: SignedBatch): readonly Signed[] {
  return Array.from(ends, (end, index) => ({
    key: keys.subarray(index * keyBytes, (index + 1) * keyBytes),
    signature: signatures.subarray(index * signatureBytes, (index + 1) * signatureBytes),
    message: messages.subarray(ends[index - 1] ?? 0, end),
  }));
}
