import { isLookPicture } from '../../domain/picture/look-picture.ts';
import { lookCommands } from '../../shared/contracts/commands/look-commands.ts';
import type { CommandInput } from '../../shared/contracts/ipc/contract.ts';
import type { LookAnswer, LookPicture } from '../../shared/contracts/look.ts';
import { ReanError } from '../../shared/errors.ts';
import type { StaffSession } from '../supervisor/staff-session.ts';
import type { LookLine } from '../uplink/uplink.ts';

/**
 * Has the hub put a look on record, and fetches what the seat shows ([LOK2], [LOK3]). Whoever signs out
 * meanwhile is shown nothing.
 * @throws ReanError `look.gone`, `look.private`, `look.busy`, `look.failed`; `permission.denied`, `hub.*` as of
 * every command
 */
export async function lookAtSeat(
  session: StaffSession,
  looks: LookLine,
  asked: CommandInput<'supervisor', 'seat.look'>,
): Promise<LookPicture> {
  const contract = lookCommands['seat.look'];
  return session.staying(async (left) => {
    const { look } = await session.command({ contract, input: asked, reason: null });
    left.throwIfAborted();
    const answer = await looks.fetch(look, left).catch((error: unknown) => {
      throw new ReanError('look.failed', {}, error);
    });
    return pictureIn(answer);
  });
}

/** Neither hub nor seat is believed that what they bring is a small picture ([LOK5]). */
function pictureIn(answer: LookAnswer): LookPicture {
  if (answer.result === 'nothing') throw new ReanError(`look.${answer.why}`);
  const { picture } = answer;
  if (!isLookPicture(Buffer.from(picture.jpeg, 'base64'))) throw new ReanError('look.failed');
  return picture;
}
