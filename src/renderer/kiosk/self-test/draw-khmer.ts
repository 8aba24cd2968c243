/** Something to draw, in a face. */
export interface KhmerSample {
  /** As CSS knows the family. */
  readonly face: string;
  readonly text: string;
}

/** How much ink lies in each cell of the drawing, 0 to 15, row by row, as hexadecimal digits. */
export type InkGrid = string;

/**
 * Draws samples as large letters and says how much ink lies in each cell of 10 × 10 pixels, once for each of nine places a pixel apart:
 * how an edge is smoothed, and on which part of a pixel a letter begins, differs between versions of Chromium; where its parts
 * stand does not ([SLF6]). It names nothing outside of itself, so that a test can have any page draw.
 *
 * @returns for each sample its nine grids; none where the page has no such face
 */
export async function drawKhmer(samples: readonly KhmerSample[]): Promise<InkGrid[][]> {
  const width = 720;
  const height = 120;
  const cell = 10;
  const size = 56;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const paper = canvas.getContext('2d', { willReadFrequently: true });
  if (paper === null) return samples.map(() => []);

  /** Ink in each cell, with the drawing moved by so many pixels. */
  const gridOf = (data: Uint8ClampedArray, moveX: number, moveY: number): InkGrid => {
    let grid = '';
    for (let top = 0; top < height; top += cell) {
      for (let left = 0; left < width; left += cell) {
        let ink = 0;
        for (let y = top + moveY; y < top + moveY + cell; y += 1) {
          for (let x = left + moveX; x < left + moveX + cell; x += 1) {
            const isOn = x >= 0 && y >= 0 && x < width && y < height;
            if (isOn) ink += data[(y * width + x) * 4 + 3] ?? 0;
          }
        }
        grid += Math.round((ink / (cell * cell * 255)) * 15).toString(16);
      }
    }
    return grid;
  };

  const drawn: InkGrid[][] = [];
  for (const { face, text } of samples) {
    const loaded = await document.fonts.load(`${size}px '${face}'`, text).catch(() => []);
    if (loaded.length === 0) {
      drawn.push([]);
      continue;
    }
    paper.clearRect(0, 0, width, height);
    paper.font = `${size}px '${face}'`;
    paper.fillText(text, cell, 74);
    const { data } = paper.getImageData(0, 0, width, height);
    const moves = [-1, 0, 1];
    drawn.push(moves.flatMap((y) => moves.map((x) => gridOf(data, x, y))));
  }
  return drawn;
}
