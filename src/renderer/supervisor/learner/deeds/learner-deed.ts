import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { Action } from '../../../../domain/permissions.ts';
import type { LearnerPage, LearnerRow, SignedIn } from '../../../../shared/contracts/ipc/views.ts';
import type { Text } from '../../../i18n/text.ts';
import type { ScreenName } from '../../../ui/screen-name.ts';

export interface DeedFormProps {
  readonly row: LearnerRow;
  /** With the account, for those who may change it. */
  readonly page: LearnerPage;
  readonly person: SignedIn;
  /** The hub has done it, and what it told has been seen: the form closes. */
  readonly onDone: () => void;
}

/** Something staff do about one learner, in a form in the panel ([PPL2]). */
export interface LearnerDeed {
  readonly screen: ScreenName;
  /** Offered to those who may do this to anybody; the hub judges whether to this one. */
  readonly action: Action;
  readonly icon: LucideIcon;
  readonly label: Text;
  /** Whether there is this to do about the learner as they stand; always where it is left out. */
  readonly fits?: (page: LearnerPage) => boolean;
  /** Says in a sentence what will happen, asks, and tells the hub's answer. */
  readonly Form: ComponentType<DeedFormProps>;
}
