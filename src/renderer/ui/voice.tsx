import { MicOff } from 'lucide-react';
import { createContext, useContext } from 'react';
import type { ReactNode } from 'react';
import { createSayHook } from '../i18n/language.tsx';
import { commonTexts } from '../i18n/texts/common.ts';
import './audio-button.css';
import { AudioButton } from './audio-button.tsx';
import type { ClipPlayer } from './use-clip.ts';

const useCommonSay = createSayHook(commonTexts);
const WhoLooks = createContext<'learner' | 'staff'>('learner');

/** Everything inside is seen by staff or by whoever writes lessons: they see what is not recorded yet. */
export function SeenByStaff({ children }: { readonly children: ReactNode }) {
  return <WhoLooks value="staff">{children}</WhoLooks>;
}

/** The button of a recording. Where there is none, learners see nothing, staff that it lacks ([LUK4]). */
export function Voice({ clip }: { readonly clip: ClipPlayer | null }) {
  const who = useContext(WhoLooks);
  if (clip !== null) return <AudioButton clip={clip} />;
  return who === 'staff' ? <NotRecorded /> : null;
}

/** In place of the button that plays a recording: there is none. Nothing happens when it is touched. */
export function NotRecorded() {
  const say = useCommonSay();
  return (
    <span className="not-recorded">
      <MicOff aria-hidden="true" />
      {say('audio.none')}
    </span>
  );
}
