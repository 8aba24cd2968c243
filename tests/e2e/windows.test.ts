import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask } from './page-bridge.ts';
import { keepScreenshot, openTestLab, root, tidyMemory } from './test-lab.ts';
import type { OpenWindow, TestLab } from './test-lab.ts';

/** What a hostile or broken page could try, in one real window that is opened once. */
describe('a kiosk window', () => {
  let lab: TestLab;
  let kiosk: OpenWindow;

  beforeAll(async () => {
    lab = await openTestLab(2);
    kiosk = await lab.openWindow('station-1');
    await kiosk.page.waitForSelector('#root > *');
  });
  afterAll(() => lab.remove());

  /** Resolves to the first log line with these parts, once there is one. */
  const logged = (event: string, ...parts: readonly string[]) =>
    vi.waitUntil(async () => {
      const wanted = [`"event":"${event}"`, ...parts];
      const lines = await lab.log('station-1');
      return lines.find((line) => wanted.every((part) => line.includes(part)));
    }, 5_000);

  const reload = async () => {
    const response = await kiosk.page.reload();
    await kiosk.page.waitForSelector('#root > *');
    return response;
  };

  it('[WIN1] shows the kiosk page in its sandbox, without Node and without Electron', async () => {
    expect(kiosk.page.url()).toBe('app://kiosk/?language=km');
    const known = await kiosk.page.evaluate(() =>
      ['process', 'require', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
        (name) => name in window,
      ),
    );
    expect(known).toEqual([]);
  });

  it('[IPC2] gives the page one frozen bridge', async () => {
    const bridge = await kiosk.page.evaluate(() => {
      const members = Object.getOwnPropertyNames(window.rean).sort();
      const replaced = Reflect.set(window.rean, 'send', () => undefined);
      return { members, replaced, role: window.rean.role };
    });
    expect(bridge).toEqual({ members: ['listen', 'role', 'send'], replaced: false, role: 'kiosk' });
  });

  it('[WIN4] serves its page under a policy that refuses whatever is not named', async () => {
    const response = await reload();
    const policy = (await response?.allHeaders())?.['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).toMatch(/sandbox [^;]*allow-scripts/);
    expect(policy).not.toMatch(/unsafe|allow-modals|https?:|\*/);
  });

  it('[WIN4] runs no script made from text, and loads no other', async () => {
    const outcome = await kiosk.page.evaluate(async () => {
      // Only what runs in a later task is under the page's policy: the debugger's own turn is not.
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const attempt = (act: () => unknown) => {
        try {
          act();
          return 'allowed';
        } catch {
          return 'refused';
        }
      };
      const element = document.createElement('script');
      return [
        attempt(() => {
          document.body.innerHTML = '<b>x</b>';
        }),
        attempt(() => {
          element.textContent = 'window.hacked = true';
        }),
        attempt(() => new Function('return 1')()),
        attempt(() => setTimeout('window.hacked = true', 0)),
      ];
    });
    expect(outcome).toEqual(['refused', 'refused', 'refused', 'refused']);
  });

  it('[WIN5] stays where it was put', async () => {
    const attempts = [
      "location.href = 'https://example.org/'",
      "location.href = 'app://supervisor/'",
      "location.href = 'app://kiosk/?language=en'",
      "location.href = 'file:///etc/passwd'",
    ];
    for (const script of attempts) {
      await kiosk.app.evaluate(
        ({ BrowserWindow }, text) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(text),
        script,
      );
    }
    expect(await logged('navigation.refused')).toBeDefined();
    await reload();
    expect(kiosk.page.url()).toBe('app://kiosk/?language=km');
  });

  it('[WIN5] opens no other window', async () => {
    const opened = await kiosk.page.evaluate(() => window.open('app://kiosk/'));
    expect(opened).toBeNull();
    expect(kiosk.app.windows()).toHaveLength(1);
  });

  it('[WIN5] holds no frame of another page', async () => {
    const before = kiosk.page.frames().length;
    await kiosk.page.evaluate(async () => {
      const frame = document.createElement('iframe');
      const done = new Promise((resolve) => frame.addEventListener('load', resolve));
      frame.src = 'app://kiosk/?language=km';
      document.body.append(frame);
      await done;
    });
    const added = kiosk.page.frames().slice(before);
    expect(added.every((frame) => !frame.url().startsWith('app://kiosk'))).toBe(true);
    await reload();
  });

  it('[PCE12] lets no frame of a piece open the window to choose a file', async () => {
    await kiosk.page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.sandbox.add('allow-scripts', 'allow-same-origin', 'allow-forms');
      frame.src = 'pack://any-pack/~player/html/';
      frame.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh';
      document.body.append(frame);
    });
    const frameOf = (address: string) =>
      vi.waitUntil(() => kiosk.page.frames().find((frame) => frame.url() === address), 5_000);
    const player = await frameOf('pack://any-pack/~player/html/');
    await player.evaluate(() => {
      const within = document.createElement('iframe');
      within.sandbox.add('allow-scripts');
      within.srcdoc = '<!doctype html><title>another process</title>';
      document.body.append(within);
    });
    const within = await frameOf('about:srcdoc');
    await tidyMemory(kiosk.app);
    for (const frame of [player, within]) {
      await frame.evaluate(() => {
        const field = document.createElement('input');
        field.type = 'file';
        field.style.cssText = 'position: fixed; inset: 0; z-index: 1';
        document.body.prepend(field);
      });
    }
    const refused = (times: number) =>
      vi.waitFor(async () => {
        const lines = (await lab.log('station-1')).join();
        expect(lines.match(/file-chooser\.refused/g)).toHaveLength(times);
      }, 5_000);
    await player.click('input');
    await refused(1);
    await player.evaluate(() => document.querySelector('input')?.remove());
    await within.click('input');
    await refused(2);
    await reload();
  });

  it('[WIN5] reaches nothing outside, even past the page’s policy', async () => {
    let reached = 0;
    const server = createServer((_request, response) => {
      reached += 1;
      response.end();
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const outcome = await kiosk.app.evaluate(async ({ BrowserWindow }, url) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      return session?.fetch(url).then(
        () => 'reached',
        () => 'refused',
      );
    }, `http://127.0.0.1:${port}/`);
    expect({ outcome, reached }).toEqual({ outcome: 'refused', reached: 0 });
    server.close();
  });

  it('[WIN5] is granted no permission and no download', async () => {
    const answers = await kiosk.page.evaluate(async () => ({
      camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'granted',
        () => 'refused',
      ),
      notices: await Notification.requestPermission(),
    }));
    expect(answers).toEqual({ camera: 'refused', notices: 'denied' });
    await kiosk.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'x.txt';
      link.click();
    });
    await vi.waitFor(async () => {
      const lines = (await lab.log('station-1')).join('\n');
      expect(lines).toMatch(/download\.prevented|request\.cancelled/);
    }, 10_000);
  });

  it('[IPC1] is answered by the station', async () => {
    const reply = await ask(kiosk.page, 'command', 'app.info');
    expect(reply).toMatchObject({ kind: 'value', value: { kind: 'kiosk', kiosk: false } });
  });

  it('[IPC2] is refused what only another role may ask', async () => {
    const reply = await ask(kiosk.page, 'command', 'staff.sign-out');
    expect(reply).toMatchObject({ error: { code: 'ipc.unknown-command', facts: {} } });
    expect(await logged('ipc.refused', '"code":"ipc.unknown-command"')).toBeDefined();
  });

  it('[IPC2] is refused input of the wrong shape', async () => {
    const input = { learner: 'ln-x', code: [] };
    const reply = await ask(kiosk.page, 'command', 'sitting.start', input);
    expect(reply).toMatchObject({ error: { code: 'shape.invalid', facts: {} } });
  });

  it('[IPC2] cannot send through its bridge what is no request', async () => {
    const outcome = await kiosk.page.evaluate(() => {
      try {
        Reflect.apply(window.rean.send, window.rean, [{ kind: 'command', id: 'x' }]);
        return 'sent';
      } catch {
        return 'refused';
      }
    });
    expect(outcome).toBe('refused');
  });

  it('[IPC2] is not heard from a window that was never registered', async () => {
    await kiosk.app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const [own] = BrowserWindow.getAllWindows();
        if (own === undefined) return;
        const { session } = own.webContents;
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload, session } });
        await stranger.loadURL('app://kiosk/?language=km');
        await stranger.webContents.executeJavaScript(
          "window.rean.send({ kind: 'command', id: 1, name: 'app.info', input: undefined })",
        );
        stranger.destroy();
      },
      join(root, 'dist', 'preload', 'kiosk.cjs'),
    );
    expect(await logged('ipc.wrong-sender', '"fault":"unknown-window"')).toBeDefined();
  });

  it('[WIN3] is served no page of another role and no file beside the pages', async () => {
    const statuses = await kiosk.app.evaluate(async ({ BrowserWindow }) => {
      const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
      const addresses = [
        'app://kiosk/',
        'app://supervisor/',
        'app://kiosk/supervisor/index.html',
        'app://kiosk/assets/..%2f..%2fmain/index.js',
        'app://kiosk/../main/index.js',
      ];
      return Promise.all(addresses.map(async (url) => (await session?.fetch(url))?.status));
    });
    expect(statuses).toEqual([200, 404, 404, 404, 404]);
  });

  it('[WIN1] fills the screen when told to, without a window manager', async () => {
    const locked = await lab.openWindow('station-2', '--kiosk');
    await locked.page.waitForSelector('#root > *');
    const inner = await locked.page.evaluate(() => [innerWidth, innerHeight]);
    const screen = await locked.page.evaluate(() => [window.screen.width, window.screen.height]);
    expect(inner).toEqual(screen);
    await locked.app.close();
  });

  it('[WIN8] is the only one on its folder: a second says so, in a window and by its exit code', async () => {
    const second = await lab.openWindow('station-1');
    expect(second.page.url()).toBe('app://notice/');
    expect(await second.page.textContent('section[lang=km] h1')).toContain('កំពុងបើករួចហើយ');
    expect(await second.page.textContent('section[lang=en] h1')).toContain('already running');
    await keepScreenshot(second.page, 'notice-in-use');
    const ended = once(second.app.process(), 'exit');
    await second.app.close();
    expect((await ended)[0]).toBe(75);
    const reply = await ask(kiosk.page, 'command', 'app.info');
    expect(reply.kind).toBe('value');
  });

  it('[WIN8] says so where its station.json is damaged', async () => {
    const folder = join(lab.folder, 'stations', 'nobody');
    await mkdir(folder);
    await writeFile(join(folder, 'station.json'), '{');
    const lost = await lab.openWindow('nobody');
    await vi.waitFor(() => expect(lost.app.windows().at(-1)?.url()).toBe('app://notice/'), 10_000);
    const page = lost.app.windows().at(-1) ?? lost.page;
    expect(await page.textContent('section[lang=en] h1')).toContain('cannot be read');
    const ended = once(lost.app.process(), 'exit');
    await lost.app.close();
    expect((await ended)[0]).toBe(74);
  });

  it('[WIN6] comes back by itself when its page crashes', async () => {
    await kiosk.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    expect(await logged('page.gone')).toBeDefined();
    await vi.waitFor(async () => {
      const shown = await kiosk.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          "document.querySelector('#root > *') !== null",
        ),
      );
      expect(shown).toBe(true);
    }, 10_000);
  });
});
