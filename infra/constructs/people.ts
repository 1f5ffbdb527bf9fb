import { Aws, Duration, RemovalPolicy, SecretValue } from "aws-cdk-lib";
import {
  AccountRecovery,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OidcAttributeRequestMethod,
  ProviderAttribute,
  ResourceServerScope,
  StandardThreatProtectionMode,
  UserPool,
  UserPoolIdentityProviderOidc,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";

/** Groups that give a role (`core/access.ts`). `instelling-<code>` is made by the administrator for each certifying body: docs/runbook.md. */
const staffGroups = {
  beleid: "Beleidsmedewerkers: zien alle cijfers en aanleveringen",
  commissie: "Beheercommissie: ziet alle cijfers en besluit over normen",
  beheer: "Beheerders: beheren instellingen, gebruikers, organisaties en normenkaders",
} as const;

/** What a machine of a certifying body may ask for. Identifier and name are in its tokens: `normenmonitor/aanleveren`. */
export const machineScope = { server: "normenmonitor", scope: "aanleveren" } as const;

/**
 * Who may sign in: people that an administrator invited, each with a second factor, or whom another issuer vouches for. It lies with what is
 * kept: a user pool that is made anew knows nobody.
 */
export class People extends Construct {
  readonly pool: UserPool;
  /** Scheme and host of the pages on which people sign in. */
  readonly signInOrigin: string;

  constructor(scope: Construct, id: string, stage: Stage) {
    super(scope, id);
    const isKept = stage.data === "kept";
    this.pool = new UserPool(this, "Pool", {
      userPoolName: `normenmonitor-${stage.name}`,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      autoVerify: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      // For everybody: staff of certifying bodies see reports about named organisations too. No SMS: it can be intercepted, and costs money.
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        // With a second factor and breached passwords refused, twelve is what is long enough and still typed (NIST SP 800-63B asks for eight).
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        // An invitation that was sent on Friday still works after a week of leave.
        tempPasswordValidity: Duration.days(7),
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      // Refuses passwords that are known to be stolen, and sign-ins that look like an attack. At some fifty people it costs less than two euros a month.
      featurePlan: FeaturePlan.PLUS,
      standardThreatProtectionMode: StandardThreatProtectionMode.FULL_FUNCTION,
      userInvitation: {
        emailSubject: "Uw toegang tot de normenmonitor",
        emailBody:
          "U hebt toegang gekregen tot de normenmonitor. Uw gebruikersnaam is {username} en uw tijdelijke wachtwoord is {####}. " +
          "Bij de eerste keer aanmelden kiest u een eigen wachtwoord en stelt u een app voor inlogcodes in. Dit wachtwoord werkt zeven dagen.",
      },
      deletionProtection: isKept,
      removalPolicy: isKept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    for (const [groupName, description] of Object.entries(staffGroups)) {
      this.pool.addGroup(`Group-${groupName}`, { groupName, description });
    }
    const scopeName = new ResourceServerScope({ scopeName: machineScope.scope, scopeDescription: "Aanleveren namens één instelling" });
    this.pool.addResourceServer("Machines", { identifier: machineScope.server, scopes: [scopeName] });
    const domain = this.pool.addDomain("Domain", {
      // Unique in the region over all accounts: hence the number of ours.
      cognitoDomain: { domainPrefix: `normenmonitor-${stage.name}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
    this.signInOrigin = domain.baseUrl();
    if (stage.federation) this.federate(stage.federation);
  }

  /** Lets people sign in where they have an account already. What they may do still comes from a group that the administrator puts them in. */
  private federate({ name, issuer, clientId, secretName }: NonNullable<Stage["federation"]>): void {
    new UserPoolIdentityProviderOidc(this, "Federation", {
      userPool: this.pool,
      name,
      issuerUrl: issuer,
      clientId,
      // A reference that CloudFormation resolves: the secret stands in neither the repository nor the template.
      clientSecret: SecretValue.secretsManager(secretName).unsafeUnwrap(),
      scopes: ["openid", "email", "profile"],
      attributeRequestMethod: OidcAttributeRequestMethod.GET,
      attributeMapping: { email: ProviderAttribute.other("email"), fullname: ProviderAttribute.other("name") },
    });
  }
}
