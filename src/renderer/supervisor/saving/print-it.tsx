import { Printer } from 'lucide-react';
import { createSayHook } from '../../i18n/language.tsx';
import { printersTexts } from '../../i18n/texts/printing.ts';
import { Button } from '../../ui/button.tsx';
import type { Saving } from './use-saving.ts';

const usePrintersSay = createSayHook(printersTexts);

interface PrintItProps {
  readonly saving: Saving;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

/** Beside the button that saves a page: the same on paper. Nothing on a PC that does not print ([PTR1]). */
export function PrintIt({ saving, disabled, onPress }: PrintItProps) {
  const say = usePrintersSay();
  if (!saving.prints) return null;
  return <Button icon={Printer} label={say('print')} disabled={disabled} onPress={onPress} />;
}
