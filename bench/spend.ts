export interface Spent {
  /** Seconds of CPU of all threads of the process, user and system. */
  readonly cpu: number;
  /** Seconds on the clock. */
  readonly clock: number;
}

export async function spend<T>(run: () => T | Promise<T>): Promise<{ spent: Spent; result: T }> {
  const cpu = process.cpuUsage();
  const clock = performance.now();
  const result = await run();
  const { user, system } = process.cpuUsage(cpu);
  return { spent: { cpu: (user + system) / 1e6, clock: (performance.now() - clock) / 1e3 }, result };
}

export function median(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b);
  const half = ordered.length / 2;
  return ((ordered[Math.ceil(half) - 1] ?? Number.NaN) + (ordered[Math.floor(half)] ?? Number.NaN)) / 2;
}
