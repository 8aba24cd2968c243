import { FileDown } from 'lucide-react';
import type * as z from 'zod';
import { attendanceCommands } from '../../../shared/contracts/commands/attendance-commands.ts';
import { Button } from '../../ui/button.tsx';
import { PrintIt } from '../saving/print-it.tsx';
import { SavingWords } from '../saving/saving-words.tsx';
import { useSaving } from '../saving/use-saving.ts';
import { CommandTrouble } from '../desk/trouble.tsx';
import { useHubCommand } from '../hub-command.ts';
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
  const saving = useSaving('attendance');
  const pending = note.pending || saving.pending;
  const make = async (way: 'page' | 'print') => {
    const html = page();
    if ((await note.run(of)) === undefined) return;
    await saving[way](`attendance-${of.of}`, html);
  };
  return (
    <>
      {note.error !== undefined && <CommandTrouble error={note.error} />}
      <Button
        icon={FileDown}
        label={say(pending ? 'print.making' : 'print')}
        disabled={pending}
        onPress={() => void make('page')}
      />
      <PrintIt saving={saving} disabled={pending} onPress={() => void make('print')} />
      <SavingWords
        saving={saving}
        left={say('print.left')}
        saved={(file) => say('print.saved', { file })}
      />
    </>
  );
}
