import { expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { idleCommand } from './idle-command.ts';

it('[KSK7] a site’s idle times are in its directory, and in the journal first', async () => {
  const lab = await HubLab.make({ stations: ['kiosk'] });
  const { parts } = await lab.open();
  const idle = { askMinutes: 3, endMinutes: 1 };
  const call = { say: () => undefined, signal: new AbortController().signal };
  await idleCommand.carryOut(parts, idle, call);
  const [site] = await parts.office.directory.all('site');
  expect(site).toMatchObject({ type: 'site', idle, hubSeq: parts.office.journal.nextHubSeq - 1 });
  expect(await parts.office.factsAfter(0, ['site.changed'])).toHaveLength(1);
});
