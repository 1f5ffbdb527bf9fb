import { App, type AppProps, Validations } from "aws-cdk-lib";
import type { Code } from "aws-cdk-lib/aws-lambda";
import { AwsSolutionsChecks } from "cdk-nag";
import { PipelineStack } from "./pipeline-stack.ts";
import { euRegion, type Stage } from "./stages.ts";
import { StorageStack } from "./storage-stack.ts";
import type { FunctionName } from "./task-functions.ts";

export interface NormenmonitorProps {
  readonly stages: readonly Stage[];
  /** Root of the repository. */
  readonly root: string;
  readonly code: (name: FunctionName) => Code;
  readonly codeVersion: string;
  readonly app?: AppProps;
}

/**
 * The whole of it: per stage a stack that keeps and a stack that works. Synthesis fails when a check of cdk-nag's AwsSolutions
 * finds something that was not acknowledged, with a reason, where it is made.
 */
export function normenmonitor({ stages, root, code, codeVersion, app: appProps }: NormenmonitorProps): App {
  const app = new App(appProps);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  for (const stage of stages) {
    // No account: it comes from the credentials of whoever deploys, and synthesis needs none.
    const props = { env: { region: euRegion(stage.region) }, tags: { application: "normenmonitor", stage: stage.name } };
    const storage = new StorageStack(app, `normenmonitor-${stage.name}-storage`, stage, {
      ...props,
      description: `Normenmonitor ${stage.name}: deliveries, reports, receipts, figures and the register`,
    });
    const pipeline = new PipelineStack(app, `normenmonitor-${stage.name}-pipeline`, {
      ...props,
      description: `Normenmonitor ${stage.name}: from a delivery to the norms nobody meets`,
      stage,
      stores: storage.stores,
      root,
      code,
      codeVersion,
    });
    pipeline.addStackDependency(storage);
  }
  return app;
}
