// Delta debugging: of a sequence that fails, one that still fails and from which no step can be left out.

/** Leaves out ever smaller pieces as long as `fails` says that what is left still does. */
export function shrink<T>(sequence: readonly T[], fails: (candidate: readonly T[]) => boolean): readonly T[] {
  let left = sequence;
  let piece = Math.ceil(left.length / 2);
  while (piece > 0) {
    let cut = false;
    // From the end: what comes late depends on what came early.
    for (let end = left.length; end > 0; end -= piece) {
      const candidate = [...left.slice(0, Math.max(0, end - piece)), ...left.slice(end)];
      if (fails(candidate)) {
        left = candidate;
        cut = true;
      }
    }
    if (!cut) piece = piece === 1 ? 0 : Math.ceil(piece / 2);
  }
  return left;
}
