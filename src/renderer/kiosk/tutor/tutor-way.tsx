import { Hand, HandHelping } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { useSay } from '../shell/say.ts';
import { useStream } from '../station.ts';

/** The way from home to one's group, for peer tutors alone, with how many of it wait for help ([HLQ8]). */
export function TutorWay({ onOpen }: { readonly onOpen: () => void }) {
  const say = useSay();
  const tutoring = useStream('tutoring', undefined).value ?? null;
  if (tutoring === null) return null;
  const count = tutoring.requests.filter(({ acts }) => acts.includes('take')).length;
  return (
    <Button
      icon={count > 0 ? Hand : HandHelping}
      label={count > 0 ? say('tutor.open-waiting', { count }) : say('tutor.open')}
      onPress={onOpen}
    />
  );
}
