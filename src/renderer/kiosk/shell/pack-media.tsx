import type { Phrase, Picture } from '../../../shared/contracts/phrase.ts';
import type { Language } from '../../../shared/ids.ts';
import { inLanguage, languageGiven, useLanguage } from '../../i18n/language.tsx';

/** A picture of a pack, within its box. @param props.base address of the pack, ends in `/` */
export function PackPicture(props: { readonly base: string; readonly picture: Picture }) {
  const language = useLanguage();
  return (
    <img
      className="pack-picture"
      src={props.base + props.picture.src}
      alt={inLanguage(props.picture.alt, language)}
      draggable={false}
    />
  );
}

/** What a pack says, in the language chosen. */
export function PackText({ phrase }: { readonly phrase: Phrase }) {
  const language = useLanguage();
  return (
    <span className="pack-text" lang={languageGiven(phrase, language)}>
      {inLanguage(phrase, language)}
    </span>
  );
}

/** Address of the recording of a phrase in the language it is shown in, or null ([LUK4]). */
export function clipOf(
  base: string,
  phrase: Phrase | undefined,
  language: Language,
): string | null {
  if (phrase === undefined) return null;
  const path = phrase.audio?.[languageGiven(phrase, language)];
  return path === undefined ? null : base + path;
}
