import { freePort } from '../../src/cli/lab/free-port.ts';

/** Below the ports that systems give whoever asks for any, so that nobody else gets one by chance. */
const first = 20_000;
const many = 12_000;
const eachProcess = 16;
let given = 0;

/**
 * A port on this PC that stays this test's own, also while nobody listens there: tests beside it, in
 * other processes, take theirs elsewhere.
 */
export function testPort(): Promise<number> {
  given += 1;
  return freePort(first + ((process.pid * eachProcess + given) % many));
}
