import { generateKeyPairSync, sign, verify } from 'node:crypto';

export const verifySignaturesTitle = 'checking as many Ed25519 signatures, on one core';

/** As long as an event. */
const message = Buffer.alloc(700, 'rean');
/** Enough to know the rate by. */
const most = 5000;

/** The least that taking events in can cost, in time on a processor. */
export function verifySignatures(count: number): {
  readonly seconds: number;
  readonly rate: number;
} {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const signature = sign(null, message, privateKey);
  const checked = Math.min(count, most);
  const before = process.cpuUsage();
  for (let left = checked; left > 0; left -= 1) verify(null, message, publicKey, signature);
  const { user, system } = process.cpuUsage(before);
  const each = (user + system) / 1e6 / checked;
  return { seconds: each * count, rate: 1 / each };
}
