import { asReanError, isReanError } from '../../shared/errors.ts';
import type { StationKind } from '../../shared/contracts/documents/directory.ts';
import type { Randomness } from '../../shared/ports.ts';
import { drawRecoveryCode } from '../../hub/backup/recovery-code.ts';
import { copySheet } from './copy-sheet.ts';
import { askLine, untilEnter } from './stage.ts';
import type { Stage } from './stage.ts';
import { takeStick } from './stick-desk.ts';
import type { StickDeeds } from './stick-desk.ts';

/** What the hub is asked for somebody who typed their passphrase; each rejects with what refused it. */
export interface DeskDeeds {
  readonly random: Randomness;
  /** Whole minutes and their parts since some moment, ms: no clock that is put. */
  readonly monotonicMs: () => number;
  may(passphrase: string, action: 'hub.sheet-here' | 'hub.stick-here'): Promise<{ site: string }>;
  code(passphrase: string, kind: StationKind): Promise<string>;
  sheet(passphrase: string, publicKey: string): Promise<void>;
  readonly stick: StickDeeds;
}

/** Left alone for so long the screen says how the hub is again, ms. */
const idleMs = 3 * 60_000;
/** So many wrong passphrases, and there is a pause of so long, ms. */
const mostWrong = 3;
const pauseMs = 60_000;

const choices = {
  1: 'code-officers',
  2: 'code-learners',
  3: 'sheet',
  4: 'update',
  5: 'netboot',
} as const;
type Choice = (typeof choices)[keyof typeof choices];
const kinds = { 'code-officers': 'supervisor', 'code-learners': 'kiosk' } as const;

/** What somebody at the hub's own screen may have done with their passphrase ([HBS5]). */
export class HubDesk {
  readonly #stage: Stage;
  readonly #deeds: DeskDeeds;
  #wrong = 0;
  #pausedAt: number | null = null;

  constructor(stage: Stage, deeds: DeskDeeds) {
    this.#stage = stage;
    this.#deeds = deeds;
  }

  /** Resolves once nobody wants anything any more. */
  async serve(): Promise<void> {
    if (this.#isPaused()) {
      await untilEnter(this.#stage, { screen: 'too-often' }, idleMs);
      return;
    }
    const choice = await this.#choose();
    if (choice === null) return;
    const view = { screen: 'sign-in' } as const;
    const passphrase = await askLine(this.#stage, { view, isSecret: true, idleMs });
    if (passphrase === null) return;
    this.#stage.show({ screen: 'checking' });
    try {
      await this.#carryOut(choice, passphrase);
      this.#wrong = 0;
    } catch (error) {
      await this.#refuse(error);
    }
  }

  async #choose(): Promise<Choice | null> {
    this.#stage.show({ screen: 'menu' });
    for (;;) {
      const key = await this.#stage.key(idleMs);
      if (key === null || key.kind === 'escape') return null;
      if (key.kind !== 'letter') continue;
      const found = Object.entries(choices).find(([number]) => number === key.letter);
      if (found) return found[1];
    }
  }

  #carryOut(choice: Choice, passphrase: string): Promise<void> {
    switch (choice) {
      case 'code-officers':
      case 'code-learners':
        return this.#code(passphrase, choice);
      case 'sheet':
        return this.#sheet(passphrase);
      case 'update':
      case 'netboot':
        return this.#stick(passphrase, choice);
    }
  }

  async #code(passphrase: string, choice: keyof typeof kinds): Promise<void> {
    const code = await this.#deeds.code(passphrase, kinds[choice]);
    await untilEnter(this.#stage, { screen: choice, big: [code] }, 4 * idleMs);
  }

  /** The new sheet counts once somebody has it on paper; until then the one of before does. */
  async #sheet(passphrase: string): Promise<void> {
    const { site } = await this.#deeds.may(passphrase, 'hub.sheet-here');
    const { code, publicKey } = drawRecoveryCode(this.#deeds.random);
    if (!(await copySheet(this.#stage, { site, code }, this.#deeds.random, 4 * idleMs))) return;
    this.#stage.show({ screen: 'finishing' });
    await this.#deeds.sheet(passphrase, publicKey);
  }

  async #stick(passphrase: string, wanted: 'update' | 'netboot'): Promise<void> {
    await this.#deeds.may(passphrase, 'hub.stick-here');
    await takeStick(this.#stage, this.#deeds.stick, { passphrase, wanted, idleMs: 2 * idleMs });
  }

  async #refuse(error: unknown): Promise<void> {
    if (!isReanError(error, 'signature.invalid')) {
      const { code } = asReanError(error);
      await untilEnter(this.#stage, { screen: 'away', small: [code] }, idleMs);
      return;
    }
    this.#wrong += 1;
    if (this.#wrong >= mostWrong) this.#pausedAt = this.#deeds.monotonicMs();
    await untilEnter(this.#stage, { screen: 'refused' }, idleMs);
  }

  #isPaused(): boolean {
    if (this.#pausedAt === null) return false;
    if (this.#deeds.monotonicMs() - this.#pausedAt < pauseMs) return true;
    this.#pausedAt = null;
    this.#wrong = 0;
    return false;
  }
}
