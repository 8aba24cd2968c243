import * as z from 'zod';
import { idleTimesSchema } from '../../shared/contracts/documents/directory.ts';
import type { IdleTimes } from '../../shared/contracts/documents/directory.ts';
import { ReanError } from '../../shared/errors.ts';
import { defineCommand } from '../control/hub-command.ts';
import type { SiteOffice } from './site-office.ts';

/** Says when a window that nobody touches asks, and when it ends what is open ([KSK7], [SUP17]). */
async function setIdleTimes(office: SiteOffice, idle: IdleTimes): Promise<void> {
  const [site] = await office.directory.all('site');
  if (site?.type !== 'site') throw new ReanError('site.missing');
  await office.record({
    type: 'site.changed',
    documents: (hubSeq) => [{ ...site, hubSeq, idle }],
  });
}

export const idleCommand = defineCommand({
  name: 'site.idle',
  input: idleTimesSchema,
  output: z.strictObject({}),
  run: async ({ office }, idle) => {
    await setIdleTimes(office, idle);
    return {};
  },
});
