import { installerPicture } from '../../../src/imaging/plan/installer-picture.ts';
import { installerScreens } from '../../../src/imaging/plan/installer-screens.ts';
import type { InstallerScreenName } from '../../../src/imaging/plan/installer-screens.ts';
import { PicturedScreens } from './pictured-screens.ts';
import type { Machine } from './machine.ts';

/** Told by its picture: which screen of the installer a machine shows. */
export class InstallerScreens {
  readonly #screens: PicturedScreens<InstallerScreenName>;

  private constructor(screens: PicturedScreens<InstallerScreenName>) {
    this.#screens = screens;
  }

  static async draw(): Promise<InstallerScreens> {
    const how = { layout: installerPicture, rows: installerPicture.height, inMiddle: false };
    return new InstallerScreens(await PicturedScreens.draw(installerScreens, how));
  }

  /** Null for none of them. */
  shownBy(machine: Machine): Promise<InstallerScreenName | null> {
    return this.#screens.shownBy(machine);
  }

  /** Waits for that one; another one that nothing leads away from ends it. */
  until(machine: Machine, wanted: InstallerScreenName): Promise<void> {
    const isEnd = (shown: InstallerScreenName) =>
      shown !== 'disk-data' && installerScreens[shown].isTrouble;
    return this.#screens.until(machine, wanted, isEnd);
  }
}
