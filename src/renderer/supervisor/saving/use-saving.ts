import { useState } from 'react';
import type { ReanError } from '../../../shared/errors.ts';
import type { ExportKind } from '../../../shared/contracts/stick.ts';
import type { ListFile } from '../../../shared/contracts/ipc/list-views.ts';
import { useAppInfo } from '../desk/app-info.ts';
import { useCommand } from '../station.ts';

/** What came of saving: where the file is; `saved` is null where the person chose no place. */
export interface Saved {
  readonly saved: string | null;
  readonly onto: 'disk' | 'stick';
}

export interface Saving {
  /** A page of ours as a PDF; `name` is without its ending. Nothing where it failed, or the window went. */
  page(name: string, html: string): Promise<Saved | undefined>;
  file(file: ListFile): Promise<Saved | undefined>;
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
  const onStick = useAppInfo(true)?.stick ?? false;
  const dialogPage = useCommand('page.save');
  const dialogFile = useCommand('file.save');
  const pdf = useCommand('page.pdf');
  const stick = useCommand('stick.save');
  const [came, setCame] = useState<Saved>();
  const asked = [dialogPage, dialogFile, pdf, stick];
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
      setCame(undefined);
      if (!onStick) return keep(onDisk(await dialogPage.run({ name, html })));
      const made = await pdf.run({ html });
      return made && keep(await give({ name: `${name}.pdf`, content: made.content }));
    },
    async file(file) {
      setCame(undefined);
      return keep(onStick ? await give(file) : onDisk(await dialogFile.run(file)));
    },
    pending: asked.some(({ pending }) => pending),
    error: asked.find(({ error }) => error !== undefined)?.error,
    onStick,
    came,
    forget: () => setCame(undefined),
  };
}
