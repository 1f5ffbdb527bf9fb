import { Duration } from "aws-cdk-lib";
import {
  CfnManagedLoginBranding,
  type CfnUserPoolClient,
  type IUserPool,
  OAuthScope,
  UserPoolClient,
  UserPoolClientIdentityProvider,
} from "aws-cdk-lib/aws-cognito";
import { Construct } from "constructs";
import type { Federation } from "../stages.ts";

export interface SignInClientProps {
  readonly pool: IUserPool;
  /** Scheme and host of the portal. */
  readonly origin: string;
  readonly federation: Federation | null;
}

/** The portal as a client of the user pool: authorisation code with a secret and a code challenge, and the pages on which people sign in. */
export class SignInClient extends Construct {
  readonly id: string;
  /** A reference that CloudFormation resolves. */
  readonly secret: string;

  constructor(scope: Construct, id: string, { pool, origin, federation }: SignInClientProps) {
    super(scope, id);
    const client = new UserPoolClient(this, "Client", {
      userPool: pool,
      generateSecret: true,
      // Only by the pages of Cognito: no password passes through the portal.
      authFlows: {},
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE, OAuthScope.EMAIL],
        callbackUrls: [`${origin}/aangemeld`],
        logoutUrls: [`${origin}/afgemeld`],
      },
      supportedIdentityProviders: [
        UserPoolClientIdentityProvider.COGNITO,
        ...(federation ? [UserPoolClientIdentityProvider.custom(federation.name)] : []),
      ],
      preventUserExistenceErrors: true,
      // The portal reads the ID token once, on the spot, and keeps a session of its own; Cognito's shortest times do.
      idTokenValidity: Duration.minutes(5),
      accessTokenValidity: Duration.minutes(5),
      refreshTokenValidity: Duration.hours(1),
    });
    this.id = client.userPoolClientId;
    // `userPoolClientSecret` of the L2 adds a function that asks for it.
    this.secret = (client.node.defaultChild as CfnUserPoolClient).attrClientSecret;
    // Without a style of its own a client has no pages in managed login.
    new CfnManagedLoginBranding(this, "Pages", { userPoolId: pool.userPoolId, clientId: this.id, useCognitoProvidedValues: true });
  }
}
