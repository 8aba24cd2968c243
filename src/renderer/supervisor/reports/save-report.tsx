import { FileDown } from 'lucide-react';
import { reportFormats } from '../../../shared/contracts/ipc/report-views.ts';
import type { ReportFormat } from '../../../shared/contracts/ipc/report-views.ts';
import { useLanguage } from '../../i18n/language.tsx';
import { Button } from '../../ui/button.tsx';
import { PrintIt } from '../saving/print-it.tsx';
import { SavingWords } from '../saving/saving-words.tsx';
import { useSaving } from '../saving/use-saving.ts';
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
  const saving = useSaving('report');
  const pending = file.pending || saving.pending;
  const give = async (format: ReportFormat, way: 'page' | 'print' = 'page') => {
    saving.forget();
    const made = await file.run({ number, format, language });
    if (made === undefined) return;
    if (format === 'page') await saving[way](withoutEnding(made.name), textOf(made.content));
    else await saving.file(made);
  };
  return (
    <div className="reports__save">
      {reportFormats.map((format) => (
        <Button
          key={format}
          icon={FileDown}
          label={say(`save.${format}`)}
          disabled={disabled || pending}
          onPress={() => void give(format)}
        />
      ))}
      <PrintIt
        saving={saving}
        disabled={disabled || pending}
        onPress={() => void give('page', 'print')}
      />
      <p className="reports__soft">{say('saved.noted')}</p>
      {file.error !== undefined && <CommandTrouble error={file.error} />}
      <SavingWords saving={saving} saved={(name) => say('saved', { file: name })} />
    </div>
  );
}

const withoutEnding = (name: string) => name.replace(/\.[a-z]+$/, '');

function textOf(content: string): string {
  const bytes = Uint8Array.from(atob(content), (sign) => sign.codePointAt(0) ?? 0);
  return new TextDecoder().decode(bytes);
}
