import { Command } from 'commander';
import { hubCommand } from './hub/hub-command.ts';
import { imageCommand } from './image/image-command.ts';
import { labCommand } from './lab/lab-command.ts';
import { netbootCommand } from './netboot/netboot-command.ts';
import { packCommand } from './pack/pack-command.ts';
import { siteCommand } from './site/site-command.ts';
import { stationCommand } from './station/station-command.ts';

/** Everything a technician does with a site from a terminal. */
export const rean = new Command()
  .name('rean')
  .description('Rean: the education labs of Cambodian prisons, offline.')
  .option('--with-parent', 'stop when standard input ends, as it does when the launcher dies')
  .hook('preAction', () => {
    if (rean.opts()['withParent'] === true) stopWithParent();
  })
  .addCommand(labCommand())
  .addCommand(hubCommand())
  .addCommand(packCommand())
  .addCommand(siteCommand())
  .addCommand(stationCommand())
  .addCommand(imageCommand())
  .addCommand(netbootCommand());

/** However the launcher dies, its end of our standard input closes ([RUN4]). */
function stopWithParent(): void {
  process.stdin.once('close', () => process.kill(process.pid, 'SIGTERM'));
  process.stdin.resume();
}
