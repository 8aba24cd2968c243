import { vi } from 'vitest';
import type { VitestUtils } from 'vitest';

/**
 * How long tests wait for what has to come, ms, unless they say so themselves: for longer than anything takes where
 * many builds share two cores, and for less than a test may take, so that its own failure is told. It costs nothing
 * where all is well. `expect.poll` has a setting for it (vitest.config.ts), `vi.waitFor` has none.
 */
const patienceMs = 20_000;

type Options = Parameters<VitestUtils['waitFor']>[1];

const patient = (options: Options) => ({
  timeout: patienceMs,
  ...(typeof options === 'number' ? { timeout: options } : options),
});

const { waitFor, waitUntil } = vi;
const waitPatiently: VitestUtils['waitFor'] = (check, options) => waitFor(check, patient(options));
const waitUntilPatiently: VitestUtils['waitUntil'] = (check, options) =>
  waitUntil(check, patient(options));

// this runs before each file, also where files share the rest
if (waitFor.name !== waitPatiently.name) {
  Object.assign(vi, { waitFor: waitPatiently, waitUntil: waitUntilPatiently });
}
