import {
  ArrowBigUp,
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  CornerDownLeft,
  Delete,
  Space,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

const icons: Readonly<Record<string, LucideIcon>> = {
  ' ': Space,
  Enter: CornerDownLeft,
  Backspace: Delete,
  Shift: ArrowBigUp,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ArrowDown,
};

/** What is printed on a key. @param name its `KeyboardEvent.key` value, or the Khmer sign it types */
export function KeyFace({ name }: { readonly name: string }) {
  const Icon = icons[name];
  return Icon === undefined ? <span>{capOf(name)}</span> : <Icon aria-hidden="true" />;
}

/** Letters as printed on the keys. */
const capOf = (name: string) => (/^[a-z]$/.test(name) ? name.toUpperCase() : name);
