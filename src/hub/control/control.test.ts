import { mkdir, rename, stat } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { onTestFinished, afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { HubLab } from '../../../tests/factories/hub-lab.ts';
import { call, makeDiskSite, runHub } from '../../../tests/factories/https-hub.ts';
import type { DiskSite } from '../../../tests/factories/https-hub.ts';
import { temporaryFolder } from '../../../tests/factories/temporary-folder.ts';
import { helloSchema } from '../../shared/contracts/hub-api.ts';
import { ReanError } from '../../shared/errors.ts';
import type { Log } from '../../shared/ports.ts';
import { addStationCommand } from '../office/add-station-command.ts';
import { initSite } from '../office/site-on-disk.ts';
import { systemClock, systemRandomness } from '../../sync/machine/system-ports.ts';
import { askRunningHub } from './control-client.ts';
import { serveControl } from './control-server.ts';
import type { ControlServer } from './control-server.ts';
import { defineCommand } from './hub-command.ts';
import type { CommandCall, HubCommand } from './hub-command.ts';
import { runOnFolder } from './run-on-folder.ts';
import { withSocketPath } from './socket-path.ts';

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const listening = (): CommandCall => ({
  say: () => undefined,
  signal: new AbortController().signal,
});
const onFolder = () => ({ ...listening(), version: '0.0.0', log: quiet });
const wanted = { name: { km: 'ថ្មី' }, kind: 'kiosk', hubUrl: 'https://127.0.0.1:1' } as const;

describe('[CTL1] a command on a hub’s folder', () => {
  let site: DiskSite;
  beforeAll(async () => {
    site = await makeDiskSite(41);
  }, 60_000);
  afterAll(() => site.remove());

  it('[CTL6] is carried out by the hub that runs there, and a new station comes in at once', async () => {
    const hub = await runHub(site);
    onTestFinished(() => hub.close());
    const socket = await stat(join(site.folder, 'control.sock'));
    expect([socket.isSocket(), (socket.mode & 0o777).toString(8)]).toEqual([true, '600']);
    const added = await runOnFolder(site.folder, addStationCommand, wanted, onFolder());
    const answer = await call(hub.url, site, { path: '/v1/hello', as: added });
    expect(answer.status).toBe(200);
    expect(helloSchema.parse(JSON.parse(answer.body)).station).toBe(added.station);
  });

  it('opens the folder itself while no hub runs, and the next hub knows of it', async () => {
    const added = await runOnFolder(site.folder, addStationCommand, wanted, onFolder());
    const hub = await runHub(site);
    onTestFinished(() => hub.close());
    expect((await call(hub.url, site, { path: '/v1/hello', as: added })).status).toBe(200);
  });

  it('[CTL3] takes a socket that a killed hub left for none', async () => {
    await leaveSocket(site.folder);
    await runOnFolder(site.folder, addStationCommand, wanted, onFolder());
    const hub = await runHub(site);
    onTestFinished(() => hub.close());
    const asked = await askRunningHub(site.folder, addStationCommand, wanted, listening());
    expect(asked?.output.kind).toBe('kiosk');
  });

  it('[CTL4] leaves a folder of another user as it is, but asks the hub that runs there', async () => {
    const { uid } = await stat(site.folder);
    const asOther = { ...onFolder(), uid: uid + 1 };
    const direct = runOnFolder(site.folder, addStationCommand, wanted, asOther);
    await expect(direct).rejects.toMatchObject({
      code: 'config.invalid',
      facts: { problem: 'another-user', uid },
    });
    const hub = await runHub(site);
    onTestFinished(() => hub.close());
    await expect(
      runOnFolder(site.folder, addStationCommand, wanted, asOther),
    ).resolves.toMatchObject({ kind: 'kiosk' });
  });

  it('waits while something else holds the folder, then says so', async () => {
    const first = runOnFolder(site.folder, addStationCommand, wanted, onFolder());
    const second = runOnFolder(site.folder, addStationCommand, wanted, onFolder());
    const [one, two] = await Promise.all([first, second]);
    expect(one.station).not.toBe(two.station);
  });
});

describe('[CTL3] a folder deeper than a socket’s address is long', () => {
  it('is reached all the same', async () => {
    const folder = join(await temporaryFolder(), 'd'.repeat(100), 'e'.repeat(100));
    await mkdir(folder, { recursive: true });
    const ports = { clock: systemClock(), random: systemRandomness() };
    await initSite(folder, { name: { km: 'ឆ្ងាយ' }, hosts: [], demo: false }, ports);
    const { hub } = await HubLab.make().then(async (lab) => ({ hub: await lab.open() }));
    const control = await serveControl({ folder, parts: hub.parts, log: quiet });
    const asked = await askRunningHub(folder, addStationCommand, wanted, listening());
    expect(asked?.output.kind).toBe('kiosk');
    await control.close();
    expect(await askRunningHub(folder, addStationCommand, wanted, listening())).toBeNull();
  });
});

/** A hub in memory with commands of the test's own on a socket. */
async function desk(
  ...commands: HubCommand<unknown, unknown>[]
): Promise<{ readonly folder: string; readonly control: ControlServer }> {
  const folder = await temporaryFolder();
  const hub = await (await HubLab.make()).open();
  const control = await serveControl({ folder, parts: hub.parts, log: quiet, commands });
  onTestFinished(() => control.close());
  return { folder, control };
}

const echo = defineCommand({
  name: 'echo',
  input: z.strictObject({ word: z.string() }),
  output: z.strictObject({ word: z.string() }),
  run: async (_parts, { word }, { say }) => {
    say('one');
    say('two');
    if (word === 'full') throw new ReanError('store.full', { path: '/somewhere' });
    if (word === 'bug') throw new Error('a defect');
    return { word };
  },
});

describe('[CTL2] what crosses the socket', () => {
  it('is lines said on the way, and at the end what it came to', async () => {
    const { folder } = await desk(echo);
    const said: string[] = [];
    const call = { ...listening(), say: (line: string) => void said.push(line) };
    expect(await askRunningHub(folder, echo, { word: 'រៀន' }, call)).toEqual({
      output: { word: 'រៀន' },
    });
    expect(said).toEqual(['one', 'two']);
  });

  it.each([
    ['full', { code: 'store.full', facts: { path: '/somewhere' } }],
    ['bug', { code: 'unexpected', facts: {} }],
  ])('is the code and facts of a failure (%s)', async (word, failure) => {
    const { folder } = await desk(echo);
    await expect(askRunningHub(folder, echo, { word }, listening())).rejects.toMatchObject(failure);
  });

  it('that the other end does not know is another version’s, and nothing is done', async () => {
    const { folder } = await desk(echo);
    const unknown = { ...echo, name: 'station.paint' };
    const version = { code: 'hub.protocol', facts: { problem: 'version' } };
    await expect(askRunningHub(folder, unknown, { word: '' }, listening())).rejects.toMatchObject(
      version,
    );
    const shapes = { input: z.strictObject({ text: z.string() }), output: z.strictObject({}) };
    const otherInput = defineCommand({ name: 'echo', ...shapes, run: () => Promise.resolve({}) });
    const asked = askRunningHub(folder, otherInput, { text: '' }, listening());
    await expect(asked).rejects.toMatchObject(version);
    const otherOutput = { ...otherInput, input: echo.input };
    const answered = askRunningHub(folder, otherOutput, { word: '' }, listening());
    await expect(answered).rejects.toMatchObject(version);
  });

  it('may be hostile: it is answered or cut off, and the next command is carried out', async () => {
    const { folder } = await desk(echo);
    const post = (body: string, length = Buffer.byteLength(body)) =>
      `POST /v1/commands/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${length}\r\n\r\n${body}`;
    const hostile = [
      '\0\u0001\u0002 nonsense\r\n\r\n',
      'GET /v1/commands/echo HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'DELETE /../../etc HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      `POST /v1/commands/${'e'.repeat(9000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      post('not json'),
      post('{"word":'),
      post('"word"'),
      post('{"word":{"toString":1}}'),
      post('{"word":"a","__proto__":{"b":1}}'),
      post('['.repeat(200_000)),
      post('{}', 2 ** 40),
    ];
    for (const bytes of hostile) expect(await sendRaw(folder, bytes)).not.toContain('"done"');
    expect(await askRunningHub(folder, echo, { word: 'a' }, listening())).toEqual({
      output: { word: 'a' },
    });
  });
});

describe('[CTL5] a command under way', () => {
  /** A command that goes on until it is told to end. */
  function endless() {
    const seen = { begun: false, ended: false };
    const command = defineCommand({
      name: 'endless',
      input: z.strictObject({}),
      output: z.strictObject({}),
      run: async (_parts, _input, { signal }) => {
        seen.begun = true;
        while (!signal.aborted) await nextTurn();
        seen.ended = true;
        throw new ReanError('store.closed');
      },
    });
    return { command, seen };
  }

  it('is told when the hub stops, and waited for', async () => {
    const { command, seen } = endless();
    const { folder, control } = await desk(command);
    const asked = askRunningHub(folder, command, {}, listening()).catch((error: unknown) => error);
    await expect.poll(() => seen.begun).toBe(true);
    await control.close();
    expect(seen.ended).toBe(true);
    expect(await asked).toMatchObject({ code: 'store.closed' });
  });

  it('is told when whoever asked has left', async () => {
    const { command, seen } = endless();
    const { folder } = await desk(command);
    const leave = new AbortController();
    const call = { ...listening(), signal: leave.signal };
    const asked = askRunningHub(folder, command, {}, call).catch((error: unknown) => error);
    await expect.poll(() => seen.begun).toBe(true);
    leave.abort();
    expect(await asked).toMatchObject({ code: 'hub.unreachable' });
    await expect.poll(() => seen.ended).toBe(true);
  });
});

/** As after kill -9: a socket with nobody behind it. */
async function leaveSocket(folder: string): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(join(folder, 'other.sock'), resolve));
  await rename(join(folder, 'other.sock'), join(folder, 'control.sock'));
  await new Promise((resolve) => server.close(resolve));
}

/** Sends bytes, and reads until the other end hangs up. */
function sendRaw(folder: string, bytes: string): Promise<string> {
  return withSocketPath(folder, 'control.sock', async (path) => {
    const socket = connect(path);
    socket.write(bytes);
    const answered = text(socket).catch(() => '');
    return answered;
  });
}
