/** Signals of views as `signals.json` has them, with a short sentence. */
import type { PublishedSignal } from "../../portal/data.ts";

type MadeUp = Pick<PublishedSignal, "norm" | "signal"> &
  Partial<Pick<PublishedSignal, "view" | "status" | "since" | "about">> & {
    readonly nl?: string;
    /** Norms that it rests on, e.g. `KSW/basis/2019 V15`; the norm in the basic framework of 2019 when left out. */
    readonly places?: readonly string[];
  };

export function signal({
  norm,
  signal: code,
  view = "KSW/*/2019..2021",
  status = "bevestigd",
  since = "2024-12-31",
  about = {},
  nl = `Over ${norm}.`,
  places = [`KSW/basis/2019 ${norm}`],
}: MadeUp): PublishedSignal {
  const norms = places.map((place) => ({ framework: place.split(" ")[0]!, norm: place.split(" ")[1]! }));
  const counts = { organisations: 83, judged: 83, met: 0, partiallyMet: 31, notMet: 52, notApplicable: 0, notAssessed: 0 };
  const evidence = {
    ...counts,
    period: { from: "2019-05-01", until: "2025-11-30" },
    frameworks: norms.map(({ framework }) => framework),
    bodies: [],
    referenceDate: "2025-12-31",
    rulesVersion: "2026-2",
    restsOn: { view, norms },
  };
  return { view, norm, signal: code, status, since, about, evidence, sentence: { nl, en: "" } };
}

export const signals = (): readonly PublishedSignal[] => [
  signal({ norm: "V15", signal: "NOOIT_GEHAALD", status: "aanhoudend", since: "2019-12-31" }),
  signal({
    norm: "D02",
    signal: "VERSLECHTEREND",
    status: "nieuw",
    since: "2025-12-31",
    nl: "Steeds minder organisaties voldoen: van 82% naar 46%. Bij organisaties die opnieuw getoetst zijn: 6 beter, 21 slechter, 44 gelijk.",
  }),
  signal({ norm: "D06", signal: "VRIJWEL_NOOIT", nl: "Bijna niemand: 1 van de 83." }),
  signal({ norm: "D06", signal: "VRIJWEL_NOOIT", view: "KSW/basis/2019..2019", nl: "Bijna niemand: 1 van de 81." }),
  signal({
    norm: "W04",
    signal: "OVERLAPPEND",
    view: "KSW/wijkteam/2021..2021",
    about: { norm: "W03" },
    places: ["KSW/wijkteam/2021 W04"],
    nl: "Deze norm en W03 kregen bij 30 van de 32 organisaties dezelfde score. Meten ze hetzelfde?",
  }),
  signal({
    norm: "W03",
    signal: "OVERLAPPEND",
    view: "KSW/wijkteam/2021..2021",
    about: { norm: "W04" },
    places: ["KSW/wijkteam/2021 W03"],
    nl: "Deze norm en W04 kregen bij 30 van de 32 organisaties dezelfde score. Meten ze hetzelfde?",
  }),
  ...["V01", "V02", "V03", "O01", "O04", "O15", "X01"].map((norm) =>
    signal({ norm, signal: "VRIJWEL_ALTIJD", nl: "Bijna iedereen: 82 van de 83." }),
  ),
];
