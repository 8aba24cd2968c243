import { expect, it } from 'vitest';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { appointStaff } from '../office/people.ts';
import { siteFiles } from '../site/site-files.ts';
import { testCost } from '../../../tests/factories/verifier-cost.ts';
import {
  codeHereCommand,
  mayHereCommand,
  roomCommand,
  sheetHereCommand,
  stickHereCommand,
} from './screen-commands.ts';

const call = { say: () => undefined, signal: new AbortController().signal };
const said = (role: string) => `three ${role} upstream`;

it('[HBS5] the hub’s screen gives codes and sheets to whom the table allows, and the trail says to whom', async () => {
  const lab = await HubLab.make({ stations: ['supervisor', 'kiosk'] });
  const hub = await lab.open();
  const { parts } = hub;
  const scopes = ['men', 'women', 'minors'] as const;
  const staff = new Map<string, string>();
  for (const role of ['officer', 'instructor', 'site-manager', 'technician'] as const) {
    const person = { name: { km: role }, role, scopes: [...scopes], cost: testCost };
    staff.set(role, await appointStaff(parts.office, { ...person, passphrase: said(role) }));
  }
  const code = (role: string) =>
    codeHereCommand.carryOut(parts, { passphrase: said(role), kind: 'supervisor' }, call);
  for (const role of ['officer', 'site-manager', 'technician']) {
    expect((await code(role)).code).toMatch(/^([A-Z0-9]{4}-){3}[A-Z0-9]{4}$/);
    const [fact] = (await parts.office.factsAfter(0, ['station.code-made'])).slice(-1);
    expect(fact?.payload).toMatchObject({
      by: 'console',
      grounds: { reason: 'at-the-hub', who: staff.get(role), second: null },
    });
  }
  for (const role of ['instructor', 'nobody']) {
    await expect(code(role)).rejects.toMatchObject({ code: 'signature.invalid' });
  }

  const publicKey = Buffer.alloc(32, 7).toString('base64');
  const sheet = (role: string) =>
    sheetHereCommand.carryOut(parts, { passphrase: said(role), publicKey }, call);
  await expect(sheet('technician')).rejects.toMatchObject({ code: 'signature.invalid' });
  expect(await parts.vault.read(siteFiles.recoverySheet)).toBeNull();
  const asked = { passphrase: said('site-manager'), action: 'hub.sheet-here' };
  expect(await mayHereCommand.carryOut(parts, asked, call)).toEqual({ site: parts.site.site });
  await sheet('site-manager');
  expect(await parts.vault.read(siteFiles.recoverySheet)).toEqual({ v: 1, publicKey });

  // What a stick brings is on record before anything is done with it ([HBS8]).
  const stick = (role: string, wanted: 'update' | 'netboot') =>
    stickHereCommand.carryOut(parts, { passphrase: said(role), wanted }, call);
  for (const role of ['officer', 'instructor', 'nobody']) {
    await expect(stick(role, 'update')).rejects.toMatchObject({ code: 'signature.invalid' });
  }
  const begunBy = async () => {
    const types = ['hub.update-begun', 'netboot.bringing-begun'] as const;
    const facts = await parts.office.factsAfter(0, types);
    return facts.map(({ payload }) => payload.grounds?.who);
  };
  expect(await begunBy()).toEqual([]);
  await stick('technician', 'update');
  await stick('site-manager', 'netboot');
  expect(await begunBy()).toEqual([staff.get('technician'), staff.get('site-manager')]);
  expect(await parts.office.factsAfter(0, ['hub.update-begun'])).toHaveLength(1);
  await hub.close();
}, 60_000);

it('[HBS4] counts the PCs of the site, and those heard of lately, and names none', async () => {
  const lab = await HubLab.make({ stations: ['supervisor', 'kiosk', 'kiosk'] });
  const hub = await lab.open();
  const look = () => roomCommand.carryOut(hub.parts, {}, call);
  expect(await look()).toEqual({ known: 3, heard: 0 });
  hub.parts.presence.note(lab.station(1).station);
  expect(await look()).toEqual({ known: 3, heard: 1 });
  await hub.close();
}, 60_000);
