/** What `cdk synth` and `cdk deploy` run: all stages, so that a mistake in one of them never waits for its deployment to show. */
import { Code } from "aws-cdk-lib/aws-lambda";
import { bundlePortalScripts } from "../portal/bundle-scripts.ts";
import { bundleFunctions } from "./bundle.ts";
import { normenmonitor } from "./normenmonitor.ts";
import { stages } from "./stages.ts";

const root = process.cwd(); // cdk runs the app in the folder of cdk.json
const bundles = bundleFunctions(root, await bundlePortalScripts(root));
normenmonitor({ stages, root, code: (name) => Code.fromAsset(bundles.folder(name)), codeVersion: bundles.codeVersion }).synth();
