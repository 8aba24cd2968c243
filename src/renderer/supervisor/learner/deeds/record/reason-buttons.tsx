import type { LucideIcon } from 'lucide-react';
import { inLanguage, useLanguage } from '../../../../i18n/language.tsx';
import { recordWords } from '../../../../i18n/texts/supervisor/record-words.ts';
import { Button } from '../../../../ui/button.tsx';
import './record-deed.css';

type Reason<Key = keyof typeof recordWords> = Key extends `reason.${infer Name}` ? Name : never;

interface ReasonButtonsProps<Given extends Reason> {
  readonly icon: LucideIcon;
  readonly reasons: readonly Given[];
  readonly disabled?: boolean;
  readonly onGive: (reason: Given) => void;
}

/** Why: one press gives the reason. */
export function ReasonButtons<Given extends Reason>({
  icon,
  reasons,
  disabled = false,
  onGive,
}: ReasonButtonsProps<Given>) {
  const language = useLanguage();
  return (
    <div className="record-deed__reasons">
      {reasons.map((reason, place) => (
        <Button
          key={reason}
          icon={icon}
          label={inLanguage(recordWords[`reason.${reason}`], language)}
          disabled={disabled}
          first={place === 0}
          onPress={() => onGive(reason)}
        />
      ))}
    </div>
  );
}
