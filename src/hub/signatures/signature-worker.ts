/** A thread that checks signatures: a batch comes, a byte for each goes back, 1 where it holds. */
import { parentPort } from 'node:worker_threads';
import { isSigned } from './ed25519.ts';
import { signedBatchSchema, unpackSigned } from './signed-batch.ts';

parentPort?.on('message', (message: unknown) => {
  const batch = unpackSigned(signedBatchSchema.parse(message));
  const answers = Uint8Array.from(batch, (each) => (isSigned(each) ? 1 : 0));
  parentPort?.postMessage(answers, [answers.buffer]);
});
