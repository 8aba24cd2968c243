import type { Item } from '../../../shared/contracts/lesson.ts';
import { inLanguage, useLanguage } from '../../i18n/language.tsx';
import { PackPicture, PackText } from '../shell/pack-media.tsx';
import { labelSize } from './label-size.ts';

/** What there is to look at or to read: the item's picture, and its words shown large. */
export function Look({ item, base }: { readonly item: Item; readonly base: string }) {
  const language = useLanguage();
  const { picture, display } = item;
  if (picture === undefined && display === undefined) return null;
  return (
    <div className="look">
      {picture !== undefined && (
        <div className="look__picture">
          <PackPicture base={base} picture={picture} />
        </div>
      )}
      {display !== undefined && (
        <p className={`look__display look__display--${labelSize(inLanguage(display, language))}`}>
          <PackText phrase={display} />
        </p>
      )}
    </div>
  );
}
