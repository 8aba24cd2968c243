import { readFile, writeFile } from 'node:fs/promises';
import { cpioOf } from '../../../src/imaging/run/cpio.ts';
import { serialOf } from './machine.ts';
import type { Machine } from './machine.ts';
import { linesOf } from './qmp.ts';

/** Does what comes over the serial line, as root, and sends back what that said. */
const listener = `#!/bin/sh
stty raw -echo
echo REAN-PROBE
while IFS= read -r line; do
  printf '<%s>\\n' "$(eval "$line" 2>&1 | base64 -w0)"
done
`;

const unit = `[Unit]
DefaultDependencies=no
After=dev-ttyS0.device
[Service]
ExecStart=/bin/sh /etc/rean-probe
StandardInput=tty
StandardOutput=tty
StandardError=journal
TTYPath=/dev/ttyS0
Restart=always
`;

const unitPath = 'etc/systemd/system/rean-probe.service';

const planting = `#!/bin/sh
[ "$1" = prereqs ] && exit 0
cp /rean-probe/listener "$rootmnt/etc/rean-probe"
cp /rean-probe/unit "$rootmnt/${unitPath}"
mkdir -p "$rootmnt/etc/systemd/system/sysinit.target.wants"
ln -s /${unitPath} "$rootmnt/etc/systemd/system/sysinit.target.wants/"
`;

/** What the image has there, and what is planted after it. */
const order = `/scripts/local-bottom/rean-overlay "$@"
[ -e /conf/param.conf ] && . /conf/param.conf
/scripts/local-bottom/zz-probe "$@"
[ -e /conf/param.conf ] && . /conf/param.conf
`;

/** Writes `initrd` with a listener behind it to `target`; the image itself stays as it ships. */
export async function plantProbe(initrd: string, target: string): Promise<void> {
  const planted = cpioOf([
    { path: 'rean-probe' },
    { path: 'rean-probe/listener', bytes: Buffer.from(listener) },
    { path: 'rean-probe/unit', bytes: Buffer.from(unit) },
    { path: 'scripts/local-bottom/zz-probe', bytes: Buffer.from(planting) },
    { path: 'scripts/local-bottom/ORDER', bytes: Buffer.from(order) },
  ]);
  const shipped = await readFile(initrd);
  const gap = Buffer.alloc((4 - (shipped.length % 4)) % 4);
  await writeFile(target, Buffer.concat([shipped, gap, planted]));
}

/** Asks the guest from inside. */
export interface Probe {
  /** What a line of shell, run as root in the guest, said. */
  ask(line: string): Promise<string>;
  close(): void;
}

/** Waits for the listener to say that it is there. */
export async function openProbe(machine: Machine): Promise<Probe> {
  const socket = await serialOf(machine);
  const lines: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  linesOf(socket, (line) => {
    const next = waiting.shift();
    if (next === undefined) lines.push(line);
    else next(line);
  });
  const nextLine = async () => lines.shift() ?? new Promise<string>((take) => waiting.push(take));
  while (!(await nextLine()).includes('REAN-PROBE'));
  return {
    ask: async (line) => {
      socket.write(`${line}\n`);
      const answer = /<(.*)>/.exec(await nextLine())?.[1] ?? '';
      return Buffer.from(answer, 'base64').toString('utf8').trim();
    },
    close: () => socket.destroy(),
  };
}
