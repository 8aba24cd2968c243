import { startXvfb } from '../../scripts/runtime/xvfb.ts';
import type { VirtualDisplay } from '../../scripts/runtime/xvfb.ts';

let display: VirtualDisplay | null = null;

/** Gives the windows of this test run a screen of their own; the tests' processes inherit it. */
export async function setup(): Promise<void> {
  display = await startXvfb({ width: 1440, height: 900 });
  Object.assign(process.env, display.environment);
}

export async function teardown(): Promise<void> {
  await display?.stop();
}
