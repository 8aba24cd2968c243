import { chmod, mkdir, mkdtemp, readFile, rm, writeFile, copyFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { debVersion } from '../../scripts/packaging/deb/deb-version.ts';
import { sourceDate } from '../../scripts/packaging/deb/source-date.ts';
import { fileHash } from '../../scripts/packaging/file-hash.ts';
import { makeHubDeb } from '../../scripts/packaging/hub-deb.ts';
import { packageApp } from '../../scripts/packaging/package-app.ts';
import { makeStationArchive } from '../../scripts/packaging/station-archive.ts';
import { makeStationDeb } from '../../scripts/packaging/station-deb.ts';
import { makeCleanRoot, requirePrograms, told } from './clean-root.ts';
import { Container } from './container.ts';

const root = join(import.meta.dirname, '..', '..');
const electronDist = join(root, 'node_modules', 'electron', 'dist');

interface Made {
  readonly hub: string;
  readonly station: string;
}

/** Packs the built app, as `npm run package` does. */
const packApp = (output: string) => packageApp({ projectRoot: root, electronDist, output });

async function facts(revision: number) {
  const date = await sourceDate(root, process.env);
  const version = debVersion({ app: '0.1.0', official: false, revision });
  return { root, version, sourceDate: date };
}

async function makeDebs(packed: string, output: string, revision: number): Promise<Made> {
  const common = { ...(await facts(revision)), output };
  const electron = (await readFile(join(electronDist, 'version'), 'utf8')).trim();
  return {
    hub: await makeHubDeb({ ...common, app: '0.1.0' }),
    station: await makeStationDeb({ ...common, packed, electron }),
  };
}

const sums = (paths: readonly string[]) =>
  Promise.all(paths.map((path) => fileHash('sha256', path)));

/** How long what is started there may take to be up, on two busy cores. */
const soon = { timeout: 90_000, interval: 500 };

describe('the packages, in a clean Debian', () => {
  let folder: string;
  let debian: string;
  let packed: string;
  let first: Made;
  let newer: Made;
  let lab: Container;

  const inLab = (command: string) => lab.run(command);
  const health = () =>
    inLab('curl --silent --show-error --insecure https://127.0.0.1:8643/healthz');

  beforeAll(async () => {
    await requirePrograms();
    folder = await mkdtemp(join(tmpdir(), 'rean-image-'));
    packed = await packApp(join(folder, 'first'));
    first = await makeDebs(packed, join(folder, 'first'), 1);
    newer = await makeDebs(packed, join(folder, 'newer'), 2);
    debian = join(folder, 'debian');
    await makeCleanRoot(debian, [first.hub, first.station]);
    for (const deb of [newer.hub, newer.station]) {
      await copyFile(deb, join(debian, 'srv', basename(deb)));
    }
    // In place of a graphics card, which a container has not; what starts it is the package's own.
    const server = join(debian, 'usr', 'lib', 'xorg');
    await mkdir(server, { recursive: true });
    const xvfb =
      '#!/bin/sh\nexec Xvfb "$1" -screen 0 1366x768x24 -nolisten tcp -auth /run/rean-xorg/authority\n';
    await writeFile(join(server, 'Xorg'), xvfb);
    await chmod(join(server, 'Xorg'), 0o755);
    lab = await Container.boot(debian);
  });

  afterAll(async () => {
    await lab?.powerOff();
    await rm(folder, { recursive: true, force: true });
  });

  it('[DEB4] are the same bytes when they are made once more, from the app packed once more', async () => {
    const elsewhere = join(folder, 'again');
    const anew = await packApp(elsewhere);
    const again = await makeDebs(anew, elsewhere, 1);
    expect(await sums([again.hub, again.station])).toEqual(await sums([first.hub, first.station]));
    const { version, sourceDate: date } = await facts(1);
    const archive = (from: string, output: string) =>
      makeStationArchive({ packed: from, version, output, sourceDate: date });
    const archives = [await archive(packed, join(folder, 'first')), await archive(anew, elsewhere)];
    expect(new Set(await sums(archives)).size).toBe(1);
  });

  it('have nothing that lintian finds wrong, but for what is explained in their overrides', async () => {
    for (const deb of [first.hub, first.station]) {
      expect(
        await told('lintian', '--no-cfg', '--allow-root', '--fail-on', 'error,warning', deb),
      ).toBe('');
    }
  });

  it('[DEB1] make users and folders that are theirs alone, and lack no library', async () => {
    const modes = await inLab(
      'stat --format="%a %U %n" /var/lib/rean /var/lib/rean-station /var/lib/rean-station/data',
    );
    expect(modes.trim().split('\n')).toEqual([
      '700 rean-hub /var/lib/rean',
      '700 rean-kiosk /var/lib/rean-station',
      '700 rean-kiosk /var/lib/rean-station/data',
    ]);
    expect(await inLab('dpkg --verify rean-hub rean-station')).toBe('');
    const loaded = await inLab(
      'find /usr/lib/rean-hub /usr/lib/rean-station \\( -name "*.node" -o -name "*.so" -o -name node -o -name rean \\) -type f -exec ldd {} + 2>/dev/null || true',
    );
    expect(loaded).toContain('libc.so.6');
    // What is for another C library, or found beside the program when it runs, is named with a path.
    expect(loaded.split('\n').filter((line) => /not found/.test(line))).toEqual([]);
  });

  it('[DEB2] bring no program that is set-uid or set-gid, nor one that others may write to', async () => {
    const files =
      'find /usr/lib/rean-hub /usr/lib/rean-station /usr/bin/rean /usr/bin/rean-station';
    expect(await inLab(`${files} -perm /6000`)).toBe('');
    expect(await inLab(`${files} ! -type l -perm /022`)).toBe('');
    expect(await inLab(`${files} ! -user root`)).toBe('');
  });

  it('[DEB3] enable the hub, which waits for a site, and nothing of the station', async () => {
    expect(await inLab('systemctl is-enabled rean-hub rean-xorg rean-kiosk || true')).toBe(
      'enabled\ndisabled\ndisabled\n',
    );
    expect(await lab.property('rean-hub', 'ActiveState')).toBe('inactive');
    expect(await lab.property('rean-hub', 'ConditionResult')).toBe('no');
    expect(
      await inLab(
        'systemd-analyze verify rean-hub.service rean-xorg.service rean-kiosk.service 2>&1 | grep --invert-match "Command .man" || true',
      ),
    ).toBe('');
  });

  it('[DEB6] say what is in them', async () => {
    for (const [name, part] of [
      ['rean-hub', 'express-pouchdb'],
      ['rean-station', 'electron'],
    ]) {
      const bom = JSON.parse(await inLab(`cat /usr/share/doc/${name}/sbom.cdx.json`));
      expect(bom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name } } });
      expect(bom.components.map((each: { name: string }) => each.name)).toContain(part);
      expect(await inLab(`zcat /usr/share/doc/${name}/THIRD-PARTY-LICENCES.gz`)).toContain(
        'Permission is hereby granted',
      );
    }
  });

  it('[DEB1] run a hub as its own user, that answers over TLS', async () => {
    await inLab(`
      printf 'lotus moon rice drum\\n' > /srv/passphrase
      runuser -u rean-hub -- rean site init --data /var/lib/rean/hub --name-km មណ្ឌល --name-en Centre \\
        --manager ចាន់ --manager-passphrase-file /srv/passphrase --recovery-sheet /var/lib/rean/sheet.html
      systemctl start rean-hub`);
    expect(JSON.parse(await health())).toEqual({ ok: true });
    const pid = await lab.property('rean-hub', 'MainPID');
    expect((await inLab(`stat --format=%U /proc/${pid}`)).trim()).toBe('rean-hub');
    expect(await lab.property('rean-hub', 'StatusText')).toBe('https://127.0.0.1:8643');
    expect(await inLab(`grep -E '^(CapEff|NoNewPrivs|Seccomp):' /proc/${pid}/status`)).toBe(
      'CapEff:\t0000000000000000\nNoNewPrivs:\t1\nSeccomp:\t2\n',
    );
    expect(await inLab('rean hub status --data /var/lib/rean/hub')).toContain(' is well ');
  });

  it('[DEB5] have a hub that hangs ended and started anew', async () => {
    await inLab(`
      mkdir -p /run/systemd/system/rean-hub.service.d
      printf '[Service]\\nWatchdogSec=6\\n' > /run/systemd/system/rean-hub.service.d/sooner.conf
      systemctl daemon-reload
      systemctl restart rean-hub`);
    const pid = await lab.property('rean-hub', 'MainPID');
    await inLab(`kill -STOP ${pid}`);
    await vi.waitFor(async () => {
      expect(await lab.property('rean-hub', 'NRestarts')).toBe('1');
      expect(await lab.property('rean-hub', 'SubState')).toBe('running');
    }, soon);
    expect(await inLab('journalctl --unit=rean-hub --output=cat')).toContain('Watchdog timeout');
    expect(JSON.parse(await health())).toEqual({ ok: true });
    await inLab('rm -r /run/systemd/system/rean-hub.service.d; systemctl daemon-reload');
  });

  it('[DEB8] let their users restart the PC and switch it off, and nothing more', async () => {
    const may = async (user: string, action: string) =>
      (
        await inLab(
          `runuser -u ${user} -- sh -c 'pkcheck --action-id ${action} --process $$ >/dev/null 2>&1 && echo yes || echo no'`,
        )
      ).trim();
    for (const user of ['rean-hub', 'rean-kiosk']) {
      expect(await may(user, 'org.freedesktop.login1.power-off')).toBe('yes');
      expect(await may(user, 'org.freedesktop.login1.reboot')).toBe('yes');
      expect(await may(user, 'org.freedesktop.login1.hibernate')).toBe('no');
      expect(await may(user, 'org.freedesktop.systemd1.manage-units')).toBe('no');
    }
    expect(await may('nobody', 'org.freedesktop.login1.power-off')).toBe('no');
  });

  const windows = () =>
    inLab(
      'DISPLAY=:0 XAUTHORITY=/run/rean-xorg/authority xdotool search --onlyvisible --name . getwindowname %@',
    );
  const windowIsThere = () => vi.waitFor(async () => expect(await windows()).toBe('Rean\n'), soon);

  it('[DEB2] show a station’s window on a screen of its own, in Chromium’s sandbox', async () => {
    await inLab('systemctl enable --now rean-xorg rean-kiosk');
    await windowIsThere();
    const renderer = (await inLab('pgrep --full type=[r]enderer | head -1')).trim();
    expect(await inLab(`grep -E '^(CapEff|NoNewPrivs|Seccomp):' /proc/${renderer}/status`)).toBe(
      'CapEff:\t0000000000000000\nNoNewPrivs:\t1\nSeccomp:\t2\n',
    );
    const kiosk = (await inLab('id --user rean-kiosk')).trim();
    expect(await inLab(`grep '^Uid:' /proc/${renderer}/status`)).toBe(
      `Uid:${`\t${kiosk}`.repeat(4)}\n`,
    );
    // Neither a stranger's program nor one without the cookie.
    await expect(inLab('DISPLAY=:0 xdotool search --name .')).rejects.toThrow(
      'Authorization required',
    );
    await expect(inLab('runuser -u nobody -- cat /run/rean-xorg/authority')).rejects.toThrow(
      'denied',
    );
  });

  it('bring the window back, whatever ends it or its screen', async () => {
    for (const unit of ['rean-kiosk', 'rean-xorg']) {
      const pid = await lab.property('rean-kiosk', 'MainPID');
      await inLab(`systemctl kill --kill-whom=main --signal=KILL ${unit}`);
      await vi.waitFor(async () => {
        expect(await lab.property('rean-kiosk', 'SubState')).toBe('running');
        expect(await lab.property('rean-kiosk', 'MainPID')).not.toBe(pid);
      }, soon);
      await windowIsThere();
    }
  });

  const dataSums = () =>
    inLab(
      'cd /var/lib && find rean/hub/site.json rean/hub/secrets rean-station/data -maxdepth 1 -not -name logs | sort; cat rean/hub/site.json',
    );

  it('[DEB3] are upgraded with their data, and what ran runs again', async () => {
    const [data, hub, kiosk] = [
      await dataSums(),
      await lab.property('rean-hub', 'MainPID'),
      await lab.property('rean-kiosk', 'MainPID'),
    ];
    await inLab('apt-get install --yes --no-install-recommends /srv/*-2_amd64.deb');
    expect(await inLab("dpkg-query --show --showformat='${Version} ' rean-hub rean-station")).toBe(
      '0.1.0~test-2 0.1.0~test-2 ',
    );
    expect(JSON.parse(await health())).toEqual({ ok: true });
    expect(await lab.property('rean-hub', 'MainPID')).not.toBe(hub);
    await windowIsThere();
    expect(await lab.property('rean-kiosk', 'MainPID')).not.toBe(kiosk);
    expect(await dataSums()).toBe(data);
  });

  it.each(['remove', 'purge'])(
    '[DEB3] leave all data when they go by %s, and take it up again',
    async (word) => {
      const data = await dataSums();
      await inLab(`apt-get ${word} --yes rean-hub rean-station`);
      expect(await inLab('ls -d /usr/lib/rean-hub /usr/lib/rean-station 2>/dev/null || true')).toBe(
        '',
      );
      expect(
        await inLab('systemctl list-units --plain --no-legend "rean-*.service" --state=active'),
      ).toBe('');
      expect(await dataSums()).toBe(data);
      expect(await inLab('id --user --name rean-hub; id --user --name rean-kiosk')).toBe(
        'rean-hub\nrean-kiosk\n',
      );
      await inLab('apt-get install --yes --no-install-recommends /srv/*-2_amd64.deb');
      await vi.waitFor(async () => expect(JSON.parse(await health())).toEqual({ ok: true }), soon);
      expect(await dataSums()).toBe(data);
    },
  );
});
