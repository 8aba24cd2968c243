import { createSayHook } from '../../i18n/language.tsx';
import { printersTexts } from '../../i18n/texts/printing.ts';
import { stickTexts } from '../../i18n/texts/stick.ts';
import { CommandTrouble } from '../desk/trouble.tsx';
import type { Saving } from './use-saving.ts';

const useStickSay = createSayHook(stickTexts);
const usePrintersSay = createSayHook(printersTexts);

interface SavingWordsProps {
  readonly saving: Saving;
  /** Said where the person chose no place; nothing is where it is left out. */
  readonly left?: string | undefined;
  /** Said once it lies where they wanted it. */
  readonly saved?: ((file: string) => string) | undefined;
  readonly className?: string | undefined;
}

/** What is said beside a button that saves a file: how it leaves, what came of it, or why nothing did. */
export function SavingWords({ saving, left, saved, className }: SavingWordsProps) {
  const say = useStickSay();
  const sayPrinters = usePrintersSay();
  const { came, error, onStick, pending, printing } = saving;
  return (
    <>
      {printing && (
        <p className="form__soft" aria-live="polite">
          {sayPrinters('printing')}
        </p>
      )}
      {onStick && !printing && came === undefined && (
        <p className="form__soft" aria-live="polite">
          {say(pending ? 'writing' : 'hint')}
        </p>
      )}
      {error !== undefined && <CommandTrouble error={error} />}
      {came?.onto === 'stick' && came.saved !== null && (
        <output className={className}>{say('saved', { file: came.saved })}</output>
      )}
      {came?.onto === 'paper' && <output className={className}>{sayPrinters('printed')}</output>}
      {came?.onto === 'disk' && <OnDisk came={came.saved} {...{ left, saved, className }} />}
    </>
  );
}

function OnDisk({
  came,
  left,
  saved,
  className,
}: Omit<SavingWordsProps, 'saving'> & { readonly came: string | null }) {
  const words = came === null ? left : saved?.(came);
  return words === undefined ? null : <output className={className}>{words}</output>;
}
