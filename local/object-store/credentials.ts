/** A key pair as the AWS SDK takes it from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/**
 * The one key pair of the embedded stack. It is no secret: the endpoints listen on the loopback address only. Signatures are
 * still checked, so that a request or an upload form that AWS would refuse for its signature is refused here as well.
 */
export const developmentCredentials: Credentials = {
  accessKeyId: "NORMENMONITORLOCAL00",
  secretAccessKey: "not-a-secret-the-embedded-stack-listens-on-loopback-only",
};

export const developmentRegion = "eu-central-1";
