import type { LaunchableItem } from '../../../domain/scorm/scorm-package.ts';
import { ContentFrame } from '../course/content-frame.ts';
import type { CourseStage } from './course.ts';
import { apiNames } from './sco.ts';
import type { Sco } from './sco.ts';

/**
 * The frame content opens in. SCORM's content looks for the runtime by its name in the pages around it,
 * so that is where it stands: on this page, whose frame content is.
 */
export class FrameStage implements CourseStage {
  readonly #frame: ContentFrame;
  readonly #base: string;
  #spoke = false;
  #isSco = true;

  /** @param base the manifest's address */
  constructor(frame: ContentFrame, base: string) {
    this.#frame = frame;
    this.#base = base;
  }

  /** Whether what is shown works: it has said or asked something, or, where it need not, can be seen. */
  get works(): boolean {
    return this.#isSco ? this.#spoke : !this.#frame.isBlank;
  }

  show(item: LaunchableItem, { name, api }: Sco): void {
    this.#spoke = false;
    this.#isSco = item.launch.isSco;
    const heard = Object.entries(api).map(([call, answer]) => [
      call,
      (...said: readonly unknown[]) => {
        this.#spoke = true;
        return answer(...said);
      },
    ]);
    for (const known of apiNames) {
      const value = known === name ? Object.fromEntries(heard) : undefined;
      Object.defineProperty(window, known, { value, configurable: true });
    }
    this.#frame.show(new URL(item.launch.href, this.#base), item.title);
  }

  clear(): Promise<void> {
    return this.#frame.clear();
  }

  touched(): boolean {
    return this.#frame.touched();
  }
}
