import { join } from 'node:path';
import type { ElectronSource } from '../runtime/electron-state.ts';
import { SetupError } from '../runtime/setup-error.ts';

/** The Electron in place, as the set-up found it. */
export interface FoundElectron {
  readonly source: ElectronSource;
  readonly version: string;
}

/**
 * The folder a package goes to: a release only when made of the Electron that
 * came checked from its makers; all others lie apart and are named for it.
 *
 * @throws SetupError `package-refused` when nobody asked for such another one
 */
export function packageDestination(
  electron: FoundElectron,
  withTestRuntime: boolean,
  release: string,
): string {
  if (electron.source === 'official') return release;
  if (withTestRuntime) return join(release, 'not-for-release');
  throw new SetupError('package-refused', {
    happened: `The Electron in place is ${electron.version}, not the official one that ships.`,
    means:
      'A release made of it could not be vouched for, and lacks security fixes. Nothing was packed.',
    next: 'Run `npm run runtime -- --official` on a network that reaches it; or, only to try the packed app, `npm run package -- --with-test-runtime`.',
  });
}
