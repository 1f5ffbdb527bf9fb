/**
 * The cycles of a graph of references: each cycle once, from the member that comes first in the map, along the references. References to
 * what is not in the map are ignored. Cost is linear; deep chains do not use the call stack.
 */
export function cyclesIn(references: ReadonlyMap<string, readonly string[]>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const start of references.keys()) {
    const path: string[] = [];
    const onPath = new Map<string, number>();
    const stack: { readonly name: string; leave: boolean }[] = [{ name: start, leave: false }];
    for (let visit = stack.pop(); visit; visit = stack.pop()) {
      if (visit.leave) {
        path.pop();
        onPath.delete(visit.name);
        done.add(visit.name);
        continue;
      }
      const position = onPath.get(visit.name);
      if (position !== undefined) cycles.push(path.slice(position));
      if (position !== undefined || done.has(visit.name)) continue;
      onPath.set(visit.name, path.length);
      path.push(visit.name);
      stack.push({ name: visit.name, leave: true });
      for (const next of references.get(visit.name) ?? []) if (references.has(next)) stack.push({ name: next, leave: false });
    }
  }
  return cycles;
}
