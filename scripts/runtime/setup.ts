/**
 * Makes this machine able to run Rean's windows: Electron and the system
 * libraries it needs. Called by `npm start`, `npm test` and `npm run runtime`.
 *
 * `--official`  only the official Electron will do (before building a release)
 * `--xvfb`      also a virtual display, for machines without a screen
 * `--tests`     also what the tests need
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Every start passes here: with the cache it takes 0.25 s, without 0.35 s. It
// must be on before anything is loaded, hence the late import.
enableCompileCache(join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'rean-setup'));
const { setUpMachine } = await import('./set-up-machine.ts');
process.exitCode = await setUpMachine(process.argv.slice(2));
