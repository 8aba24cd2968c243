import { useState } from 'react';
import type { ReanError } from '../../../shared/errors.ts';
import type { ExportKind } from '../../../shared/contracts/stick.ts';
import type { ListFile } from '../../../shared/contracts/ipc/list-views.ts';
import { useAppInfo } from '../desk/app-info.ts';
import { useCommand } from '../station.ts';

/** What came of saving: where the file is, or which printer it came out of; `saved` is null where the person chose no place. */
export interface Saved {
  readonly saved: string | null;
  readonly onto: 'disk' | 'stick' | 'paper';
}

export interface Saving {
  /** A page of ours as a PDF; `name` is without its ending. Nothing where it failed, or the window went. */
  page(name: string, html: string): Promise<Saved | undefined>;
  file(file: ListFile): Promise<Saved | undefined>;
  /** A page of ours on paper, by the printer that is used ([PTR3]); where `prints` is true alone. */
  print(name: string, html: string): Promise<Saved | undefined>;
  readonly prints: boolean;
  readonly printing: boolean;
  readonly pending: boolean;
  readonly error: ReanError | undefined;
  /** Whether files leave this PC on a stick alone ([STK1]); false until that is known. */
  readonly onStick: boolean;
  /** Since the last one was asked for. */
  readonly came: Saved | undefined;
  readonly forget: () => void;
}

/** The one way a file leaves this window: onto the stick where this PC's system has that, else where the person says. */
export function useSaving(kind: ExportKind): Saving {
  const info = useAppInfo(true);
  const onStick = info?.stick ?? false;
  const dialogPage = useCommand('page.save');
  const dialogFile = useCommand('file.save');
  const pdf = useCommand('page.pdf');
  const stick = useCommand('stick.save');
  const printer = useCommand('printer.print');
  const [came, setCame] = useState<Saved>();
  const asked = [dialogPage, dialogFile, pdf, stick, printer];
  const [onPaper, setOnPaper] = useState(false);
  const begin = (paper: boolean) => {
    setOnPaper(paper);
    setCame(undefined);
  };
  const give = async ({ name, content }: ListFile) => {
    const answer = await stick.run({ kind, name, content });
    return answer && { saved: answer.saved, onto: 'stick' as const };
  };
  const onDisk = (answer: { saved: string | null } | undefined) =>
    answer && { ...answer, onto: 'disk' as const };
  const keep = (what: Saved | undefined) => {
    setCame(what);
    return what;
  };
  return {
    async page(name, html) {
      begin(false);
      if (!onStick) return keep(onDisk(await dialogPage.run({ name, html })));
      const made = await pdf.run({ html });
      return made && keep(await give({ name: `${name}.pdf`, content: made.content }));
    },
    async file(file) {
      begin(false);
      return keep(onStick ? await give(file) : onDisk(await dialogFile.run(file)));
    },
    async print(name, html) {
      begin(true);
      const made = await pdf.run({ html });
      if (made === undefined) return undefined;
      const sheet = { kind, name: `${name}.pdf`, content: made.content, printer: null };
      const out = await printer.run(sheet);
      return keep(out && { saved: out.printer, onto: 'paper' });
    },
    prints: info?.prints ?? false,
    printing: onPaper && (pdf.pending || printer.pending),
    pending: asked.some(({ pending }) => pending),
    // What came of the other way before is of no interest any more.
    error: (onPaper ? [pdf, printer] : [dialogPage, dialogFile, pdf, stick]).find(
      ({ error }) => error !== undefined,
    )?.error,
    onStick,
    came,
    forget: () => setCame(undefined),
  };
}
