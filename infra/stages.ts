/** The three stages. They differ in this file only, and only in what a stage must differ in. */

export interface Stage {
  readonly name: "dev" | "acc" | "prod";
  readonly region: EuRegion;
  /** `kept`: buckets and table survive the deletion of their stack, which is itself protected. `disposable`: a stage to throw away. */
  readonly data: "kept" | "disposable";
  /** How often score-norms looks whether there is something to score; null: only when somebody starts it. */
  readonly scoreEveryMinutes: number | null;
  /** Labels of which a review is made every year by itself; of any other, and at any other date, somebody asks for one in the portal. */
  readonly reviewedLabels: readonly string[];
  /** `email`: deployment asks for the address of whoever is on duty (parameter `AlarmEmail`). `nobody`: alarms are only shown. */
  readonly alarmsReach: "email" | "nobody";
  /** `people`: mails go out by SES; deployment asks for the sender (parameters of the messages stack). `nobody`: nothing goes out. */
  readonly mailsReach: "people" | "nobody";
  /** Host of the portal. Null: the one that CloudFront gives. */
  readonly domain: PortalDomain | null;
  /** Another OpenID Connect issuer at which people may sign in. Null: only with an account of the portal itself. */
  readonly federation: Federation | null;
  /** Who publishes open data, and under which licence (its SPDX name, a space, its title). Null: the owner of the labels has not chosen yet. */
  readonly openData: OpenData | null;
}

export interface OpenData {
  readonly publisher: string;
  /** e.g. `CC-BY-4.0 Creative Commons Naamsvermelding 4.0` */
  readonly licence: string;
}

export interface PortalDomain {
  /** e.g. `normenmonitor.example.org`. Its DNS name points to the distribution, which `cdk deploy` prints. */
  readonly name: string;
  /** ARN of its certificate in ACM; in `us-east-1`, as CloudFront asks. */
  readonly certificate: string;
}

export interface Federation {
  /** How the button on the sign-in page calls it; at most 32 letters and digits. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Name of the secret in Secrets Manager that holds the secret of the client, as text. */
  readonly secretName: string;
}

/**
 * Regions in member states of the EU. Not in it, on purpose: `eu-west-2` (London) and `eu-central-2` (Zürich), which are European
 * by name but not EU by law. Source: "AWS Regions and Availability Zones".
 */
export const euRegions = ["eu-central-1", "eu-west-1", "eu-west-3", "eu-north-1", "eu-south-1", "eu-south-2"] as const;
export type EuRegion = (typeof euRegions)[number];

/** The region, if it lies in the EU. Throws otherwise: reports about organisations do not leave it by a typing error. */
export function euRegion(region: string): EuRegion {
  const found = euRegions.find((known) => known === region);
  if (!found) throw new Error(`region ${region} is not in the EU; choose one of ${euRegions.join(", ")}`);
  return found;
}

// Written here and not taken from CDK_DEFAULT_REGION: where the data lives is not a matter of somebody's shell.
const region = euRegion("eu-central-1");

export const stages: readonly Stage[] = [
  {
    name: "dev",
    region,
    data: "disposable",
    scoreEveryMinutes: null,
    reviewedLabels: [],
    alarmsReach: "nobody",
    mailsReach: "nobody",
    domain: null,
    federation: null,
    openData: null,
  },
  // acc is prod with other data: a difference between the two is a fault that first shows in prod.
  {
    name: "acc",
    region,
    data: "kept",
    scoreEveryMinutes: 15,
    reviewedLabels: ["KSW", "NVVK"],
    alarmsReach: "email",
    mailsReach: "people",
    domain: null,
    federation: null,
    openData: null,
  },
  // Every quarter of an hour, so that a delivery shows in the figures before the person who sent it asks. A run without news ends after its first step.
  {
    name: "prod",
    region,
    data: "kept",
    scoreEveryMinutes: 15,
    reviewedLabels: ["KSW", "NVVK"],
    alarmsReach: "email",
    mailsReach: "people",
    domain: null,
    federation: null,
    openData: null,
  },
];
