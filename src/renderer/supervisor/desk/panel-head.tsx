import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { createSayHook } from '../../i18n/language.tsx';
import { deskTexts } from '../../i18n/texts/supervisor/desk.ts';
import { Button } from '../../ui/button.tsx';
import './panel-head.css';
import { useStaying } from './stay.tsx';
import { screenNamed } from '../../ui/screen-name.ts';
import type { ScreenName } from '../../ui/screen-name.ts';

const useDeskSay = createSayHook(deskTexts);

/** What a panel is about, and the way to close it once nothing in it has to stay. */
export function PanelHead(props: {
  /** Of the panel it belongs to. */
  readonly screen: ScreenName;
  readonly children: ReactNode;
  readonly onClose: () => void;
}) {
  const say = useDeskSay();
  const staying = useStaying();
  return (
    <div className="panel-head" {...screenNamed(props.screen)}>
      <div className="panel-head__about">{props.children}</div>
      <Button
        icon={X}
        label={say('panel.close')}
        tone="quiet"
        onPress={props.onClose}
        disabled={staying}
      />
    </div>
  );
}
