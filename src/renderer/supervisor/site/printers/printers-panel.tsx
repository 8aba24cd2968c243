import { CircleCheckBig, Hourglass, Printer, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { testPage } from '../../../../domain/print/test-page.ts';
import type { PrinterView } from '../../../../shared/contracts/printer.ts';
import { createSayHook } from '../../../i18n/language.tsx';
import { printersTexts } from '../../../i18n/texts/printing.ts';
import { Button } from '../../../ui/button.tsx';
import { PanelHead } from '../../desk/panel-head.tsx';
import { CommandTrouble } from '../../desk/trouble.tsx';
import { useCommand, useStream } from '../../station.ts';
import '../stations/stations.css';

const usePrintersSay = createSayHook(printersTexts);

/** The printers of this computer, how each stands, and which is used ([PTR2]). */
export function PrintersPanel({ onClose }: { readonly onClose: () => void }) {
  const say = usePrintersSay();
  const { value: view, error } = useStream('printers', undefined);
  const pdf = useCommand('page.pdf');
  const print = useCommand('printer.print');
  const use = useCommand('printer.use');
  const [tested, setTested] = useState<string | null>(null);
  const busy = pdf.pending || print.pending || use.pending;
  const test = async ({ name }: PrinterView) => {
    setTested(null);
    const made = await pdf.run({ html: testPage() });
    if (made === undefined) return;
    const sheet = { kind: 'test-page', name: 'test-page.pdf', printer: name } as const;
    if ((await print.run({ ...sheet, content: made.content })) !== undefined) setTested(name);
  };
  const trouble = error ?? pdf.error ?? print.error ?? use.error;
  return (
    <section className="stations" aria-label={say('title')}>
      <PanelHead screen="printers" onClose={onClose}>
        <h2 className="stations__title">{say('title')}</h2>
      </PanelHead>
      {trouble !== undefined && <CommandTrouble error={trouble} />}
      {view?.printers.length === 0 && (
        <div className="stations__part">
          <p>{say('nothing')}</p>
          <p>{say('nothing.next')}</p>
        </div>
      )}
      {view?.printers.map((printer) => (
        <div className="stations__part" key={printer.name}>
          <h3>{printer.model === '' ? printer.name : printer.model}</h3>
          <Standing printer={printer} />
          <p>{say(printer.isUsed ? 'used' : 'unused')}</p>
          {tested === printer.name && <output>{say('test.out')}</output>}
          {print.pending && <p aria-live="polite">{say('printing')}</p>}
          <Button
            icon={Printer}
            label={say('test')}
            disabled={busy}
            onPress={() => void test(printer)}
          />
          {!printer.isUsed && (
            <Button
              icon={CircleCheckBig}
              label={say('use')}
              disabled={busy}
              onPress={() => void use.run({ printer: printer.name })}
            />
          )}
        </div>
      ))}
    </section>
  );
}

function Standing({ printer: { state } }: { readonly printer: PrinterView }) {
  const say = usePrintersSay();
  const isWell = state === 'ready' || state === 'printing';
  const Icon = state === 'ready' ? CircleCheckBig : isWell ? Hourglass : TriangleAlert;
  return (
    <p>
      <span className={`site__sign ${isWell ? 'site__sign--yes' : 'site__sign--no'}`}>
        <Icon aria-hidden="true" />
        {say(`state.${state}`)}
      </span>
    </p>
  );
}
