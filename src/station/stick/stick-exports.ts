import type { ExportEnded, ExportKind, StickSaved } from '../../shared/contracts/stick.ts';
import { stickProblemSchema } from '../../shared/contracts/stick.ts';
import { isReanError } from '../../shared/errors.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { Log, Randomness } from '../../shared/ports.ts';
import { reasonOf } from '../failure-reason.ts';
import type { Recorder } from '../record/recorder.ts';
import type { StickFile, StickLine } from './stick-line.ts';

export interface StickExportParts {
  readonly stick: Pick<StickLine, 'write'>;
  readonly recorder: Pick<Recorder, 'record'>;
  readonly randomness: Randomness;
  readonly log: Log;
}

/** Somebody has a file leave. */
export interface StickExport extends StickFile {
  readonly staff: StaffId;
  readonly kind: ExportKind;
  /** Rejects where it is not to leave any more: asked once the stick is found, before anything is on record. */
  readonly goesOn?: () => Promise<void>;
}

const idBytes = 8;

/**
 * Writes a file onto the one stick, with a word on this PC's disk of who, what and onto which stick before the first
 * byte leaves, and of its end after ([STK4]).
 * @throws ReanError `stick.refused`, and as the recorder has it: then nothing left
 */
export async function exportOntoStick(
  { stick, recorder, randomness, log }: StickExportParts,
  { staff, kind, name, content, goesOn }: StickExport,
): Promise<StickSaved> {
  const own = { export: Buffer.from(randomness.bytes(idBytes)).toString('hex'), staff };
  let begun = false;
  const end = async (outcome: ExportEnded['outcome'], file: string | null) => {
    if (!begun) return;
    log.info('stick.ended', { outcome, bytes: content.length });
    await recorder.record(null, [{ type: 'export.ended', ...own, outcome, file }]);
  };
  try {
    const saved = await stick.write({ name, content }, async (found) => {
      await goesOn?.();
      const of = { kind, file: name, bytes: content.length, stick: found };
      await recorder.record(null, [{ type: 'export.begun', ...own, ...of }]);
      begun = true;
    });
    // It lies there: a word of it that finds no room takes nothing back.
    await end('saved', saved.saved).catch((error: unknown) => {
      log.error('stick.not-recorded', { reason: reasonOf(error) });
    });
    return saved;
  } catch (error) {
    const problem = isReanError(error)
      ? stickProblemSchema.safeParse(error.facts['problem'])
      : null;
    await end(problem?.success === true ? problem.data : 'busy', null).catch((cause: unknown) => {
      log.error('stick.not-recorded', { reason: reasonOf(cause) });
    });
    throw error;
  }
}
