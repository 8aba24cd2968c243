import * as z from 'zod';
import { rotationSchema } from '../../shared/contracts/rotation.ts';
import { defineCommand } from '../control/hub-command.ts';
import { rotateKey } from './rotate-key.ts';

/** Gives the site another key, at the hub's own keyboard, where two persons give their names ([IDN11]). */
export const rotateCommand = defineCommand({
  name: 'site.rotate',
  input: rotationSchema,
  output: z.strictObject({}),
  run: async (parts, rotation) => {
    await rotateKey(parts, rotation);
    return {};
  },
});
