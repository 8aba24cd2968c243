/** A letter, and the lines it is drawn by: SVG paths, in percent of a square. */
export interface LetterOnPaper {
  readonly name: string;
  readonly letter: string;
  readonly lines: readonly string[];
}

/**
 * Runs in a window: what of the lines lies beside the letter as lessons show it, and what of the letter no
 * line goes along. The letter is set in the face of reading, its height or width 88 of the square's
 * hundred, in its middle. A line may leave it by 1.5; from a line to the letter's edge it is 9 at most.
 */
export async function strayParts(letters: readonly LetterOnPaper[]): Promise<string[]> {
  const beside = 1.5;
  const reach = 9;
  const scale = 4;
  const side = 100 * scale;
  const face = (size: number) => `${String(size)}px 'Battambang Khmer'`;
  await document.fonts.load(face(100), letters.map(({ letter }) => letter).join(''));

  const paperOf = () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = side;
    const paper = canvas.getContext('2d', { willReadFrequently: true });
    if (paper === null) throw new Error('The window has no paper.');
    return paper;
  };
  const inkOf = (paper: CanvasRenderingContext2D) => {
    const { data } = paper.getImageData(0, 0, side, side);
    return (x: number, y: number) => (data[(y * side + x) * 4 + 3] ?? 0) > 127;
  };
  const write = (letter: string) => {
    const paper = paperOf();
    paper.font = face(1000);
    const box = paper.measureText(letter);
    const width = box.actualBoundingBoxRight + box.actualBoundingBoxLeft;
    const height = box.actualBoundingBoxAscent + box.actualBoundingBoxDescent;
    const size = (88 * scale) / Math.max(width, height);
    paper.font = face(1000 * size);
    const left = (side - width * size) / 2 + box.actualBoundingBoxLeft * size;
    const foot = (side + height * size) / 2 - box.actualBoundingBoxDescent * size;
    paper.fillText(letter, left, foot);
    return paper;
  };
  /** Ink of both, each as thick as asked for. */
  const stroke = (lines: readonly string[], thickness: number) => {
    const paper = paperOf();
    paper.scale(scale, scale);
    paper.lineCap = 'round';
    paper.lineJoin = 'round';
    paper.lineWidth = thickness;
    for (const line of lines) paper.stroke(new Path2D(line));
    return paper;
  };
  const grown = (letter: string) => {
    const from = write(letter).canvas;
    const paper = paperOf();
    const far = beside * scale;
    for (let turn = 0; turn < 16; turn += 1) {
      const angle = (turn * Math.PI) / 8;
      paper.drawImage(from, far * Math.cos(angle), far * Math.sin(angle));
    }
    paper.drawImage(from, 0, 0);
    return paper;
  };
  /** How much of one has nothing of the other, in parts of the square's area. */
  const without = (one: CanvasRenderingContext2D, other: CanvasRenderingContext2D) => {
    const [is, covers] = [inkOf(one), inkOf(other)];
    let count = 0;
    for (let y = 0; y < side; y += 1) {
      for (let x = 0; x < side; x += 1) if (is(x, y) && !covers(x, y)) count += 1;
    }
    return count;
  };
  return letters.flatMap(({ name, letter, lines }) => [
    ...(without(stroke(lines, 0.5), grown(letter)) > 0 ? [`${name} leaves ${letter}`] : []),
    ...(without(write(letter), stroke(lines, 2 * reach)) > 0
      ? [`${name} leaves out a part of ${letter}`]
      : []),
  ]);
}
