import { firstValueFrom, of } from 'rxjs';
import { rightToExport } from '../../domain/exports/export-rights.ts';
import type { ExportKind, StickSaved } from '../../shared/contracts/stick.ts';
import { ReanError } from '../../shared/errors.ts';
import { staffIdSchema } from '../../shared/ids.ts';
import type { StaffSession } from '../supervisor/staff-session.ts';
import { exportOntoStick } from './stick-exports.ts';
import type { StickExportParts } from './stick-exports.ts';

/** What a supervisor's window has written onto the stick. */
interface WindowExport {
  readonly kind: ExportKind;
  readonly name: string;
  /** Base64. */
  readonly content: string;
}

/**
 * Has a file leave for who is signed in at a window, if they have a right to what is in it ([STK3]).
 * @throws ReanError `permission.denied`, and as `exportOntoStick` has it
 */
export async function exportFromWindow(
  session: Pick<StaffSession, 'only'>,
  parts: StickExportParts,
  { kind, name, content }: WindowExport,
): Promise<StickSaved> {
  const right = rightToExport(kind);
  const whoMay = () => firstValueFrom(session.only(right, (actor) => of(actor.person)));
  const staff = staffIdSchema.parse(await whoMay());
  return exportOntoStick(parts, {
    staff,
    kind,
    name,
    content: Buffer.from(content, 'base64'),
    // Whoever signed out while the stick was looked for takes nothing away, nor does who came after.
    goesOn: async () => {
      if ((await whoMay()) !== staff) throw new ReanError('permission.denied');
    },
  });
}
