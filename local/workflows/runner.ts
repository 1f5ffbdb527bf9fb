/**
 * The runner of state machines. It is loaded on first use: it brings the Lambda client along, which it does not need here, and
 * takes 0.2 s.
 */
export async function loadRunner() {
  // Node 20 lacks it; the runner calls it for every task.
  Promise.withResolvers ??= withResolvers;
  const { StateMachine } = await import("aws-local-stepfunctions");
  return {
    StateMachine: StateMachine as unknown as new (definition: object, options: object) => RunnerMachine,
  };
}

// The types that the package exports do not name its JSON and its events, and want a definition to be a literal.
export type RunnerJson = null | boolean | number | string | RunnerJson[] | { [name: string]: RunnerJson };

export interface RunnerMachine {
  run(
    input: RunnerJson,
    options: {
      overrides: { taskResourceLocalHandlers: Record<string, (input: RunnerJson) => Promise<RunnerJson>> };
      context: object;
    },
  ): { abort: () => void; result: Promise<RunnerJson>; eventLogs: AsyncGenerator<RunnerEvent> };
}

export interface RunnerStateEvent {
  readonly type: string;
  /** Milliseconds since 1970. */
  readonly timestamp: number;
  readonly state: { readonly name: string; readonly type: string; readonly output?: unknown };
  readonly index?: number;
}
export type RunnerEvent =
  | RunnerStateEvent
  | (RunnerStateEvent & { readonly Error: string; readonly Cause: unknown })
  | { readonly type: "ExecutionEvent"; readonly timestamp: number };

declare global {
  interface PromiseConstructor {
    withResolvers<T>(): { promise: Promise<T>; resolve: (value: T | PromiseLike<T>) => void; reject: (reason?: unknown) => void };
  }
}

function withResolvers<T>() {
  let resolve: (value: T | PromiseLike<T>) => void = () => {};
  let reject: (reason?: unknown) => void = () => {};
  const promise = new Promise<T>((resolvePromise, rejectPromise) => {
    resolve = resolvePromise;
    reject = rejectPromise;
  });
  return { promise, resolve, reject };
}
