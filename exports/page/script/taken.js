// Rectangles that are taken, in a grid of cells.

export class Taken {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }

  * cellsOf({ left, right, top, bottom }) {
    for (let column = Math.floor(left / this.cell); column <= Math.floor(right / this.cell); column += 1) {
      for (let row = Math.floor(top / this.cell); row <= Math.floor(bottom / this.cell); row += 1) yield column * 65_536 + row;
    }
  }

  add(box) {
    for (const cell of this.cellsOf(box)) {
      if (!this.cells.has(cell)) this.cells.set(cell, []);
      this.cells.get(cell).push(box);
    }
  }

  isFree(box) {
    for (const cell of this.cellsOf(box)) {
      for (const other of this.cells.get(cell) ?? []) {
        if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return false;
      }
    }
    return true;
  }
}
