import { CircleHelp } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { createSayHook } from '../../i18n/language.tsx';
import { helpPagesTexts } from '../../i18n/texts/supervisor/help-pages.ts';
import { Button } from '../../ui/button.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import './help-menu.css';

const usePagesSay = createSayHook(helpPagesTexts);

/** One thing the menu leads to. */
export interface HelpMenuEntry {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly onPress: () => void;
}

/** The “?” of the rail, and the small menu it opens: it closes with Escape, and with a press beside it ([HPG4]). */
export function HelpMenu({ entries }: { readonly entries: readonly HelpMenuEntry[] }) {
  const say = usePagesSay();
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="help-menu__open"
        popoverTarget={id}
        aria-label={say('menu')}
        title={say('menu')}
      >
        <CircleHelp aria-hidden="true" />
      </button>
      {/* In the top layer: the rail cuts off what reaches out of it. */}
      <div
        className="help-menu"
        id={id}
        ref={menu}
        popover="auto"
        onToggle={({ newState }) => setOpen(newState === 'open')}
        {...screenNamed('help-menu')}
      >
        {open &&
          entries.map(({ icon, label, onPress }) => (
            <Button
              key={label}
              icon={icon}
              label={label}
              onPress={() => {
                menu.current?.hidePopover();
                onPress();
              }}
            />
          ))}
      </div>
    </>
  );
}
