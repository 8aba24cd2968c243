import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { vi } from 'vitest';

/** The folders of `cups-files.conf`, each with the name we give it. */
const folders = {
  ServerRoot: 'etc',
  RequestRoot: 'spool',
  CacheDir: 'cache',
  StateDir: 'run',
  TempDir: 'tmp',
} as const;
const image = join(import.meta.dirname, '../../build/image/root-supervisor');
/** Debian has them where only root looks. */
const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` };

/** CUPS with the image's own rules, and printers that speak IPP Everywhere: real ones, but for their paper. */
export interface PrintingService {
  /** Of its socket. */
  readonly address: string;
  /** Plugs a printer in; resolves to the port it answers at. */
  plug(name: string): Promise<number>;
  /** Has the image's own script look for printers at these ports. */
  look(...ports: readonly number[]): Promise<void>;
  /** Pulls it out again. */
  unplug(name: string): Promise<void>;
  /** Whether printers have paper: one that has none says so once it is to print, and waits. */
  paper(there: boolean): Promise<void>;
  /** What printers got: the paths of PDFs as they came, oldest first. */
  sheets(): Promise<readonly string[]>;
  /** Jobs that CUPS still has, a line each. */
  waiting(): Promise<string>;
  close(): Promise<void>;
}

export async function printingService(): Promise<PrintingService> {
  // What CUPS starts runs as a user of its own, who has to get in here: not in a folder of whoever runs the tests.
  const at = await mkdtemp('/tmp/rean-cups-');
  const path = (...names: string[]) => join(at, ...names);
  await chmod(at, 0o755);
  for (const name of ['sheets', 'log', ...Object.values(folders)]) await mkdir(path(name));
  const socket = path('cups.sock');
  const rules = await readFile(join(image, 'etc/cups/cupsd.conf'), 'utf8');
  const { stdout: group } = await promisify(execFile)('id', ['-gn']);
  const files = [
    // Whoever runs the tests sets printers up, as root does on a PC.
    `SystemGroup ${group.trim()}`,
    ...Object.entries(folders).map(([word, name]) => `${word} ${path(name)}`),
    ...['Access', 'Error', 'Page'].map((log) => `${log}Log ${path('log', log)}`),
  ];
  await writeFile(path('cups-files.conf'), `${files.join('\n')}\n`);
  await writeFile(path('cupsd.conf'), rules.replace('/run/cups/cups.sock', socket));

  await writeFile(path('print'), mechanics(path('no-paper')));
  await chmod(path('print'), 0o755);

  const running = new Map<string, ChildProcess>();
  const run = (name: string, program: string, words: readonly string[], more = {}) => {
    const child = spawn(program, words, { env: { ...env, ...more }, stdio: 'ignore', cwd: at });
    running.set(name, child);
  };
  const end = async (name: string) => {
    const child = running.get(name);
    running.delete(name);
    if (child === undefined || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  const ask = async (program: string, ...words: string[]) => {
    const child = spawn(program, words, { env: { ...env, CUPS_SERVER: socket } });
    let said = '';
    child.stdout.on('data', (some: Buffer) => (said += some.toString()));
    child.stderr.on('data', (some: Buffer) => (said += some.toString()));
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`${program} ${words.join(' ')}: ${said}`);
    return said;
  };
  // A printer tells everybody on the system's bus that it is there: here on a bus where nobody listens.
  const bus = `unix:path=${path('bus')}`;
  run('bus', 'dbus-daemon', ['--session', `--address=${bus}`, '--nofork', '--nopidfile']);
  run('cupsd', 'cupsd', ['-f', '-c', path('cupsd.conf'), '-s', path('cups-files.conf')]);
  const close = async () => {
    for (const name of [...running.keys()].toReversed()) await end(name);
    await rm(at, { recursive: true });
  };
  try {
    await vi.waitFor(async () => {
      if (!(await ask('lpstat', '-r')).includes('is running'))
        throw new Error('CUPS is not up yet');
    });
  } catch (error) {
    // Nobody has it yet who would close it.
    await close();
    throw error;
  }

  return {
    address: socket,
    async plug(name) {
      const port = await freePort();
      const kinds = 'application/pdf,image/urf,image/pwg-raster';
      const words = ['-k', '-r', 'off', '-f', kinds, '-d', path('sheets'), '-p', String(port)];
      const printer = [...words, '-c', path('print'), '-M', 'Rean', '-m', 'Tester', name];
      await vi.waitFor(async () => {
        if (running.get(name)?.exitCode !== undefined && running.get(name)?.exitCode !== null)
          running.delete(name);
        if (!running.has(name)) {
          run(name, 'ippeveprinter', printer, { DBUS_SYSTEM_BUS_ADDRESS: bus });
        }
        const uri = `ipp://localhost:${port}/ipp/print`;
        await ask('ipptool', '-t', uri, 'get-printer-attributes.test');
        await ask('lpadmin', '-p', name, '-E', '-v', uri, '-m', 'everywhere');
      });
      return port;
    },
    async look(...ports) {
      const script = join(image, 'usr/lib/rean-image/printers');
      await ask('env', `REAN_PRINTER_PORTS=${ports.join(' ')}`, 'sh', script);
    },
    unplug: end,
    async paper(there) {
      if (there) await rm(path('no-paper'), { force: true });
      else await writeFile(path('no-paper'), '');
    },
    async sheets() {
      const names = (await readdir(path('sheets'))).filter((name) => name.endsWith('.pdf'));
      const files = names.map(async (name) => {
        const file = path('sheets', name);
        return { file, atMs: (await stat(file)).mtimeMs };
      });
      const sheets = await Promise.all(files);
      return sheets.toSorted((a, b) => a.atMs - b.atMs).map(({ file }) => file);
    },
    waiting: () => ask('lpstat', '-o'),
    close,
  };
}

/** What a printer of this kind does with a sheet; it tells its standing on standard error. */
const mechanics = (noPaper: string) => `#!/bin/sh
[ -e '${noPaper}' ] || exit 0
echo 'STATE: +media-empty' >&2
while [ -e '${noPaper}' ]; do sleep 0.2; done
echo 'STATE: -media-empty' >&2
`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
