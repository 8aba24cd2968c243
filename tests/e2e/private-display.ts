import { afterAll, beforeAll } from 'vitest';
import { startXvfb } from '../../scripts/runtime/xvfb.ts';
import type { VirtualDisplay } from '../../scripts/runtime/xvfb.ts';

/** Gives the windows of each file of tests a screen of their own; what it starts inherits it. */
let display: VirtualDisplay | null = null;

beforeAll(async () => {
  display = await startXvfb({ width: 1440, height: 900 });
  Object.assign(process.env, display.environment);
});
afterAll(() => display?.stop());
