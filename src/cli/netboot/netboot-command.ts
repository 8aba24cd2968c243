import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import { Command } from 'commander';
import * as z from 'zod';
import { bringFiles } from '../../imaging/netboot/bring-files.ts';
import { netbootPort } from '../../imaging/netboot/dnsmasq-config.ts';
import { machineStartClock } from '../../content/disk/start-clock.ts';
import { lanOf } from '../../imaging/netboot/lan.ts';
import { runNetboot } from '../../imaging/netboot/run-netboot.ts';
import { readImageKey } from '../../imaging/netboot/served-files.ts';
import { orTellFailure } from '../hub/failure.ts';
import { parseOptions } from '../hub/options.ts';
import { netbootFailures } from './netboot-failures.ts';

const defaultKey = '/usr/share/rean-image/image.pub';
const defaultFiles = '/var/lib/rean/netboot';

const bringSchema = z.object({ key: z.string().min(1), to: z.string().min(1) });

const leasesSchema = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.tuple([z.ipv4(), z.ipv4()]))
  .transform(([first, last]) => ({ first, last }));

/** An empty setting is none: units of systemd give one where nothing was set. */
const unset = (text: unknown) => (text === '' ? null : text);

const runSchema = z.object({
  request: z.string().min(1),
  files: z.string().min(1),
  key: z.string().min(1),
  state: z.string().min(1),
  port: z.coerce.number().int().min(1).max(65_535),
  interface: z.preprocess(unset, z.string().max(20).nullable()),
  leases: z.preprocess(unset, leasesSchema.nullable()),
  dnsmasq: z.string().min(1),
  ipxe: z.string().min(1),
});

/** `rean netboot`: PCs of the lab are installed from the hub over the LAN ([PXE1]). */
export function netbootCommand(): Command {
  return new Command('netboot')
    .description('Install PCs of the lab from the hub over the LAN (docs/image.md).')
    .addCommand(bringCommand())
    .addCommand(runCommand());
}

function bringCommand(): Command {
  return new Command('bring')
    .description('Copy what an installer’s stick has, so that the hub can install from it.')
    .argument('<folder>', 'the folder `rean` of the stick')
    .option('--key <file>', 'public key that its images are signed with', defaultKey)
    .option('--to <folder>', 'where the hub keeps it', defaultFiles)
    .action((folder: string, given: unknown) =>
      orTellFailure(async () => {
        const { key, to } = parseOptions(bringSchema, given);
        const images = await readImageKey(resolve(key));
        const brought = await bringFiles(resolve(folder), resolve(to), images);
        const { site, version, roles } = brought;
        console.log(`${to}: ${roles.join(', ')} of ${site}, Rean ${version}, checked.`);
      }, netbootFailures),
    );
}

function runCommand(): Command {
  return new Command('run')
    .description('Serve it while the hub asks for it; what rean-netboot.service runs.')
    .option('--request <file>', 'what the hub asks', '/run/rean-netboot/open')
    .option('--files <folder>', 'what PCs are installed from', defaultFiles)
    .option('--key <file>', 'public key of the images', defaultKey)
    .option('--state <folder>', 'where the hub reads how it goes', '/run/rean-netboot-service')
    .option('--port <number>', 'of plain HTTP', String(netbootPort))
    .option('--interface <name>', 'where the PC has several networks', '')
    .option('--leases <first,last>', 'addresses to hand out, where nobody else does', '')
    .option('--dnsmasq <file>', 'the program', '/usr/sbin/dnsmasq')
    .option('--ipxe <folder>', 'where iPXE lies', '/usr/lib/ipxe')
    .action((given: unknown) =>
      orTellFailure(async () => {
        const { key: keyFile, interface: cable, ...order } = parseOptions(runSchema, given);
        const lan = () => lanOf(networkInterfaces(), cable);
        const stop = new AbortController();
        process.once('SIGTERM', () => stop.abort());
        process.once('SIGINT', () => stop.abort());
        const log = (line: string) => console.log(line);
        const clock = machineStartClock;
        await runNetboot({ ...order, keyFile, lan, clock, log }, stop.signal);
      }, netbootFailures),
    );
}
