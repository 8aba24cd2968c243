import { cp, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copySheet } from '../../src/cli/hub-screen/copy-sheet.ts';
import { askHub, HubWatch } from '../../src/cli/hub-screen/hub-facts.ts';
import { makeSite } from '../../src/cli/hub-screen/run-screen.ts';
import type { View } from '../../src/cli/hub-screen/stage.ts';
import { statusView } from '../../src/cli/hub-screen/status-view.ts';
import { listCodesCommand } from '../../src/hub/enrolment/enrolment-commands.ts';
import { withOffice } from '../../src/hub/office/site-on-disk.ts';
import { codeHereCommand } from '../../src/hub/screen/screen-commands.ts';
import { startHub } from '../../src/hub/server/start-hub.ts';
import { requireSite } from '../../src/hub/site/set-up-folder.ts';
import { siteFiles } from '../../src/hub/site/site-files.ts';
import { folderVault } from '../../src/hub/site/site-vault.ts';
import type { Log } from '../../src/shared/ports.ts';
import { systemClock, systemRandomness } from '../../src/sync/machine/system-ports.ts';
import { ActingStage, copyOnto, readFrom } from '../factories/acting-stage.ts';
import { temporaryFolder } from '../factories/temporary-folder.ts';

const log: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const ports = { clock: systemClock(), random: systemRandomness() };
const site = { name: { km: 'មណ្ឌល', en: 'Riverside' }, hosts: ['192.0.2.1'] };
const passphrase = 'seven boats upstream';

/** Sets a site up in a folder as somebody at its screen would; `seen` is told each screen that waits for them. */
async function setUpIn(
  folder: string,
  seen: (screen: string) => Promise<void> = async () => undefined,
) {
  const paper = new Map<string, string>();
  const stage = new ActingStage({
    welcome: ['\r'],
    name: ['Chan Sophea\r'],
    passphrase: [`${passphrase}\r`],
    'once-more': [`${passphrase}\r`],
    sheet: [copyOnto(paper)],
    'sheet-check': [readFrom(paper)],
    'code-officers': ['\r'],
  });
  const watched = {
    show: (view: View) => stage.show(view),
    key: async () => {
      await seen(stage.shown.at(-1) ?? '');
      return stage.key();
    },
  };
  const started: string[] = [];
  const startHubHere = async () => {
    started.push('hub');
    return null;
  };
  await makeSite(watched, {
    ...ports,
    folder,
    site,
    log,
    startHub: startHubHere,
    restart: async () => null,
  });
  return { stage, started, paper };
}

describe('the hub’s own screen', () => {
  it('[HBS2] leaves no site wherever the power goes before the paper was read back, and begins again', async () => {
    const root = await temporaryFolder();
    const folder = join(root, 'hub');
    const cuts = new Map<string, string>();
    await setUpIn(folder, async (screen) => {
      if (cuts.has(screen)) return;
      const copy = join(root, `cut-at-${screen}`);
      cuts.set(screen, copy);
      await cp(folder, copy, { recursive: true, force: true }).catch(() => undefined);
    });
    await requireSite(folder);
    expect([...cuts.keys()]).toEqual([
      'welcome',
      'name',
      'passphrase',
      'once-more',
      'sheet',
      'sheet-check',
      'code-officers',
    ]);
    const whole = cuts.get('code-officers') ?? '';
    await requireSite(whole);
    for (const screen of ['once-more', 'sheet', 'sheet-check']) {
      const cut = cuts.get(screen) ?? '';
      await expect(requireSite(cut)).rejects.toMatchObject({ code: 'site.missing' });
    }
    const half = cuts.get('sheet-check') ?? '';
    expect(await readdir(half)).toContain('set-up-unfinished');
    const { started } = await setUpIn(half);
    expect(started).toEqual(['hub']);
    await withOffice(half, ports, async (office) => {
      const { staff } = (await office.readKeyring()).keyring;
      expect(staff).toHaveLength(1);
      expect(office.site.name).toEqual(site.name);
    });
    expect(await folderVault(half).read(siteFiles.recoverySheet)).not.toBeNull();
  });

  it('[HBS3] [HBS4] [HBS5] shows a code for the officers’ PC, then how the hub is, and gives codes for a passphrase', async () => {
    const folder = join(await temporaryFolder(), 'hub');
    const { stage } = await setUpIn(folder);
    const [shown = ''] = stage.views.at(-1)?.big ?? [];
    expect(shown).toMatch(/^([A-Z0-9]{4}-){3}[A-Z0-9]{4}$/);
    const watch = new HubWatch(folder, () => performance.now());
    expect(statusView(await watch.look()).screen).toBe('starting');

    const options = { folder, host: '127.0.0.1', port: 0, version: '0.0.0', log };
    const hub = await startHub(options);
    onTestFinished(() => hub.close());
    const view = statusView(await watch.look());
    expect(view.screen).toBe('serves');
    expect(view.beside?.[3]).toBe('0 / 0');
    const asked = { passphrase, kind: 'kiosk' } as const;
    const { code } = await askHub(folder, codeHereCommand, asked);
    const wrong = askHub(folder, codeHereCommand, { ...asked, passphrase: 'seven boats' });
    await expect(wrong).rejects.toMatchObject({ code: 'signature.invalid' });
    const codes = await askHub(folder, listCodesCommand, {});
    expect(codes.map(({ seat, state, by }) => [seat.kind, state, by])).toEqual([
      ['supervisor', 'open', 'console'],
      ['kiosk', 'open', 'console'],
    ]);
    expect(codes.map((each) => each.code)).toEqual(
      [shown, code].map((each) => each.slice(0, 2).toLowerCase()),
    );
  });

  it('[HBS2] gives a sheet up that nobody copies, where there is one already', async () => {
    const stage = new ActingStage({ sheet: [null] });
    const sheet = { site: 'st-1', code: 'ABCD-EFGH' };
    expect(await copySheet(stage, sheet, ports.random, 1000)).toBe(false);
  });
});
