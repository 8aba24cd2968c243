import { join } from 'node:path';
import type { ElectronProgram } from './electron-program.ts';
import type { LabFile } from './lab-file.ts';
import type { PieceCommand } from './piece.ts';
import { hubFolder, stationFolder } from './set-up-lab.ts';

export interface LabLook {
  readonly kiosk: boolean;
  readonly language: 'km' | 'en';
}

export interface LabPlan {
  /** The lab's data folder. */
  readonly folder: string;
  readonly file: LabFile;
  /** Absolute path of this command line's own program. */
  readonly cli: string;
  readonly electron: ElectronProgram;
  readonly look: LabLook;
}

const outputOf = (folder: string, name: string) => join(folder, 'logs', `${name}.log`);

/** How the hub is started. */
export function hubPiece({ folder, file, cli }: LabPlan): PieceCommand {
  const where = ['--data', hubFolder(folder), '--listen', '127.0.0.1', '--port'];
  return {
    name: 'hub',
    program: process.execPath,
    words: [cli, '--with-parent', 'hub', 'run', ...where, String(file.hubPort)],
    output: outputOf(folder, 'hub'),
  };
}

/** How each station is started, kiosks first. */
export function stationPieces({ folder, file, electron, look }: LabPlan): readonly PieceCommand[] {
  return file.stations.map(({ name, kind }) => ({
    name,
    program: electron.path,
    words: [
      ...electron.words,
      '--kind',
      kind,
      '--data',
      stationFolder(folder, name),
      '--language',
      look.language,
      ...(look.kiosk && kind === 'kiosk' ? ['--kiosk'] : []),
      '--with-parent',
    ],
    output: outputOf(folder, name),
  }));
}
