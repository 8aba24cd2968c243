import type { LucideIcon } from 'lucide-react';
import './button.css';

interface ButtonProps {
  readonly icon: LucideIcon;
  /** The word on the button; always shown. */
  readonly label: string;
  /** Left out where the button sends its form. */
  readonly onPress?: () => void;
  /** `next` is the one step that leads on; a screen has one at most. */
  readonly tone?: 'next' | 'plain' | 'quiet';
  /** `stacked` puts the icon above the word. */
  readonly layout?: 'beside' | 'stacked';
  readonly disabled?: boolean;
  /** Set on buttons that switch something on and off. */
  readonly pressed?: boolean;
  /** Has the keyboard when it appears. */
  readonly first?: boolean;
  /** Sends the form it stands in, as Enter in a field of it does. */
  readonly submit?: boolean;
}

/** A button with its picture and its word, as large as `--target` asks ([LUK3]). */
export function Button({
  icon: Icon,
  label,
  onPress,
  tone = 'plain',
  layout = 'beside',
  disabled = false,
  pressed,
  first = false,
  submit = false,
}: ButtonProps) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      className={`button button--${tone} button--${layout}`}
      onClick={onPress}
      disabled={disabled}
      aria-pressed={pressed}
      ref={first ? focusOnce : undefined}
    >
      <Icon className="button__icon" aria-hidden="true" />
      <span className="button__label">{label}</span>
    </button>
  );
}

const focusOnce = (button: HTMLButtonElement | null) => button?.focus();
