/**
 * `npm start [-- words]`: readies this machine, builds if anything changed, and runs the practice lab
 * (`rean lab`, which takes the words). `--xvfb` opens the windows on a virtual screen, unseen.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hasDisplay, noDisplaySentences } from '../src/cli/lab/display.ts';
import { tellAtTerminal } from '../src/cli/lab/lab-failure.ts';
import { buildIfNeeded } from './build/build-if-needed.ts';
import { setUpMachine } from './runtime/set-up-machine.ts';
import { startXvfb } from './runtime/xvfb.ts';
import { readStartWords } from './start-words.ts';
import type { StartWords } from './start-words.ts';

const virtualScreen = { width: 1440, height: 900 };
const root = join(import.meta.dirname, '..');

function readWords(): StartWords | null {
  try {
    return readStartWords(process.argv.slice(2));
  } catch (error) {
    tellAtTerminal(error);
    return null;
  }
}

async function ready({ xvfb }: StartWords): Promise<boolean> {
  if (!xvfb && !hasDisplay(process.platform, process.env)) {
    console.error(noDisplaySentences);
    return false;
  }
  if ((await setUpMachine(xvfb ? ['--xvfb'] : [])) !== 0) return false;
  await buildIfNeeded(root);
  if (!xvfb) return true;
  const { environment } = await startXvfb(virtualScreen);
  Object.assign(process.env, environment);
  console.log(`The windows are on the virtual screen ${environment.DISPLAY}.`);
  return true;
}

const words = readWords();
if (words !== null && (await ready(words))) {
  const cli = join(root, 'dist', 'cli', 'rean.js');
  process.argv = [process.execPath, cli, 'lab', ...words.lab];
  // In this very process, so that nobody stands between a signal and the lab.
  await import(pathToFileURL(cli).href);
} else {
  process.exitCode ??= 1;
}
// A lab that could not start leaves its virtual screen running, which would keep us here.
process.exit();
