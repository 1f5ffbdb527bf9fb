/** Signs in at the portal of one machine as a browser does: by links and forms, with cookies. */

/** Gives the Cookie header of the session of a sample user, e.g. `beleid` or `instelling-ciio`. `url`: of the portal. */
export async function signInAt(url: string, person: string): Promise<string> {
  const begun = await fetch(`${url}/aanmelden`, { redirect: "manual" });
  const asked = new URL(locationOf(begun));
  const chosen = await fetch(`${asked.origin}/authorize`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams([...asked.searchParams, ["person", person]]),
  });
  const finished = await fetch(locationOf(chosen), { redirect: "manual", headers: { Cookie: cookiesOf(begun) } });
  locationOf(finished);
  return cookiesOf(finished);
}

function locationOf(answer: Response): string {
  const location = answer.headers.get("Location");
  if (!location) throw new Error(`${answer.url} answered ${answer.status} and leads nowhere`);
  return location;
}

/** Cookies that were set and not taken away. */
const cookiesOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0] ?? "")
    .filter((cookie) => !cookie.endsWith("="))
    .join("; ");
