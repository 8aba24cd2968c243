import * as z from 'zod';
import {
  authorityStandingSchema,
  pepperStandingSchema,
  rotationSchema,
  twoPersonsSchema,
} from '../../shared/contracts/rotation.ts';
import { defineCommand } from '../control/hub-command.ts';
import { dropOldPeppers, pepperStanding } from './pepper.ts';
import { rotateKey } from './rotate-key.ts';

/** Gives the site another key, at the hub's own keyboard, where two persons give their names ([IDN11]). */
export const rotateCommand = defineCommand({
  name: 'site.rotate',
  input: rotationSchema,
  output: z.strictObject({ authority: authorityStandingSchema }),
  run: async (parts, rotation) => {
    await rotateKey(parts, rotation);
    return { authority: await parts.authority.standing() };
  },
});

/** How far the site is with another authority; with `skip` it waits no longer in this stage ([IDN13]). */
export const authorityCommand = defineCommand({
  name: 'site.authority',
  input: z.strictObject({ skip: z.boolean() }),
  output: z.strictObject({ authority: authorityStandingSchema }),
  run: async ({ authority }, { skip }) => {
    if (skip) await authority.skip();
    return { authority: await authority.standing() };
  },
});

/** Who still has a secret of an earlier pepper; with `drop` those go that nobody needs ([KEY3]). */
export const pepperCommand = defineCommand({
  name: 'site.pepper',
  input: z.strictObject({ drop: twoPersonsSchema.nullable() }),
  output: pepperStandingSchema,
  run: async ({ office, registry }, { drop }) => {
    if (drop !== null) await dropOldPeppers(office, drop);
    return pepperStanding(office, registry.keyring);
  },
});
