import { App, type AppProps, Validations } from "aws-cdk-lib";
import type { Code } from "aws-cdk-lib/aws-lambda";
import { AwsSolutionsChecks } from "cdk-nag";
import { EdgeStack, edgeRegion } from "./edge-stack.ts";
import { MessagesStack } from "./messages-stack.ts";
import { PipelineStack } from "./pipeline-stack.ts";
import { PortalStack } from "./portal-stack.ts";
import { euRegion, type Stage } from "./stages.ts";
import { StorageStack } from "./storage-stack.ts";
import type { BundleName } from "./task-functions.ts";

export interface NormenmonitorProps {
  readonly stages: readonly Stage[];
  /** Root of the repository. */
  readonly root: string;
  readonly code: (name: BundleName) => Code;
  readonly codeVersion: string;
  readonly app?: AppProps;
}

/**
 * The whole of it: per stage a stack that keeps, a stack that works, one that shows, one that tells and, outside the EU, the firewall before that. Synthesis fails when a check of cdk-nag's AwsSolutions
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
      malwarePlanId: storage.malwarePlanId,
      root,
      code,
      codeVersion,
    });
    pipeline.addStackDependency(storage);
    new EdgeStack(app, `normenmonitor-${stage.name}-edge`, stage, {
      ...props,
      env: { region: edgeRegion },
      description: `Normenmonitor ${stage.name}: the firewall before the portal`,
    });
    const portal = new PortalStack(app, `normenmonitor-${stage.name}-portal`, {
      ...props,
      description: `Normenmonitor ${stage.name}: the pages, and who signs in to see them`,
      stage,
      stores: storage.stores,
      signIn: storage.signIn,
      machines: pipeline.machineNames,
      alarmsArn: pipeline.alarmsArn,
      code: code("portal"),
    });
    portal.addStackDependency(pipeline);
    const messages = new MessagesStack(app, `normenmonitor-${stage.name}-messages`, {
      ...props,
      description: `Normenmonitor ${stage.name}: mails to policy staff and certifying bodies`,
      stage,
      stores: storage.stores,
      userPoolId: storage.signIn.userPoolId,
      portalOrigin: portal.origin,
      alarmsArn: pipeline.alarmsArn,
      code: code("send-notifications"),
    });
    messages.addStackDependency(portal);
  }
  return app;
}
