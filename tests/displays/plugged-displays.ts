import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startXServer } from '../../scripts/runtime/xvfb.ts';
import type { VirtualDisplay } from '../../scripts/runtime/xvfb.ts';

const run = promisify(execFile);

/** An X server whose displays come, go and change as a person plugs them. */
export function startPluggedDisplays(): Promise<VirtualDisplay> {
  const config = join(import.meta.dirname, 'plugged-displays.conf');
  const words = ['-config', config, '-noreset', '-logfile', '/dev/null'];
  // Of a seat of its own: it takes no console from anybody.
  return startXServer('Xorg', [...words, '-seat', 'rean-test']);
}

/** A hand at cables and monitors: one call of xrandr, which does all of it at once. */
export async function xrandr(...words: readonly string[]): Promise<void> {
  await run('xrandr', [...words]);
  // An output is plugged from the moment on in which somebody asks the card anew.
  await run('xrandr', []);
}
