import { FileDown } from 'lucide-react';
import { useState } from 'react';
import type * as z from 'zod';
import { attendanceCommands } from '../../../shared/contracts/commands/attendance-commands.ts';
import type { CommandOutput } from '../../../shared/contracts/ipc/contract.ts';
import { Button } from '../../ui/button.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { useHubCommand } from '../hub-command.ts';
import { useCommand } from '../station.ts';
import { useAttendanceSay } from './say-attendance.ts';

const contract = attendanceCommands['attendance.print'];

interface PrintButtonProps {
  /** Whose names stand on it, and of when it is. */
  readonly of: z.input<typeof contract.input>;
  readonly page: () => string;
}

/** The sheet on A4: that it was made stands in the trail before there is any ([ATT9]). */
export function PrintButton({ of, page }: PrintButtonProps) {
  const say = useAttendanceSay();
  const note = useHubCommand(contract);
  const save = useCommand('page.save');
  const [came, setCame] = useState<CommandOutput<'supervisor', 'page.save'>>();
  const pending = note.pending || save.pending;
  const error = note.error ?? save.error;
  const make = async () => {
    const html = page();
    if ((await note.run(of)) === undefined) return;
    setCame(await save.run({ name: `attendance-${of.of}`, html }));
  };
  return (
    <>
      {error !== undefined && <CommandTrouble error={error} />}
      <Button
        icon={FileDown}
        label={say(pending ? 'print.making' : 'print')}
        disabled={pending}
        onPress={() => void make()}
      />
      {came !== undefined && (
        <output>
          {came.saved === null ? say('print.left') : say('print.saved', { file: came.saved })}
        </output>
      )}
    </>
  );
}
