/** Milliseconds of CPU that this process has used: what something costs, also while the machine does other work. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
