/** Different digits a PIN has at least. */
const leastDifferent = 3;

/** Whether a PIN is among those that are tried first: few digits, or a row of them, up or down. */
export function isEasyPin(digits: string): boolean {
  const numbers = [...digits].map(Number);
  const steps = numbers.slice(1).map((each, at) => (each - (numbers[at] ?? 0) + 10) % 10);
  const isRow = steps.every((step) => step === steps[0]);
  return isRow || new Set(numbers).size < leastDifferent;
}
