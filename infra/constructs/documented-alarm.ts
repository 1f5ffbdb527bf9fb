import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import type { Construct } from "constructs";

export interface DocumentedAlarmProps {
  /** Stage, which the name begins with: stages may share an account. */
  readonly stage: string;
  /** Name without the stage: exactly the heading in `docs/runbook.md` (tested both ways). */
  readonly name: string;
  /** What was measured, in a sentence. */
  readonly observed: string;
  /** What it means for a person that this goes wrong: who is waiting for what. */
  readonly failureMeans: string;
  readonly metric: IMetric;
  readonly threshold: number;
  readonly evaluationPeriods?: number;
  readonly comparison?: ComparisonOperator;
  /** `fine` (default): no news is good news. `alarm`: silence is the failure. */
  readonly silence?: "fine" | "alarm";
  readonly topic: ITopic;
}

/** An alarm that says what it means and where the runbook says what to do, and that reports its end too. */
export class DocumentedAlarm extends Alarm {
  constructor(scope: Construct, id: string, props: DocumentedAlarmProps) {
    super(scope, id, {
      alarmName: `normenmonitor-${props.stage}-${props.name}`,
      alarmDescription: `${props.observed} ${props.failureMeans} What to do: docs/runbook.md, "${props.name}".`,
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.evaluationPeriods ?? 1,
      comparisonOperator: props.comparison ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: props.silence === "alarm" ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    this.addAlarmAction(new SnsAction(props.topic));
    this.addOkAction(new SnsAction(props.topic));
  }
}
