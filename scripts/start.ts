/**
 * `npm start [-- words]`: readies this machine, builds if anything changed, and runs the practice lab
 * (`rean lab`, which takes the words). `--xvfb` opens the windows on a virtual screen, unseen.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasDisplay, noDisplaySentences } from '../src/cli/lab/display.ts';
import { buildIfNeeded } from './build/build-if-needed.ts';
import { setUpMachine } from './runtime/set-up-machine.ts';
import { startXvfb } from './runtime/xvfb.ts';

const virtualScreen = { width: 1440, height: 900 };
const root = join(import.meta.dirname, '..');
const words = process.argv.slice(2);
const wantsXvfb = words.includes('--xvfb');
const onlyHelp = words.includes('--help');

async function ready(): Promise<boolean> {
  if (!onlyHelp && !wantsXvfb && !hasDisplay(process.platform, process.env)) {
    console.error(noDisplaySentences);
    return false;
  }
  if ((await setUpMachine(wantsXvfb ? ['--xvfb'] : [])) !== 0) return false;
  await buildIfNeeded(root);
  if (!wantsXvfb) return true;
  const { environment } = await startXvfb(virtualScreen);
  Object.assign(process.env, environment);
  console.log(`The windows are on the virtual screen ${environment.DISPLAY}.`);
  return true;
}

if (await ready()) {
  const cli = join(root, 'dist', 'cli', 'rean.js');
  process.argv = [process.execPath, cli, 'lab', ...words.filter((word) => word !== '--xvfb')];
  // In this very process, so that nobody stands between a signal and the lab.
  await import(pathToFileURL(cli).href);
} else {
  process.exitCode = 1;
}
