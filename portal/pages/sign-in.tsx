import { say } from "../language.tsx";
import { Layout } from "../layout.tsx";

/** The way to the issuer and back was not gone to its end: too long ago, cancelled, or begun in another browser. */
export const SignInFailed = () => (
  <Layout title={say("Aanmelden is niet gelukt", "Signing in failed")}>
    <h1>{say("Aanmelden is niet gelukt", "Signing in failed")}</h1>
    <p class="lead">
      {say(
        "Het aanmelden duurde te lang, is afgebroken of begon in een ander venster. Er is niets veranderd.",
        "Signing in took too long, was cancelled or began in another window. Nothing has changed.",
      )}
    </p>
    <p>
      <a class="button" href="/aanmelden">
        {say("Opnieuw aanmelden", "Sign in again")}
      </a>
    </p>
  </Layout>
);

/** The issuer vouches for the person, but he or she has no part to play here, or more than one. */
export const NoPart = ({ name }: { readonly name: string }) => (
  <Layout title={say("Geen toegang", "No access")}>
    <h1>{say("U hebt hier nog geen toegang", "You have no access here yet")}</h1>
    <p class="lead">
      {say(
        `U bent herkend als ${name}, maar uw account hoort nog niet bij één certificerende instelling, bij het beleid, de beheercommissie of het beheer.`,
        `You are known as ${name}, but your account does not belong to one certifying body, the policy staff, the committee or the administrators yet.`,
      )}
    </p>
    <p>{say("Vraag de beheerder om uw account in te delen.", "Ask the administrator to assign your account.")}</p>
  </Layout>
);

export const SignedOut = () => (
  <Layout title={say("Afgemeld", "Signed out")}>
    <h1>{say("U bent afgemeld", "You are signed out")}</h1>
    <p>
      <a class="button" href="/aanmelden">
        {say("Aanmelden", "Sign in")}
      </a>
    </p>
    <p>
      {say("Zonder aan te melden kunt u de", "Without signing in you can read the")}{" "}
      <a href="/openbaar/jaarrapport">{say("openbare jaarrapporten", "public yearly reports")}</a>
      {say(" lezen.", ".")}
    </p>
  </Layout>
);
