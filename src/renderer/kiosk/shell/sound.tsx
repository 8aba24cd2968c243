import { createContext, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';

interface Sound {
  /** Whether prompts are played by themselves; the audio buttons work either way. */
  readonly on: boolean;
  toggle(): void;
}

const SoundContext = createContext<Sound>({ on: true, toggle: () => undefined });

/** Remembers, for this sitting, whether the learner wants prompts read out. */
export function SoundProvider({ children }: { readonly children: ReactNode }) {
  const [on, setOn] = useState(true);
  const sound = useMemo(() => ({ on, toggle: () => setOn((was) => !was) }), [on]);
  return <SoundContext value={sound}>{children}</SoundContext>;
}

export const useSound = (): Sound => useContext(SoundContext);
