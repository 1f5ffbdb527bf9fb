/** Sends a file to the store of deliveries: asks the portal for leave, then posts it there. */
interface Grant {
  readonly address: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Page on which the delivery is followed. */
  readonly follow: string;
}

export interface HowToSend {
  /** Where leave is asked. */
  readonly grant: string;
  /** Of the forms of this session. */
  readonly token: string;
  readonly reason?: string;
  /** Share of the bytes that were sent, 0 to 1. */
  onProgress(share: number): void;
}

/** `signedOut`: the session has ended; `tooLarge`: larger than may be sent; `lost`: the connection failed, and sending again may help. */
export type SendFailure = "signedOut" | "tooLarge" | "lost";

export class SendFailed extends Error {
  override readonly name = "SendFailed";
  readonly reason: SendFailure;
  constructor(reason: SendFailure) {
    super(`the file was not sent: ${reason}`);
    this.reason = reason;
  }
}

/** Gives the address of the page that follows the delivery. Rejects with `SendFailed`. */
export async function sendFile(file: File, how: HowToSend): Promise<string> {
  const grant = await askLeave(file, how);
  await post(file, grant, how.onProgress);
  return grant.follow;
}

async function askLeave(file: File, { grant, token, reason }: HowToSend): Promise<Grant> {
  const form = new URLSearchParams({
    formulier: token,
    soort: /\.xlsx$/i.test(file.name) ? "xlsx" : "csv",
    ...(reason ? { reden: reason } : {}),
  });
  const answer = await fetch(grant, { method: "POST", headers: { Accept: "application/json" }, body: form }).catch(() => {
    throw new SendFailed("lost");
  });
  if (answer.status === 401 || answer.status === 403) throw new SendFailed("signedOut");
  if (!answer.ok) throw new SendFailed("lost");
  return (await answer.json()) as Grant;
}

/** By `XMLHttpRequest`: `fetch` does not tell how much of a body has gone. */
function post(file: File, { address, fields }: Grant, onProgress: (share: number) => void): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("file", file, shortened(file.name));
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.upload.addEventListener("progress", (event) => onProgress(event.total === 0 ? 1 : event.loaded / event.total));
    request.addEventListener("error", () => reject(new SendFailed("lost")));
    request.addEventListener("load", () => {
      if (request.status < 400) resolve();
      else reject(new SendFailed(/EntityTooLarge/.test(request.responseText) ? "tooLarge" : "lost"));
    });
    request.send(form);
  });
}

/** Characters. A key has room for 1 024 bytes, of which the prefix takes some 60 and a character up to 4; a longer name keeps its begin and its end. */
const MAX_NAME = 200;

function shortened(name: string): string {
  const characters = [...name];
  if (characters.length <= MAX_NAME) return name;
  return `${characters.slice(0, MAX_NAME / 2).join("")}…${characters.slice(-MAX_NAME / 4).join("")}`;
}
