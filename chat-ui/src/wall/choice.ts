/** The place one step on, round the end; 0 when there is nothing to choose. */
export function nextIndex(current: number, step: 1 | -1, count: number): number {
  return count === 0 ? 0 : (current + step + count) % count
}
