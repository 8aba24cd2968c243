/** Why there will be no figures, in words for whoever asked for them. */
export class CannotMeasure extends Error {
  override readonly name = 'CannotMeasure';
}
