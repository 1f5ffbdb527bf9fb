/** Systems of certifying bodies that deliver by themselves. */
import type { BodyCode } from "./ids.ts";

export interface Machine {
  /** As the issuer knows it. */
  readonly clientId: string;
  /** For whom it delivers. */
  readonly body: BodyCode;
  /** What people call it. */
  readonly name: string;
}

/** Which machine delivers for whom: the issuer knows only that it is a machine. */
export interface MachineRegister {
  find(clientId: string): Promise<Machine | undefined>;
  /** In the order of their ids. */
  list(): Promise<readonly Machine[]>;
  /** Adds it, or changes for whom it delivers. */
  put(machine: Machine): Promise<void>;
  remove(clientId: string): Promise<void>;
}
