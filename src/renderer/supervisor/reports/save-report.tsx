import { FileDown, Printer } from 'lucide-react';
import { useState } from 'react';
import { reportFormats } from '../../../shared/contracts/ipc/report-views.ts';
import type { ReportFormat } from '../../../shared/contracts/ipc/report-views.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { CommandTrouble } from '../desk/trouble.tsx';
import { useCommand } from '../station.ts';
import { useReportsSay } from './reports-say.ts';

interface SaveReportProps {
  /** Which report stands on the screen: that one is saved, and no other ([RPT1]). */
  readonly number: number;
  readonly disabled: boolean;
}

/** The report as a workbook, as CSV, or as a PDF to be printed. */
export function SaveReport({ number, disabled }: SaveReportProps) {
  const say = useReportsSay();
  const language = useLanguage();
  const file = useCommand('report.file');
  const save = useCommand('file.save');
  const print = useCommand('page.save');
  const [saved, setSaved] = useState<string | null>(null);
  const pending = file.pending || save.pending || print.pending;
  const give = async (format: ReportFormat) => {
    setSaved(null);
    const made = await file.run({ number, format, language });
    if (made === undefined) return;
    const came =
      format === 'page'
        ? await print.run({ name: withoutEnding(made.name), html: textOf(made.content) })
        : await save.run(made);
    setSaved(came?.saved ?? null);
  };
  const error = file.error ?? save.error ?? print.error;
  return (
    <div className="reports__save">
      {reportFormats.map((format) => (
        <Button
          key={format}
          icon={format === 'page' ? Printer : FileDown}
          label={say(`save.${format}`)}
          disabled={disabled || pending}
          onPress={() => void give(format)}
        />
      ))}
      <p className="reports__soft">{say('saved.noted')}</p>
      {saved !== null && <output>{say('saved', { file: saved })}</output>}
      {error !== undefined && <CommandTrouble error={error} />}
    </div>
  );
}

const withoutEnding = (name: string) => name.replace(/\.[a-z]+$/, '');

function textOf(content: string): string {
  const bytes = Uint8Array.from(atob(content), (sign) => sign.codePointAt(0) ?? 0);
  return new TextDecoder().decode(bytes);
}
